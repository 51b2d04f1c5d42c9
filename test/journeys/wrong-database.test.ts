import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, test } from "node:test";
import { connect } from "#core/database/connection.ts";
import { freshName, withDatabase } from "../support/cluster.ts";
import { cloneDatabase } from "../support/database.ts";
import { freshHome, startSabc } from "../support/process.ts";
import { sabc } from "../support/sabc.ts";

const password = "s3cret-canary";

/** A server on loopback that is no PostgreSQL: says this to whoever calls, or nothing at all. */
async function stranger(says: string | null): Promise<string> {
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    if (says !== null) socket.once("data", () => socket.end(says));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  const address = server.address();
  return `postgresql://club:${password}@127.0.0.1:${typeof address === "object" ? address?.port : 0}/club`;
}

describe("a DATABASE_URL that leads nowhere", { concurrency: 3 }, async () => {
  const home = freshHome();
  const there = await cloneDatabase();
  const empty = freshName();
  const server = await connect({ connectionString: there }, "sabc test");
  await server.query(`create database ${empty} strategy file_copy`);
  await server.end();
  const stranded = new URL(there);
  stranded.username = "stranger";
  stranded.password = password;

  const away = /^sabc: The club's database cannot be reached\. Nothing was changed; try again\.\n$/;
  const refused =
    /^sabc: The database server does not let sabc in\. Check user, password and database in DATABASE_URL\.\n$/;
  const unlike =
    /^sabc: Some settings cannot be used\. DATABASE_URL: must look like postgresql:\S+ See \.env\.example\.\n$/;
  const nowhere = "postgresql://club:s3cret-canary@127.0.0.1:1/club";
  const cases: [string, string, number, RegExp][] = [
    ["nothing listens", nowhere, 7, away],
    ["no such host", nowhere.replace("127.0.0.1:1", "no-such-host.invalid"), 7, away],
    ["another protocol answers", await stranger("HTTP/1.1 400 Bad Request\r\n\r\n"), 7, away],
    ["nobody answers", await stranger(null), 7, away],
    ["no TLS where it is asked for", `${await stranger("N")}?sslmode=verify-full`, 7, away],
    ["no such database", withDatabase(there, "no_such_club"), 7, refused],
    ["no such user, or a wrong password", stranded.href, 7, refused],
    [
      "a database without tables",
      withDatabase(there, empty),
      7,
      /^sabc: The database is not at this version yet\. Run sabc database migrate\.\n$/,
    ],
    ["no database named", nowhere.replace(/club$/, ""), 4, unlike],
    ["a name that cannot be decoded", nowhere.replace(/club$/, "%zz"), 4, unlike],
    ["a password that cannot be decoded", nowhere.replace("canary", "%E0%A4"), 4, unlike],
    ["another scheme", nowhere.replace("postgresql", "mysql"), 4, unlike],
  ];
  for (const [label, url, code, sentence] of cases) {
    test(`${label}: one sentence, exit code ${code}`, async () => {
      const own = freshHome();
      writeFileSync(join(own, ".env"), `DATABASE_URL=${url}\n`, { mode: 0o600 });
      const end = await sabc(["season", "list", "--home", own]);
      assert.match(end.stderr, sentence);
      assert.deepEqual([end.code, end.stdout], [code, ""]);
      assert.doesNotMatch(end.stderr, /s3cret|canary/);
    });
  }

  test("developers' details do not tell the password either", async () => {
    const env = { DATABASE_URL: nowhere, NODE_DEBUG: "sabc" };
    for (const words of [
      ["season", "list"],
      ["doctor", "--json"],
    ]) {
      const { stdout, stderr } = await startSabc(words, { home, env }).ended;
      assert.doesNotMatch(stdout + stderr, /canary/);
    }
  });
});
