import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Actor, authorize, operator, visitor } from "#core/actor.ts";
import { addMembers } from "#core/membership/membership.service.ts";
import { getNewsPost, listNews, listNewsPage } from "#core/news/news.service.ts";
import { archiveNews, editNews, postNews } from "#core/news/post-news.service.ts";
import { Notice } from "#core/notices/notice.entity.ts";
import { moveClock } from "../../support/clock.ts";
import { openTestApp } from "../../support/database.ts";
import { countQueriesOf } from "../../support/query-count.ts";

const app = await openTestApp();
const office = operator("tester");
const editor: Actor = { kind: "angler", name: "Edie", channel: "site", anglerId: null, roles: ["editor"] };

await moveClock(app, "2026-10-20");
const [ann, , cal] = await app.write(office, (work) =>
  addMembers(work, {
    members: [
      { name: "Ann Lee", status: "member" },
      { name: "Bob Cruz", status: "guest" },
      { name: "Cal Doe", status: "member" },
    ],
  }),
);

const post = (input: Parameters<typeof postNews>[1], by = editor) =>
  app.write(by, (work) => postNews(work, input));
const edit = (input: Parameters<typeof editNews>[1]) => app.write(editor, (work) => editNews(work, input));
const titles = () => app.read(visitor, async (work) => (await listNews(work, {})).map(({ title }) => title));
const told = (occasion: string) =>
  app.read(office, async (work) => {
    const notices = await work.em.find(Notice, { occasion }, { orderBy: { recipient: "asc" } });
    return notices.map(({ purpose, recipient, facts }) => ({ purpose, recipient: recipient.id, facts }));
  });

/** Makes it that instant, to the second. */
const setClock = (instant: string) =>
  app.write(office, async (work) => {
    authorize(work, "setClock", { roles: [] });
    await work.em.execute("update clock_offset set shift = ?::timestamptz - clock_timestamp()", [instant]);
  });

describe("posting news", () => {
  test("tells the members of today, each once, and shows it safely", async () => {
    const { post: shown, told: count } = await post({
      title: "Spring Banquet: Come!",
      body: "On **Friday**.",
    });
    assert.equal(count, 2);
    assert.deepEqual(
      { ...shown, postedAt: shown.postedAt.slice(0, 16) },
      {
        id: 1,
        slug: "spring-banquet-come",
        title: "Spring Banquet: Come!",
        body: "On **Friday**.",
        html: "<p>On <strong>Friday</strong>.</p>\n",
        priority: "normal",
        postedAt: "2026-10-20T12:00",
        editedAt: null,
        lastDay: null,
        archivedAt: null,
        current: true,
        revision: 0,
      },
    );
    const facts = { slug: "spring-banquet-come", title: "Spring Banquet: Come!", body: "On **Friday**." };
    assert.deepEqual(await told("post 1"), [
      { purpose: "news", recipient: ann!.id, facts },
      { purpose: "news", recipient: cal!.id, facts },
    ]);
  });

  test("with mail none tells nobody", async () => {
    const { post: shown, told: count } = await post({ title: "Minutes", body: "See below.", mail: "none" });
    assert.deepEqual([count, await told(`post ${shown.id}`)], [0, []]);
  });

  test("the same again is a slip, other words under the same title get an address of their own", async () => {
    await assert.rejects(post({ title: "Minutes", body: "See below." }), {
      kind: "conflict",
      code: "news-posted-already",
    });
    const again = await post({ title: "Minutes!", body: "Of March.", mail: "none" });
    assert.equal(again.post.slug, "minutes-2");
  });

  test("the same twice at once is posted once", async () => {
    const both = await Promise.allSettled([
      post({ title: "Twice", body: "At once." }),
      post({ title: "Twice", body: "At once." }),
    ]);
    assert.deepEqual(new Set(both.map(({ status }) => status)), new Set(["fulfilled", "rejected"]));
    const archived = await app.write(editor, (work) => archiveNews(work, { post: "twice" }));
    assert.equal(archived.changed, true);
  });

  test("is for editors, and not for a day that is over", async () => {
    await assert.rejects(post({ title: "X", body: "Y" }, visitor), { code: "role-required" });
    await assert.rejects(post({ title: "X", body: "Y", lastDay: "2026-10-19" }), {
      kind: "invalid",
      code: "news-over-already",
    });
  });
});

describe("editing news", () => {
  test("keeps the address, and tells nobody unless that is said", async () => {
    const { post: shown, told: count } = await edit({ post: "spring-banquet-come", title: "Banquet" });
    assert.deepEqual(
      [shown.slug, shown.title, shown.revision, count],
      ["spring-banquet-come", "Banquet", 1, 0],
    );
    assert.match(shown.editedAt ?? "", /^2026-10-20T12:00/);
    assert.equal((await edit({ post: "1", body: "On Saturday.", mail: "members" })).told, 2);
    const again = await told("post 1 revision 2");
    assert.deepEqual(
      again.map(({ facts }) => facts),
      [ann, cal].map(() => ({ slug: "spring-banquet-come", title: "Banquet", body: "On Saturday." })),
    );
  });

  test("the same words change nothing", async () => {
    const { changed, post: shown } = await edit({ post: "1", body: "On Saturday.", title: "Banquet" });
    assert.deepEqual([changed, shown.revision], [false, 2]);
  });

  test("on top of an edit of somebody else is refused", async () => {
    await assert.rejects(edit({ post: "1", title: "Other", revision: 1 }), { code: "news-edited-meanwhile" });
  });

  test("what is not there is not found, with what it may be", async () => {
    await assert.rejects(edit({ post: "spring-banquet", title: "X" }), {
      kind: "not-found",
      code: "news-not-found",
      details: { candidates: ["spring-banquet-come"] },
    });
  });

  test("archived news is over for everyone but officers, and is not edited", async () => {
    await assert.rejects(edit({ post: "twice", title: "X" }), { code: "news-archived" });
    await assert.rejects(
      app.read(visitor, (work) => getNewsPost(work, { slug: "twice" })),
      { code: "news-not-found" },
    );
    assert.equal((await app.read(editor, (work) => getNewsPost(work, { slug: "twice" }))).current, false);
    const again = await app.write(editor, (work) => archiveNews(work, { post: "twice" }));
    assert.equal(again.changed, false);
  });
});

describe("what is news", () => {
  test("urgent ahead, then the newest; visitors see no more however they ask", async () => {
    await post({ title: "Ramp closed", body: "Use another.", priority: "high", mail: "none" });
    await post({ title: "Photos", body: "Here.", mail: "none" });
    const seen = ["Ramp closed", "Photos", "Minutes!", "Minutes", "Banquet"];
    assert.deepEqual(await titles(), seen);
    const all = await app.read(visitor, (work) => listNews(work, { which: "all" }));
    assert.deepEqual(
      all.map(({ title }) => title),
      seen,
    );
    assert.equal((await app.read(editor, (work) => listNews(work, { which: "all" }))).length, 6);
  });

  const days: [string, string, string, string][] = [
    ["a plain day", "2026-10-25", "2026-10-25T23:59:50-05:00", "2026-10-26T00:00:01-05:00"],
    ["the day the clock goes back", "2026-11-01", "2026-11-01T23:59:50-06:00", "2026-11-02T00:00:01-06:00"],
    ["the day it goes ahead", "2027-03-14", "2027-03-14T23:59:50-05:00", "2027-03-15T00:00:01-05:00"],
  ];
  for (const [label, lastDay, still, over] of days) {
    test(`is news to the end of its last day: ${label}`, async () => {
      const { post: shown } = await post({ title: `Until ${lastDay}`, body: label, lastDay, mail: "none" });
      await setClock(still);
      assert.ok((await titles()).includes(shown.title));
      await setClock(over);
      assert.ok(!(await titles()).includes(shown.title));
      await assert.rejects(
        app.read(visitor, (work) => getNewsPost(work, { slug: shown.slug })),
        { code: "news-not-found" },
      );
    });
  }
});

test("news is read ten at a time, what is urgent ahead of all, and no page after the last is there", async () => {
  await app.write(editor, async (work) => {
    for (let at = 1; at <= 12; at += 1)
      await postNews(work, { title: `Long ago ${at}`, body: "Words.", mail: "none" });
  });
  const all = await titles();
  const page = (number: number) => app.read(visitor, (work) => listNewsPage(work, { page: number }));
  const pages = [await page(1), await page(2)];
  assert.deepEqual(
    pages.map(({ page: number, more, posts }) => [number, more, posts.map(({ title }) => title)]),
    [
      [1, true, all.slice(0, 10)],
      [2, false, all.slice(10)],
    ],
  );
  await assert.rejects(page(3), { code: "page-not-found" });
  assert.equal(await countQueriesOf(app, (work) => listNewsPage(work, { page: 2 })), 1);
});
