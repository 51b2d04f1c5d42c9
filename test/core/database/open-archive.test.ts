import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Manifest } from "#core/database/archive-manifest.ts";
import { changed, type Packed, repack } from "../../support/backups.ts";
import { openTestApp } from "../../support/database.ts";
import { holdTournament, tester } from "../../support/small-club.ts";

const app = await openTestApp();
const place = mkdtempSync(join(tmpdir(), "sabc-backups-"));
after(() => rmSync(place, { recursive: true, force: true }));
const report = () => undefined;
const file = join(place, "club.tar.gz");
const bags = [{ fish: 3, weight: "7.5", big: "3.1" }, null];
await holdTournament(app, { day: "2025-01-26", boats: [{ crew: ["Ann", "Bob*"], bags }] });
await app.backups.make({ file, keep: null, report });

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
      /tables\/discord_link\.copy stands where tables\/crew\.copy belongs/,
    ],
    [
      "the last table taken out",
      without("tables/tournament_sum.copy"),
      /it ends before the table tournament_sum/,
    ],
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
      () => whole().fill(0, 4_500, 4_510),
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

type Written = Manifest & { version: number; more?: number };
