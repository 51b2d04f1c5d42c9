import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { inspect, parseEnv } from "node:util";
import { loadConfig, Secret, settings } from "#core/config.ts";
import { DomainError } from "#core/errors.ts";

const url = "postgresql://club:hunter2@db.example:5432/club";
const emptyHome = mkdtempSync(join(tmpdir(), "sabc-config-"));

describe("the configuration", () => {
  test(".env.example lists every setting with its default and meaning", () => {
    const text = readFileSync(".env.example", "utf8");
    const listed = parseEnv(text);
    assert.deepEqual(
      { ...listed },
      Object.fromEntries(settings.map(({ name, fallback }) => [name, fallback])),
    );
    for (const { name, meaning } of settings) assert.ok(text.includes(`# ${meaning}\n${name}=`), name);
  });

  test("the environment wins over the club's file, which wins over the default", () => {
    const home = mkdtempSync(join(tmpdir(), "sabc-config-"));
    writeFileSync(join(home, ".env"), "PORT=4000\nHOST=0.0.0.0\n");
    const { port, host, logLevel, origins } = loadConfig({ home, env: { PORT: "5000" } });
    assert.deepEqual({ port, host, logLevel }, { port: 5000, host: "0.0.0.0", logLevel: "info" });
    assert.deepEqual(
      { port: origins.PORT, host: origins.HOST, logLevel: origins.LOG_LEVEL },
      { port: "environment", host: "club file", logLevel: "default" },
    );
  });

  test("a secret may come from a file, and a missing file is named", () => {
    const path = join(emptyHome, "database-url");
    writeFileSync(path, `${url}\n`);
    const config = loadConfig({ home: emptyHome, env: { DATABASE_URL_FILE: path } });
    assert.equal(config.databaseUrl?.reveal(), url);
    assert.equal(config.origins.DATABASE_URL, "file");
    assert.throws(
      () => loadConfig({ home: emptyHome, env: { DATABASE_URL_FILE: "/no/such/file" } }),
      (error) =>
        error instanceof DomainError &&
        error.code === "setting-unreadable" &&
        /no\/such\/file/.test(error.message),
    );
  });

  test("the demo keeps to a directory and a database of its own", () => {
    const config = loadConfig({ home: emptyHome, demo: true, env: { DATABASE_URL: url } });
    assert.equal(config.home, join(emptyHome, "demo"));
    assert.equal(config.databaseUrl, null);
  });

  test("without a name of its own the club's directory is never the one sabc is started in", () => {
    const usual = loadConfig({ env: {} }).home;
    assert.equal(loadConfig({ env: { SABC_HOME: "" } }).home, usual);
    assert.equal(loadConfig({ env: { SABC_HOME: "", XDG_DATA_HOME: "" } }).home, usual);
    assert.equal(loadConfig({ env: { XDG_DATA_HOME: "data" } }).home, usual);
    assert.notEqual(usual, join(process.cwd(), "sabc"));
    assert.throws(
      () => loadConfig({ home: "", env: { SABC_HOME: emptyHome } }),
      (error) => error instanceof DomainError && error.code === "home-invalid",
    );
  });

  test("the public address follows the port until it is set", () => {
    assert.equal(
      loadConfig({ home: emptyHome, env: { PORT: "8080" } }).publicUrl.href,
      "http://localhost:8080/",
    );
    const env = { PORT: "8080", PUBLIC_URL: "https://club.example" };
    assert.equal(loadConfig({ home: emptyHome, env }).publicUrl.href, "https://club.example/");
  });

  test("every bad setting is named with its reason, and no secret is shown", () => {
    const env = {
      PORT: "seven",
      DATABASE_URL: "mysql://u:canary@h/d",
      PUBLIC_URL: "club",
      LOG_LEVEL: "loud",
    };
    assert.throws(
      () => loadConfig({ home: emptyHome, env }),
      (error) => {
        assert.ok(error instanceof DomainError);
        assert.deepEqual(
          error.details?.problems?.map(({ column }) => column),
          ["DATABASE_URL", "PUBLIC_URL", "PORT", "LOG_LEVEL"],
        );
        assert.doesNotMatch(JSON.stringify(error) + error.message, /canary/);
        return true;
      },
    );
  });
});

test("a secret never prints", () => {
  const secret = new Secret("canary");
  for (const text of [String(secret), JSON.stringify({ secret }), inspect({ secret })]) {
    assert.match(text, /\[secret\]/);
    assert.doesNotMatch(text, /canary/);
  }
});
