import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { visitor } from "#core/actor.ts";
import { securityHeaders } from "../../../web/headers.ts";
import { serveSite } from "../../../web/server.ts";
import { openTestApp } from "../../support/database.ts";
import { type Answer, fetchBytes, fetchRaw } from "../../support/http.ts";
import { countQueries } from "../../support/query-count.ts";
import { neverPublic, publicClub } from "../../support/public-club.ts";

const app = await openTestApp();
const site = await serveSite(app, app.config);
after(() => site.drain());
before(() => publicClub(app));

const headers = { host: "localhost" };
const get = (path: string): Promise<Answer> => fetchRaw(site.address, path, { headers });
const fine = (path: string): [string, number] => [path, 200];
const { origin } = app.config.publicUrl;

describe("what programs ask for", () => {
  const paths: [string, number][] = [
    ...["/robots.txt", "/sitemap.xml", "/calendar.ics", "/calendar/tournaments.ics", "/news.atom"].map(fine),
    ...[
      "/results.atom",
      "/pictures/2026-01.png",
      "/pictures/club.png",
      "/api/v1/openapi.json",
      "/api/v1/seasons",
    ].map(fine),
    ["/api/v1/seasons?limit=x", 422],
    ["/api/v1/anglers/2", 410],
    ["/pictures/x", 404],
  ];
  for (const [path, status] of paths) {
    test(`${path} is answered with the headers of all, made anew, from memory, and where it is had already`, async () => {
      const anew = await get(path);
      const again = await get(path);
      const etag = String(again.headers.etag);
      const known = await fetchRaw(site.address, path, { headers: { ...headers, "if-none-match": etag } });
      assert.deepEqual(
        [anew.status, again.status, known.status],
        [status, status, status === 200 ? 304 : status],
      );
      for (const answer of [anew, again, known])
        for (const [name, value] of Object.entries(securityHeaders))
          assert.equal(answer.headers[name.toLowerCase()], value, name);
    });
  }
});

describe("for search engines", () => {
  test("robots.txt keeps them from what is one person's and names the site map", async () => {
    const { headers: told, body } = await get("/robots.txt");
    assert.equal(told["content-type"], "text/plain; charset=utf-8");
    assert.equal(body, `User-agent: *\nDisallow: /unsubscribe/\n\nSitemap: ${origin}/sitemap.xml\n`);
  });

  test("the site map lists every page once, each is there, and nobody in it who is not public", async () => {
    const { headers: told, body: index } = await get("/sitemap.xml");
    assert.equal(told["content-type"], "application/xml; charset=utf-8");
    const parts = [...index.matchAll(/<sitemap><loc>([^<]+)<\/loc><\/sitemap>\n/g)].map(
      ([, address = ""]) => new URL(address),
    );
    assert.deepEqual(
      parts.map(({ href }) => href),
      ["pages", "tournaments-1", "anglers-1", "news-1"].map((name) => `${origin}/sitemap/${name}.xml`),
    );
    const answers = await Promise.all(parts.map(({ pathname }) => get(pathname)));
    for (const answer of answers)
      assert.deepEqual([answer.status, answer.headers["content-type"]], [200, told["content-type"]]);
    const body = answers.map((answer) => answer.body).join("");
    const listed = [...body.matchAll(/<url><loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?<\/url>\n/g)];
    const paths = listed.map(([, address = ""]) => new URL(address.replaceAll("&#38;", "&")).pathname);
    assert.equal(new Set(paths).size, paths.length);
    for (const path of paths) {
      const { status, body: page } = await get(path);
      assert.equal(status, 200, path);
      assert.ok(page.includes(`<link rel="canonical" href="${origin}${path}">`), path);
    }
    for (const path of [
      "/",
      "/tournaments/2026-03-canyon",
      "/standings/2025",
      "/records",
      "/lakes/canyon",
      "/calendar/2026",
    ])
      assert.ok(paths.includes(path), path);
    assert.ok(paths.some((path) => /^\/anglers\/\d+-ann-s$/.test(path)));
    const changed = listed.flatMap(([, , at]) => at ?? []);
    assert.ok(changed.length > 5);
    for (const at of changed) assert.match(at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    for (const name of [...neverPublic, "secretson", "erasedson"]) assert.ok(!body.includes(name), name);
  });

  test("a part in which there is nothing is not there, and each asks the database once", async () => {
    for (const part of ["tournaments-2", "anglers-9", "news-0", "news", "pages-1", "constructor-1"])
      assert.equal((await get(`/sitemap/${part}.xml`)).status, 404, part);
    const transaction = await countQueries(() => app.read(visitor, () => Promise.resolve()));
    for (const path of [
      "/sitemap.xml",
      "/sitemap/pages.xml",
      "/sitemap/tournaments-1.xml",
      "/sitemap/anglers-1.xml",
    ])
      assert.equal((await countQueries(() => get(`${path}?count`))) - transaction, 1, path);
  });
});

describe("a tournament's page", () => {
  async function factsOf(path: string): Promise<object> {
    const { body } = await get(path);
    const [, json = ""] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(body) ?? [];
    return JSON.parse(json) as object;
  }

  test("says when and where it is in words of schema.org", async () => {
    assert.deepEqual(await factsOf("/tournaments/2026-03-canyon"), {
      "@context": "https://schema.org",
      "@type": "SportsEvent",
      name: "May, Canyon",
      description: "Tournament 3 of 2026 of Bass & <Club>.",
      sport: "Bass fishing",
      url: `${origin}/tournaments/2026-03-canyon`,
      image: `${origin}/pictures/2026-03.png`,
      startDate: "2026-05-24T06:30:00-05:00",
      endDate: "2026-05-24T15:00:00-05:00",
      eventStatus: "https://schema.org/EventScheduled",
      eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
      location: {
        "@type": "Place",
        name: "Ramp 23, Canyon",
        geo: { "@type": "GeoCoordinates", latitude: 29.87, longitude: -98.39 },
      },
      organizer: { "@type": "SportsOrganization", name: "Bass & <Club>", url: `${origin}/` },
    });
  });

  test("keeps to what is known where no hours and no lake are", async () => {
    const facts = await factsOf("/tournaments/2025-01");
    assert.partialDeepStrictEqual(facts, {
      startDate: "2025-03-23",
      endDate: "2025-03-23",
      location: { "@type": "Place", name: "To be announced" },
    });
  });

  test("has a picture for those who link to it, and it is a picture", async () => {
    const { body } = await get("/tournaments/2026-01");
    assert.ok(body.includes(`<meta property="og:image" content="${origin}/pictures/2026-01.png">`));
    const picture = await fetchBytes(site.address, "/pictures/2026-01.png", headers);
    assert.deepEqual([picture.status, picture.headers["content-type"]], [200, "image/png"]);
    assert.equal(picture.bytes.subarray(1, 4).toString(), "PNG");
    assert.deepEqual([picture.bytes.readUInt32BE(16), picture.bytes.readUInt32BE(20)], [1200, 630]);
    assert.equal(picture.headers["content-encoding"], undefined);
    for (const path of [
      "/pictures/2026-99.png",
      "/pictures/2026-1.png",
      "/pictures/2026-01-x.png",
      "/pictures/x",
    ])
      assert.equal((await get(path)).status, 404, path);
  });
});
