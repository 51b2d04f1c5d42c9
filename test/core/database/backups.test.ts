import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createHash } from "node:crypto";
import { after, describe, test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Manifest } from "#core/database/archive-manifest.ts";
import { listMembers } from "#core/membership/roster.service.ts";
import { listAudit } from "#core/audit/audit-trail.service.ts";
import {
  changed,
  contentsOf,
  databasesBeside,
  onServerOf,
  type Packed,
  putOddRows,
  repack,
  unpack,
  urlOf,
} from "../../support/backups.ts";
import { openTestApp } from "../../support/database.ts";
import { holdTournament, tester } from "../../support/small-club.ts";

const app = await openTestApp();
const url = urlOf(app);
const place = mkdtempSync(join(tmpdir(), "sabc-backups-"));
after(() => rmSync(place, { recursive: true, force: true }));
const report = () => undefined;
const file = join(place, "club.tar.gz");
const bags = [{ fish: 3, weight: "7.5", big: "3.1" }, null];
await holdTournament(app, { day: "2025-01-26", boats: [{ crew: ["Ann", "Bob*"], bags }] });
await putOddRows(url);
const before = await contentsOf(url);

describe("a backup", () => {
  test("is one file that only its owner reads, and says what it holds", async () => {
    const made = await app.backups.make({ file, keep: null, report });
    const { mode, size } = statSync(file);
    assert.deepEqual(made, {
      file,
      bytes: size,
      club: null,
      tables: Object.keys(before).length - 4,
      rows: made.rows,
      audit: { lastRecord: String(before["audit_record"]!.length), seal: null },
      pruned: [],
      foreign: [],
    });
    assert.equal(mode & 0o777, 0o600);
    const { at, schema, replaces, ...shown } = await app.backups.look(file);
    assert.deepEqual(shown, { file, club: null, tables: made.tables, rows: made.rows, audit: made.audit });
    assert.match(at, /^20\d\d-\d\d-\d\dT.*-0[56]:00$/);
    assert.equal(schema, before["migration"]!.at(-1));
    assert.equal(replaces, new URL(url).pathname.slice(1));
  });

  test("of an unchanged club has the same tables again", async () => {
    const again = join(place, "again.tar.gz");
    await app.backups.make({ file: again, keep: null, report });
    const tables = async (path: string) =>
      (await unpack(path))
        .filter(({ name }) => name !== "manifest.json")
        .map(({ name, body }) => name + sha256(body));
    assert.deepEqual(await tables(again), await tables(file));
  });

  test("verified is whole, and leaves nothing beside the club", async () => {
    const fractions: number[] = [];
    const { rows, auditFaults } = await app.backups.verify({
      file,
      report: (fraction) => fractions.push(fraction),
      actor: tester,
    });
    assert.equal(auditFaults, 0);
    assert.ok(rows > 20);
    assert.deepEqual(
      fractions,
      fractions.toSorted((one, other) => one - other),
    );
    assert.deepEqual(await databasesBeside(url), []);
  });

  test("restored is the club to the last row, sequence and guard; the old one is kept, connections recover", async () => {
    await app.write(tester, async (work) => {
      work.deed = { verb: "test", reason: null };
      await work.em.execute("update angler set name = 'Changed' where name = 'Ann'");
    });
    const later = await contentsOf(url);
    const { kept, migrated } = await app.backups.restore({ file, report, actor: tester });
    assert.deepEqual(migrated, []);
    const [told] = await app.read(tester, (work) => listAudit(work, { limit: 1 }));
    assert.deepEqual([told?.verb, told?.subject], ["restoreBackup", "database"]);
    const now = await contentsOf(url);
    const withoutTelling = (contents: Record<string, string[]>) => ({
      ...contents,
      audit_record: contents["audit_record"]!.filter((line) => !line.includes("restoreBackup")),
      sequences: contents["sequences"]!.filter((line) => !line.startsWith("audit_record_id_seq")),
    });
    assert.deepEqual(withoutTelling(now), withoutTelling(before));
    const old = new URL(url);
    old.pathname = `/${kept}`;
    assert.deepEqual(await contentsOf(old.href), later);
    assert.equal((await app.read(tester, (work) => listMembers(work, {}))).length, 5);
    assert.deepEqual(await app.backups.listKept(), [kept]);
    await assert.rejects(app.backups.dropKept("postgres"), { code: "kept-database-not-found" });
    await app.backups.dropKept(kept);
    assert.deepEqual(await databasesBeside(url), []);
  });

  test("what a killed run left beside the club is taken away by the next, and nothing else", async () => {
    const name = new URL(url).pathname.slice(1);
    await onServerOf(url, `create database "${name}_scratch_0123456789ab"`);
    await onServerOf(url, `create database "${name}_scratch_mine"`);
    await app.backups.verify({ file, report, actor: tester });
    assert.deepEqual(await databasesBeside(url), [`${name}_scratch_mine`]);
    await onServerOf(url, `drop database "${name}_scratch_mine"`);
  });
});

describe("where a backup goes", () => {
  const home = join(place, "home");
  mkdirSync(home);

  test("into a directory by its day and time; the newest stay, what is not ours stays, what was not finished goes", async () => {
    const directory = join(home, "backups");
    mkdirSync(directory);
    const names = [1, 2, 3].map((second) => `sabc-2026-01-01-00000${second}.tar.gz`);
    const others = ["sabc-2026-01-01.tar.gz", "notes.txt"];
    for (const name of [...names, ...others, `${names[0]}.unfinished`, "mine.unfinished"])
      writeFileSync(join(directory, name), "");
    const made = await app.backups.make({ file: directory, keep: 2, report });
    assert.match(made.file, /\/sabc-20\d\d-\d\d-\d\d-\d{6}\.tar\.gz$/);
    assert.deepEqual(made.pruned, [names[1], names[0]]);
    assert.deepEqual(
      readdirSync(directory).toSorted(),
      [...others, "mine.unfinished", names[2]!, basename(made.file)].toSorted(),
    );
  });

  const refusals: [label: string, path: () => string, code: string][] = [
    ["on a file that is there", () => file, "backup-exists"],
    ["in a directory that is not there", () => join(home, "none", "x.tar.gz"), "backup-nowhere"],
    ["in what is no directory", () => join(file, "x.tar.gz"), "backup-nowhere"],
    ["where nobody may write", () => "/proc/x.tar.gz", "backup-nowhere"],
    ["under a name without end", () => join(home, `${"x".repeat(300)}.tar.gz`), "backup-not-written"],
  ];
  for (const [label, path, code] of refusals) {
    test(`not ${label}`, async () => {
      const bytes = readFileSync(file);
      await assert.rejects(app.backups.make({ file: path(), keep: null, report }), { code });
      assert.deepEqual(readFileSync(file), bytes);
      assert.deepEqual(
        readdirSync(place).filter((name) => name.endsWith(".unfinished")),
        [],
      );
    });
  }
});

describe("a backup that was tampered with is refused with what is wrong:", () => {
  const broken = join(place, "broken.tar.gz");
  const manifest = (change: (manifest: Written) => void) =>
    changed("manifest.json", (text) => {
      const parsed = JSON.parse(text) as Written;
      change(parsed);
      return JSON.stringify(parsed);
    });
  const without = (name: string) => (entries: Packed[]) => entries.filter((entry) => entry.name !== name);
  const adding = (entry: Packed) => (entries: Packed[]) => [...entries, entry];
  const table = (parsed: Written, name: string) => parsed.tables.find((one) => one.name === name)!;
  const nothing = Buffer.alloc(0);
  const injected = 'angler"; drop table angler; --';

  const cases: [label: string, (entries: Packed[]) => Packed[], RegExp][] = [
    [
      "a changed byte",
      changed("tables/bag.copy", (text) => text.replace("75000", "75001")),
      /bytes of the table bag have changed/,
    ],
    [
      "a longer table",
      changed("tables/bag.copy", (text) => text + text),
      /the table bag is not as long as its manifest says/,
    ],
    [
      "a table taken out",
      without("tables/crew.copy"),
      /tables\/dues_payment\.copy stands where tables\/crew\.copy belongs/,
    ],
    ["the last table taken out", without("tables/tournament.copy"), /it ends before the table tournament/],
    [
      "a table taken out of the manifest too",
      (entries) =>
        manifest((m) => (m.tables = m.tables.filter((one) => one.name !== "crew")))(
          without("tables/crew.copy")(entries),
        ),
      /the table crew is missing/,
    ],
    [
      "one more file",
      adding({ name: "tables/evil.copy", body: Buffer.from("1") }),
      /tables\/evil\.copy in it is not named by its manifest/,
    ],
    [
      "a path that leaves its place",
      (entries) => [entries[0]!, { name: "../../etc/passwd", body: nothing }, ...entries.slice(1)],
      /\.\.\/etc\/passwd stands where tables/,
    ],
    [
      "a link",
      adding({ name: "tables/link", type: "symlink", linkname: "/etc/passwd", body: nothing }),
      /tables\/link in it is no plain file but a symlink/,
    ],
    [
      "a directory",
      adding({ name: "tables", type: "directory", body: nothing }),
      /is no plain file but a directory/,
    ],
    ["no manifest", without("manifest.json"), /stands where manifest\.json belongs/],
    ["nothing", () => [], /it is empty/],
    [
      "a manifest that is no JSON",
      changed("manifest.json", () => "{"),
      /manifest\.json cannot be right: it is no JSON/,
    ],
    [
      "a manifest of something else",
      changed("manifest.json", () => "{}"),
      /manifest\.json cannot be right: format/,
    ],
    ["a manifest with more to say", manifest((m) => (m.more = 1)), /manifest\.json cannot be right/],
    [
      "a manifest of a later format",
      manifest((m) => (m.version = 2)),
      /has format 2, and this sabc reads format 1/,
    ],
    [
      "a step that nobody knows",
      manifest((m) => m.schema.push("9999-later")),
      /newer sabc.*9999-later.*Update sabc/,
    ],
    [
      "a table that nobody knows",
      (entries) =>
        manifest((m) => m.tables.push({ ...m.tables[0]!, name: "evil", bytes: 0, sha256: sha256(nothing) }))([
          ...entries,
          { name: "tables/evil.copy", body: nothing },
        ]),
      /holds a table evil, which its schema does not have/,
    ],
    [
      "a name that is a command",
      (entries) =>
        manifest((m) => (m.tables[0]!.name = injected))(
          entries.map((entry, at) => (at === 1 ? { ...entry, name: `tables/${injected}.copy` } : entry)),
        ),
      /which its schema does not have/,
    ],
    [
      "a column that is a command",
      manifest((m) => (table(m, "bag").columns[0] = "id) from program 'id' --")),
      /table bag has other columns than its schema says/,
    ],
    [
      "other rows than stated",
      manifest((m) => (table(m, "bag").rows = 2)),
      /the table bag has 1 rows, and its manifest says 2/,
    ],
    [
      "another hash",
      manifest((m) => (table(m, "bag").sha256 = "0".repeat(64))),
      /bytes of the table bag have changed/,
    ],
    ["a sequence less", manifest((m) => m.sequences.pop()), /differ in the sequence/],
    [
      "a sequence behind its end",
      manifest((m) => (m.sequences[0]!.value = "99999999999999999999")),
      /rows in it cannot be read/,
    ],
    [
      "another end of the audit log",
      manifest((m) => (m.audit.lastRecord = "1")),
      /its audit log does not end where its manifest says/,
    ],
    [
      "far more than can be in it",
      manifest((m) => (m.tables[0]!.bytes = 2 ** 40)),
      /far more than can be in it/,
    ],
  ];
  for (const [label, change, message] of cases) {
    test(label, async () => {
      await repack(file, { to: broken, change });
      await assert.rejects(app.backups.verify({ file: broken, report, actor: tester }), { message });
    });
  }
});

describe("what is no backup is refused with why:", () => {
  const broken = join(place, "broken.gz");
  const whole = (): Buffer => readFileSync(file);
  const cases: [label: string, bytes: () => Buffer, message: RegExp][] = [
    ["a file that ends too early", () => whole().subarray(0, whole().length / 2), /it ends too early/],
    ["half an archive, packed well", () => gzipSync(gunzipSync(whole()).subarray(0, 40_000)), /it ends/],
    [
      "a changed byte of the packing",
      () => whole().fill(0, 3_000, 3_010),
      /bytes (in it|of the table \w+) have changed/,
    ],
    ["a text", () => Buffer.from("rows, rows, rows"), /it is no \.tar\.gz/],
    ["an empty file", () => Buffer.alloc(0), /it is empty|it ends too early/],
    ["noise, packed", () => gzipSync(Buffer.alloc(2_000, "noise")), /no archive of files/],
    ["a trap that unpacks to a gigabyte", () => bomb(), /more comes out of it than its manifest says/],
  ];
  for (const [label, bytes, message] of cases) {
    test(label, async () => {
      writeFileSync(broken, bytes());
      await assert.rejects(app.backups.verify({ file: broken, report, actor: tester }), { message });
    });
  }

  test("a file that is not there, and a directory", async () => {
    const look = (path: string) => app.backups.look(path);
    await assert.rejects(look(join(place, "none.tar.gz")), { code: "backup-not-found", kind: "not-found" });
    await assert.rejects(look(place), { code: "backup-not-found", kind: "invalid" });
  });

  /** The archive itself, and behind it what never ends. */
  const bomb = (): Buffer => Buffer.concat([whole(), ...Array.from({ length: 16 }, () => zeros)]);
  const zeros = gzipSync(Buffer.alloc(64 * 2 ** 20));
});

describe("a backup of an older schema", () => {
  test("is restored at its schema and brought up to this one", async () => {
    const older = join(place, "older.tar.gz");
    const step = await app.migrations.down();
    const { schema } = await app.backups
      .make({ file: older, keep: null, report })
      .then(() => app.backups.look(older));
    assert.notEqual(schema, step);
    const { kept, migrated } = await app.backups.restore({ file: older, report, actor: tester });
    assert.deepEqual(migrated, [step]);
    assert.deepEqual(await app.migrations.up(), []);
    await app.backups.dropKept(kept);
  });
});

type Written = Manifest & { version: number; more?: number };

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
