import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createHash } from "node:crypto";
import { after, describe, test } from "node:test";
import { openApp } from "#core/app.ts";
import { leftOut } from "#core/database/catalog.ts";
import { connect } from "#core/database/connection.ts";
import { listMembers } from "#core/membership/roster.service.ts";
import { listAudit } from "#core/audit/audit-trail.service.ts";
import { contentsOf, databasesBeside, onServerOf, putOddRows, unpack, urlOf } from "../../support/backups.ts";
import { openTestApp, testConfig } from "../../support/database.ts";
import { until } from "../../support/process.ts";
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
      tables: Object.keys(before).length - 4 - leftOut.length,
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

describe("what no backup holds", () => {
  test("whatever lets somebody in, or counts who tried: it stands in the list of what is left out", async () => {
    const suspicious = /session|token|rate_limit|limiter|reset|challenge|second_factor_attempt/;
    const packed = (await unpack(file)).map(({ name }) => name);
    assert.deepEqual(
      packed.filter((name) => suspicious.test(name)),
      [],
    );
    assert.deepEqual(
      leftOut.filter((table) => !(table in before)),
      [],
      "left out, but there is no such table",
    );
    for (const table of [...leftOut, "migration", "clock_offset"]) {
      assert.equal(packed.includes(`tables/${table}.copy`), false, table);
    }
  });

  test("a table that is none of the club's, which is told", async () => {
    const client = await connect({ connectionString: url }, "sabc test");
    await client.query("create table notes_of_mine (id int)");
    const beside = join(place, "beside.tar.gz");
    const { foreign } = await app.backups.make({ file: beside, keep: null, report });
    await client.query("drop table notes_of_mine");
    await client.end();
    assert.deepEqual(foreign, ["notes_of_mine"]);
    assert.equal((await unpack(beside)).length, (await unpack(file)).length);
  });
});

describe("a user who may not make databases", () => {
  test("hears what to do", async () => {
    const role = `limited_${new URL(url).pathname.slice(1)}`;
    await onServerOf(url, `create role ${role} login`);
    const limited = new URL(url);
    limited.username = role;
    const other = await openApp(testConfig(limited.href));
    try {
      const refused = { code: "database-making-not-allowed", message: /alter role "limited_\w+" createdb/ };
      await assert.rejects(other.backups.verify({ file, report, actor: tester }), refused);
    } finally {
      await other.close();
      await onServerOf(url, `drop role ${role}`);
    }
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
    const next = await app.backups.make({ file: directory, keep: 2, report });
    assert.ok(basename(next.file) > basename(made.file), "another in the same second");
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

describe("what is cut short leaves nothing behind:", () => {
  const target = join(place, "short.tar.gz");
  const nothingLeft = async () => {
    assert.deepEqual(
      readdirSync(place).filter((name) => name.startsWith("short")),
      [],
    );
    assert.deepEqual(await databasesBeside(url), []);
  };
  /** Once, when it is past the middle. */
  const halfway = (run: () => void) => {
    let done = false;
    return (fraction: number) => {
      if (fraction < 0.5 || done) return;
      done = true;
      run();
    };
  };

  test("a backup and a verification when sabc is told to stop", async () => {
    for (const verb of ["make", "verify"] as const) {
      const other = await openApp(testConfig(url));
      let closed: Promise<void> | undefined;
      const stop = halfway(() => {
        closed = other.close();
      });
      const running =
        verb === "make"
          ? other.backups.make({ file: target, keep: null, report: stop })
          : other.backups.verify({ file, report: stop, actor: tester });
      await assert.rejects(running, { code: "stopping" });
      await closed;
      await nothingLeft();
    }
  });

  test("a backup whose database goes away", async () => {
    const holder = await connect({ connectionString: url }, "sabc test");
    await holder.query("begin; lock table tournament in access exclusive mode");
    const running = app.backups.make({ file: target, keep: null, report });
    const refused = assert.rejects(running, { code: "database-away" });
    const ended = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'sabc copy'
      and wait_event_type = 'Lock' and datname = '${new URL(url).pathname.slice(1)}'`;
    await until(async () => (await onServerOf(url, ended)).length > 0);
    await refused;
    await holder.query("rollback");
    await holder.end();
    await nothingLeft();
  });
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

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
