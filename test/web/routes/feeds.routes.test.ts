import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { parseFeed } from "@rowanmanning/feed-parser";
import { editNews } from "#core/news/post-news.service.ts";
import { correctResult } from "#core/results/correct.service.ts";
import { parseWeight } from "#core/weight.ts";
import { serveSite } from "../../../web/server.ts";
import { readCalendar } from "../../support/calendar.ts";
import { moveClock } from "../../support/clock.ts";
import { openTestApp } from "../../support/database.ts";
import { type Answer, fetchRaw } from "../../support/http.ts";
import { hostileName, neverPublic, publicClub } from "../../support/public-club.ts";
import { tester } from "../../support/small-club.ts";

const app = await openTestApp();
const site = await serveSite(app, app.config);
after(() => site.drain());
before(() => publicClub(app));

const get = (path: string): Promise<Answer> =>
  fetchRaw(site.address, path, { headers: { host: "localhost" } });

const origin = app.config.publicUrl.origin;

describe("the calendar to follow", () => {
  test("is read by another program, cancelled events included", async () => {
    const { status, headers, body } = await get("/calendar.ics");
    assert.deepEqual([status, headers["content-type"]], [200, "text/calendar; charset=utf-8"]);
    assert.deepEqual(
      readCalendar(body).map(({ summary, start, status: told }) => [summary, start, told]),
      [
        ["March", "2025-03-23", "CONFIRMED"],
        ["January", "2026-01-25", "CONFIRMED"],
        ["April", "2026-04-05", "CONFIRMED"],
        ["Cancelled: Meeting", "2026-04-21T00:00:00.000Z", "CANCELLED"],
        ["May", "2026-05-24T11:30:00.000Z", "CONFIRMED"],
      ],
    );
  });

  test("holds tournaments alone where those are asked for, and leads to their pages", async () => {
    const { body } = await get("/calendar/tournaments.ics");
    assert.deepEqual(
      readCalendar(body).map(({ summary }) => summary),
      ["March", "January", "April", "May"],
    );
    assert.ok(body.replaceAll("\r\n ", "").includes(`${origin}/tournaments/2026-03-canyon`));
  });

  test("is there as a file of each year, which the year's page leads to; not of a year of nothing", async () => {
    const { status, headers, body } = await get("/calendar/2025.ics");
    assert.deepEqual([status, headers["content-type"]], [200, "text/calendar; charset=utf-8"]);
    assert.deepEqual(
      readCalendar(body).map(({ summary }) => summary),
      ["March"],
    );
    const page = (await get("/calendar/2025")).body;
    assert.match(page, /<a download href="\/calendar\/2025\.ics">/);
    assert.match(page, /holds last year, this year and what is ahead/);
    for (const path of ["/calendar/1999.ics", "/calendar/soon.ics", "/calendar/.ics"])
      assert.equal((await get(path)).status, 404, path);
  });
});

describe("news as a feed", () => {
  test("is read by another program, hostile words as text", async () => {
    const { status, headers, body } = await get("/news.atom");
    assert.deepEqual([status, headers["content-type"]], [200, "application/atom+xml; charset=utf-8"]);
    const { title, url, self, items, updated } = parseFeed(body);
    assert.deepEqual([title, url, self], ["Bass & <Club>: news", `${origin}/news`, `${origin}/news.atom`]);
    const [post] = items;
    assert.equal(items.length, 1);
    assert.equal(post?.title, hostileName);
    // As it stands there: this reader takes entities apart once more than it should.
    assert.ok(body.includes("<![CDATA[<p>Come &amp; <em>see</em> &lt;b&gt;it&lt;/b&gt;.</p>\n]]>"), body);
    assert.ok(body.includes("<![CDATA[Bo &#60;script&#62;alert(&#34;x&#34;)&#60;/script&#62; "));
    assert.match(post?.url ?? "", new RegExp(`^${origin}/news/[a-z0-9-]+$`));
    assert.deepEqual(updated, post?.updated);
  });

  test("keeps the id of what is edited, and says when", async () => {
    const [before] = parseFeed((await get("/news.atom")).body).items;
    const slug = before!.url!.split("/").at(-1)!;
    await app.write(tester, (work) =>
      editNews(work, { post: slug, title: "Spring banquet", revision: 0, mail: "none" }),
    );
    const [edited] = parseFeed((await get("/news.atom?edited")).body).items;
    assert.deepEqual(
      [edited?.id, edited?.published, edited?.title],
      [before?.id, before?.published, "Spring banquet"],
    );
    assert.ok(edited!.updated! > before!.updated!);
  });
});

describe("results as a feed", () => {
  test("have the official tournaments with places 1 to 3, and none that may still change", async () => {
    const { body } = await get("/results.atom");
    const { items } = parseFeed(body);
    assert.deepEqual(
      items.map(({ title, url, id }) => [title, url, id?.replace(/-\d+$/, "")]),
      [
        ["January, Sun 25 Jan 2026", `${origin}/tournaments/2026-01`, "tag:localhost,2026:tournament"],
        ["March, Sun 23 Mar 2025", `${origin}/tournaments/2025-01`, "tag:localhost,2025:tournament"],
      ],
    );
    assert.match(
      body,
      /<!\[CDATA\[<ul><li>1\. Ann S\. &#38; Former member \d+, 14\.50 lb<\/li><li>2\. Bo &#60;script&#62;.*<\/li><\/ul><p>Big bass 5\.25 lb\.<\/p>\]\]>/,
    );
  });

  test("say when one was put right", async () => {
    const updated = async (address: string) => parseFeed((await get(address)).body).items[0]!.updated!;
    const before = await updated("/results.atom");
    await moveClock(app, "2027-01-15");
    await app.write(tester, (work) =>
      correctResult(work, {
        tournament: "2026-01",
        angler: "Ann S.",
        gross: parseWeight("14.75"),
        reason: "misread",
      }),
    );
    assert.ok((await updated("/results.atom?corrected")) > before);
  });
});

test("nobody is named otherwise than they chose, and nobody's contact is told", async () => {
  for (const path of ["/calendar.ics", "/calendar/tournaments.ics", "/news.atom", "/results.atom"]) {
    const { body } = await get(path);
    for (const name of neverPublic) assert.ok(!body.includes(name), `${name} in ${path}`);
  }
});
