import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { type App, openApp } from "#core/app.ts";
import { connect } from "#core/database/connection.ts";
import { saveClub } from "#core/seasons/club.service.ts";
import { openChanges } from "../../web/changes.ts";
import { openPageCache } from "../../web/page-cache.ts";
import { makePage, pack } from "../../web/page.ts";
import type { RunningSite } from "../../web/listen.ts";
import { serveSite } from "../../web/server.ts";
import { moveClock, moveClockTo } from "../support/clock.ts";
import { cloneDatabase, testConfig } from "../support/database.ts";
import { type Answer, fetchBytes, fetchRaw } from "../support/http.ts";
import { freshHome, startSabc, until } from "../support/process.ts";
import { countQueries } from "../support/query-count.ts";
import { holdTournament, tester } from "../support/small-club.ts";

const url = await cloneDatabase();
const apps: App[] = [];
const sites: RunningSite[] = [];
/** What the promise leaves to a change until everyone sees it, milliseconds. */
const soon = 100;

before(async () => {
  // Two that serve, as two processes would, and one that changes.
  for (let turn = 0; turn < 3; turn += 1) apps.push(await openApp(testConfig(url)));
  for (const app of apps.slice(0, 2)) sites.push(await serveSite(app, app.config));
});
after(async () => {
  await Promise.all(sites.map((site) => site.drain()));
  await Promise.all(apps.map((app) => app.close()));
});

const headers = { host: "localhost" };
const get = (path: string, more: Record<string, string> = {}, site = sites[0]!): Promise<Answer> =>
  fetchRaw(site.address, path, { headers: { ...headers, ...more } });
const rename = (name: string) => apps[2]!.write(tester, (work) => saveClub(work, { name }));

/** Asks until the page comes from memory. */
const kept = (path: string, site = sites[0]!): Promise<number> =>
  until(async () => (await countQueries(() => get(path, {}, site))) === 0, { what: `${path} is kept` });

async function seenByAll(words: RegExp, path = "/"): Promise<void> {
  for (const site of sites) assert.match((await get(path, {}, site)).body, words);
}

describe("a page that was made", () => {
  before(() => rename("Club of Before"));

  test("is answered from memory, asking the database nothing", async () => {
    await kept("/seasons");
    const [first, again] = [await get("/seasons"), await get("/seasons")];
    assert.equal(await countQueries(() => get("/seasons")), 0);
    assert.deepEqual(again, { ...first, headers: { ...again.headers } });
    assert.deepEqual(
      Object.keys(again.headers).filter((name) => again.headers[name] !== first.headers[name]),
      ["x-request-id"],
    );
  });

  test("is the same for HEAD and in each encoding, and 304 for who has it", async () => {
    await kept("/seasons");
    const plain = await get("/seasons");
    const head = await fetchRaw(sites[0]!.address, "/seasons", { method: "HEAD", headers });
    assert.deepEqual(
      [head.status, head.body, head.headers["content-length"], head.headers.etag],
      [200, "", String(Buffer.byteLength(plain.body)), plain.headers.etag],
    );
    for (const [encoding, decode] of [
      ["br", brotliDecompressSync],
      ["gzip", gunzipSync],
    ] as const) {
      const asked = { ...headers, "accept-encoding": `${encoding}, deflate` };
      const packed = await fetchBytes(sites[0]!.address, "/seasons", asked);
      assert.deepEqual(
        [packed.headers["content-encoding"], packed.headers.vary, packed.headers.etag],
        [encoding, "Accept-Encoding", plain.headers.etag],
      );
      assert.equal(decode(packed.bytes).toString(), plain.body);
    }
    const again = await get("/seasons", { "if-none-match": String(plain.headers.etag) });
    assert.deepEqual([again.status, again.body, again.headers["content-type"]], [304, "", undefined]);
  });

  test("is another one where the address asks for something else", async () => {
    await kept("/seasons");
    assert.notEqual(await countQueries(() => get("/seasons?other")), 0);
  });

  test("is made once for all who ask at the same time", async () => {
    const one = await countQueries(() => get("/seasons?alone"));
    const ten = await countQueries(() => Promise.all(Array.from({ length: 10 }, () => get("/seasons?all"))));
    assert.equal(ten, one);
  });

  test("is kept only where everyone gets it: not what is lost, moved, of a mail's link or of the process", async () => {
    for (const path of ["/tournaments/1999", "/unsubscribe/nobodys-token-at-all", "/readyz"]) {
      await get(path);
      assert.notEqual(await countQueries(() => get(path)), 0, path);
    }
  });
});

describe("a change", () => {
  test("is seen by every request from 100 ms after its commit on, through every process", async () => {
    for (const name of ["Club One", "Club Two", "Club Three"]) {
      await Promise.all(sites.map((site) => kept("/", site)));
      await rename(name);
      await wait(soon);
      await seenByAll(new RegExp(name));
    }
  });

  test("is seen as soon when a real sabc made it", async () => {
    const home = freshHome();
    await Promise.all(sites.map((site) => kept("/tournaments", site)));
    const words = ["season", "rules", "2031", "--set", "sabc-team"];
    const { code } = await startSabc(words, { home, typed: "", env: { DATABASE_URL: url } }).ended;
    assert.equal(code, 0);
    await wait(soon);
    await seenByAll(/2031/, "/seasons");
  });

  test("is seen after the line on which changes are told was cut, and while it is away nothing is kept", async () => {
    await Promise.all(sites.map((site) => kept("/", site)));
    const client = await connect({ connectionString: url }, "sabc test");
    await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'sabc listen' and datname = current_database()",
    );
    await client.end();
    await rename("Club Unheard");
    await wait(soon);
    await seenByAll(/Club Unheard/);
    await Promise.all(sites.map((site) => kept("/", site)));
    await rename("Club Heard Again");
    await wait(soon);
    await seenByAll(/Club Heard Again/);
  });

  test("on the way keeps a page that was begun before it from being kept", async () => {
    const changes = openChanges(apps[0]!);
    const cache = openPageCache(apps[0]!, changes);
    const page = makePage({ body: Buffer.from("old"), headers: { "content-type": "text/plain" } });
    const make = () => cache.make("/old", () => Promise.resolve(page));
    await until(async () => (await make()) !== null && cache.find("/old") !== undefined);
    await cache.make("/slow", async () => {
      await rename("Club Changed Meanwhile");
      await until(() => cache.find("/old") === undefined);
      return page;
    });
    assert.equal(cache.find("/slow"), undefined);
    await changes.close();
    await make();
    assert.equal(cache.find("/old"), undefined);
  });
});

test("fifty who ask for a page packed at once get it packed once", async () => {
  const page = makePage({ body: Buffer.alloc(5_000, "a"), headers: { "content-type": "text/html" } });
  const [first, ...others] = await Promise.all(Array.from({ length: 50 }, () => pack(page, "br")));
  assert.deepEqual([...new Set(others)], [first]);
  assert.equal(page.packed.get("br"), first);
});

test("without a line on which changes are told every page is made anew", async () => {
  const deaf = await serveSite({ ...apps[0]!, listen: () => () => Promise.resolve() }, apps[0]!.config);
  for (let turn = 0; turn < 3; turn += 1)
    assert.notEqual(await countQueries(() => get("/seasons", {}, deaf)), 0);
  await deaf.drain();
});

describe("the clock", () => {
  before(async () => {
    await holdTournament(apps[2]!, { day: "2026-01-25", name: "January", boats: [] });
    await moveClock(apps[2]!, "2026-01-20");
  });

  test("turns a page over without any change: at the club's midnight", async () => {
    await moveClockTo(apps[2]!, "2026-01-23T23:59:58.500-06:00");
    await wait(soon);
    await kept("/");
    assert.match((await get("/")).body, /in 2 days/);
    await until(async () => /tomorrow/.test((await get("/")).body), { what: "it is midnight" });
    await kept("/");
    assert.match((await get("/")).body, /tomorrow/);
  });
});
