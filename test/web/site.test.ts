import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { importClubLakes } from "#core/lakes/import.service.ts";
import { setOfficer } from "#core/membership/officers.service.ts";
import { editPage } from "#core/news/pages.service.ts";
import { archiveNews, postNews } from "#core/news/post-news.service.ts";
import { saveClub } from "#core/seasons/club.service.ts";
import { HtmlValidate } from "html-validate";
import { securityHeaders } from "../../web/headers.ts";
import { serveSite } from "../../web/server.ts";
import { moveClock } from "../support/clock.ts";
import { openTestApp } from "../support/database.ts";
import { type Answer, fetchRaw } from "../support/http.ts";
import { until } from "../support/process.ts";
import { countQueries } from "../support/query-count.ts";
import { holdTournament, tester } from "../support/small-club.ts";
import { unescaped, walkSite } from "../support/walk-site.ts";

const hostile = `<img src=x onerror="alert('x')">`;

const app = await openTestApp();
await moveClock(app, "2026-03-01");
const site = await serveSite(app, app.config);
after(() => site.drain());

const get = (path: string, method = "GET"): Promise<Answer> =>
  fetchRaw(site.address, path, { method, headers: { host: "localhost" } });

const textOf = ({ body }: Answer): string =>
  body
    .replace(/^.*<main[^>]*>|<\/main>.*$/gs, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");

describe("a club that has only just begun", () => {
  const pages: [string, RegExp][] = [
    ["/", /Nothing is on the calendar/],
    ["/calendar", /Nothing is on the calendar of 2026 yet/],
    ["/seasons", /No season has been planned yet/],
    ["/tournaments", /no season on record/],
    ["/standings", /no season on record/],
    ["/awards", /no season on record/],
    ["/records", /The book is still empty/],
    ["/anglers", /Nobody has an official result yet/],
    ["/lakes", /no lakes on record yet/],
    ["/news", /Nothing new/],
    ["/about", /is a bass-fishing club/],
    ["/bylaws", /have not been put here yet/],
    ["/join", /Become a member/],
  ];
  for (const [path, says] of pages) {
    test(`${path} says what is still to come`, async () => {
      const answer = await get(path);
      assert.equal(answer.status, 200);
      assert.match(textOf(answer), says);
    });
  }
});

describe("a club with results", () => {
  before(async () => {
    await app.write(tester, (work) => saveClub(work, { name: `Bass & ${hostile}`, zone: "America/Chicago" }));
    await holdTournament(app, {
      day: "2025-03-23",
      name: "March",
      state: "official",
      boats: [
        {
          crew: ["Ann", hostile],
          bags: [
            { fish: 5, weight: "12.25", big: "4.5" },
            { fish: 3, weight: "8.1" },
          ],
        },
        { crew: ["Cal*"], bags: [{ fish: 2, weight: "5", dead: 1 }] },
        { crew: ["Dee"], bags: [{ fish: 0, weight: "0" }] },
      ],
    });
    await holdTournament(app, {
      day: "2026-01-25",
      name: "January",
      state: "provisional",
      rules: "sabc-team",
      boats: [
        { crew: ["Ann", "Dee"], bags: [{ fish: 5, weight: "14.5", big: "5.25" }] },
        { crew: [hostile, "Cal*"], bags: [{ fish: 4, weight: "9.75" }] },
      ],
    });
    await app.write(tester, async (work) => {
      await saveClub(work, { contact: "club@club.example" });
      await importClubLakes(work);
      await setOfficer(work, { office: "President", reference: "Dee", year: 2026 });
      await editPage(work, { slug: "about", body: "We fish." });
      await postNews(work, { title: "The ramp is closed", body: "use the other one", priority: "high" });
      await postNews(work, { title: "The old banquet", body: "is over" });
      await archiveNews(work, { post: "the-old-banquet" });
    });
  });

  const pages: [string, RegExp[]][] = [
    ["/", [/Latest result provisional January/, /1st Ann & Dee 14\.50 lb/, /Big bass 5\.25 lb/]],
    ["/calendar/2025", [/March Sun 23 March tournament Sun 23 Mar 2025/]],
    ["/seasons", [/2026 .* 2025/, /individual/]],
    ["/tournaments/2025", [/Tournaments 2025/, /March/, /official/, /Won by Ann with 12\.25 lb/]],
    [
      "/tournaments/2025-01",
      [/1 Ann limit 1 5 0 12\.25 0\.00 12\.25 4\.50 100/, /Where each points value comes from/],
    ],
    ["/tournaments/2026-01", [/Provisional\./, /1 Ann & Dee/]],
    ["/standings/2025", [/Angler of the Year/, /1 Ann why\?/]],
    ["/awards/2025", [/Awards 2025/, /Angler of the Year/]],
    ["/records", [/From 1 official tournament/, /1 Ann 4\.50 March/]],
    ["/anglers", [/4 anglers with an official result/, /Ann 1 tournament, 1 win · 2025/]],
    [
      "/anglers/1-ann",
      [/Ann Tournaments 1 Wins 1 Best place 1st Limits 1 Together 12\.25 lb/, /Big bass 4\.50 lb March/],
    ],
    ["/lakes", [/Lake Travis/]],
    ["/lakes/travis", [/No official tournament was held here yet/, /Mansfield Dam/]],
    ["/news", [/News The ramp is closed urgent Sun 1 Mar 2026 use the other one/]],
    ["/news/the-ramp-is-closed", [/The ramp is closed/, /use the other one/]],
    [
      "/about",
      [/About the club We fish\. Officers of 2026 President Dee/, /Write to the club: club@club\.example/],
    ],
  ];
  for (const [path, says] of pages) {
    test(`${path} shows it`, async () => {
      const answer = await get(path);
      assert.equal(answer.status, 200, answer.body.slice(0, 400));
      for (const words of says) assert.match(unescaped(textOf(answer)), words);
    });
  }

  test("every page that pages link to is there, valid and unharmed by a hostile name", async () => {
    const validator = new HtmlValidate({
      root: true,
      extends: ["html-validate:recommended"],
      rules: { "long-title": "off" },
    });
    const seen = await walkSite(get, ["/"]);
    for (const [path, answer] of seen) {
      assert.equal(answer.status, 200, path);
      for (const [name, value] of Object.entries(securityHeaders)) {
        assert.equal(answer.headers[name.toLowerCase()], value, `${name} on ${path}`);
      }
      if (!String(answer.headers["content-type"]).startsWith("text/html")) continue;
      assert.doesNotMatch(answer.body, /<img src=x|<[^>"]*\bonerror=|\{\{|undefined/);
      const { results } = await validator.validateString(answer.body);
      assert.deepEqual(
        results.flatMap(({ messages }) => messages.map(({ message }) => message)),
        [],
        path,
      );
    }
    for (const path of [
      "/standings/2025",
      "/tournaments/2026-01",
      "/awards/2026",
      "/anglers/1-ann",
      "/lakes/travis",
    ])
      assert.ok(seen.has(path), path);
    assert.ok([...seen.keys()].some((path) => path.startsWith("/standings/2025/why/")));
  });

  test("a readable tail that is not the right one leads to the right one, for good", async () => {
    for (const path of ["/tournaments/2025-01-canyon", "/tournaments/2025-1", "/tournaments/2025-001-x"]) {
      const { status, headers } = await get(path);
      assert.deepEqual([status, headers.location], [301, "/tournaments/2025-01"], path);
    }
  });

  test("news that the club took down is gone, with a way on; its title is told no more", async () => {
    const answer = await get("/news/the-old-banquet");
    assert.equal(answer.status, 410);
    assert.match(answer.body, /<a class="button" href="\/">/);
    assert.doesNotMatch(answer.body, /banquet/i);
  });

  test("an angler's address with another tail leads to the right one, as one in capitals does to a lake's", async () => {
    for (const [path, right] of [
      ["/anglers/1", "/anglers/1-ann"],
      ["/anglers/1-anybody", "/anglers/1-ann"],
      ["/lakes/Travis", "/lakes/travis"],
    ] as const) {
      const { status, headers } = await get(path);
      assert.deepEqual([status, headers.location], [301, right], path);
    }
  });

  const lost = [
    "/anglers/0",
    "/anglers/999",
    "/anglers/ann",
    "/anglers/9999999999",
    "/anglers/page/1",
    "/anglers/page/2",
    "/anglers/page/last",
    "/lakes/nowhere",
    "/lakes/travis/page/2",
    "/news/never-posted",
    "/news/page/2",
    "/news/The-Ramp-Is-Closed",
    "/calendar/1999",
    "/calendar/soon",
    "/tournaments/2025-99",
    "/tournaments/1999",
    "/tournaments/next",
    "/tournaments/2025-01/x",
    "/standings/1999",
    "/standings/last",
    "/standings/2025/why/999999",
    "/standings/2025/why/1?race=swim",
    "/standings/2025/why/..%2f..%2fx",
    "/standings/2025/why/99999999999999999999",
    "/awards/0",
    "/%",
    "/%00",
    "/tournaments/%E0%A4%A",
  ];
  for (const path of lost) {
    test(`${path} is 404 with a way on`, async () => {
      const answer = await get(path);
      assert.equal(answer.status, 404);
      assert.match(answer.body, /<a class="button" href="\/">/);
      assert.doesNotMatch(answer.body, /sabc /);
    });
  }

  test("what is asked once more is told 304, and told anew after a change", async () => {
    const ask = (etag: string) =>
      fetchRaw(site.address, "/tournaments", { headers: { host: "localhost", "if-none-match": etag } });
    const first = await get("/tournaments");
    assert.equal((await ask(String(first.headers.etag))).status, 304);
    await app.write(tester, (work) => saveClub(work, { name: "Renamed Club" }));
    const renamed = await untilAnew(() => ask(String(first.headers.etag)));
    assert.equal(renamed.status, 200);
    assert.match(renamed.body, /Renamed Club/);
  });

  test("each page asks the database a known number of times, whatever the size of the club", async () => {
    const known: Record<string, number> = {
      "/": 8,
      "/calendar": 2,
      "/seasons": 1,
      "/tournaments": 3,
      "/tournaments/2025-01": 4,
      "/tournaments/2025-01/weigh-sheet": 2,
      "/standings/2025": 3,
      "/standings/2025/why/1": 4,
      "/awards/2025": 4,
      "/records": 3,
      "/anglers": 1,
      "/anglers/1-ann": 1,
      "/lakes": 1,
      "/lakes/travis": 1,
      "/news": 1,
      "/news/the-ramp-is-closed": 1,
      "/about": 2,
      "/bylaws": 1,
      "/join": 1,
    };
    await until(async () => (await countQueries(() => get("/seasons"))) === 0);
    const transaction = await countQueries(() => app.read(tester, () => Promise.resolve()));
    const asked: Record<string, number> = {};
    // Under an address that nobody asked for, so that nothing is kept of it.
    for (const path of Object.keys(known))
      asked[path] = (await countQueries(() => get(`${path}?count`))) - transaction;
    assert.deepEqual(asked, known);
  });
});

describe("health", () => {
  test("tells who watches that the process lives and its database answers, under any name", async () => {
    for (const [path, status] of [
      ["/healthz", "ok"],
      ["/readyz", "ready"],
    ] as const) {
      const answer = await fetchRaw(site.address, path, { headers: { host: "10.0.0.7" } });
      assert.deepEqual([answer.status, JSON.parse(answer.body)], [200, { status }]);
      assert.equal(answer.headers["cache-control"], "no-store");
    }
  });
});

async function untilAnew(ask: () => Promise<Answer>): Promise<Answer> {
  let answer = await ask();
  await until(async () => (answer = await ask()).status === 200, { within: 1_000 });
  return answer;
}
