import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { Notice } from "#core/notices/notice.entity.ts";
import { listNoticePreferences } from "#core/notices/preferences.service.ts";
import { loggedPath } from "../../../web/addresses.ts";
import { securityHeaders } from "../../../web/headers.ts";
import { serveSite } from "../../../web/server.ts";
import { openTestApp } from "../../support/database.ts";
import { mailClub, officer, remindEach } from "../../support/mail-club.ts";

const app = await openTestApp();
const [ann] = [...(await mailClub(app, ["Ann Lee"])).values()] as [number];
await remindEach(app, [ann]);
const { token } = await app.read(officer, (work) => work.em.findOneOrFail(Notice, { recipient: ann }));
const site = await serveSite(app, app.config);
after(() => site.drain());

const wantsDues = async () =>
  (await app.read(officer, (work) => listNoticePreferences(work, { angler: ann }))).find(
    ({ category }) => category === "dues",
  )?.wanted;

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${site.address}${path}`, { redirect: "manual", ...init });

/** As a reader's program posts it: no cookie, no Origin, no Sec-Fetch of a page. */
const oneClick = (path: string, type = "application/x-www-form-urlencoded") =>
  ask(path, { method: "POST", headers: { "content-type": type }, body: "List-Unsubscribe=One-Click" });

describe("the link in a mail", () => {
  test("looked at, however often and by whatever program, changes nothing", async () => {
    for (const method of ["GET", "HEAD", "GET"]) {
      const answer = await ask(`/unsubscribe/${token}`, { method });
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get("cache-control"), "no-store");
      for (const [name, value] of Object.entries(securityHeaders))
        assert.equal(answer.headers.get(name), value);
      const html = await answer.text();
      if (method === "GET") {
        assert.match(html, new RegExp(`<form method="post" action="/unsubscribe/${token}">`));
        assert.match(html, /<meta name="robots" content="noindex">/);
      }
    }
    assert.equal(await wantsDues(), true);
  });

  test("posted to by a reader's program ends that mail, with one answer and no redirect, twice as once", async () => {
    for (const type of [
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "text/plain",
    ]) {
      const answer = await oneClick(`/unsubscribe/${token}`, type);
      assert.deepEqual([answer.status, answer.headers.get("set-cookie")], [200, null]);
      assert.match(await answer.text(), /You get no more mail about <strong>dues<\/strong>/);
      assert.equal(await wantsDues(), false);
    }
    assert.match(await (await ask(`/unsubscribe/${token}`)).text(), /Send it again/);
  });

  test("leads back again", async () => {
    assert.equal((await ask(`/unsubscribe/${token}/undo`)).status, 405);
    assert.equal(await wantsDues(), false);
    const answer = await oneClick(`/unsubscribe/${token}/undo`);
    assert.match(await answer.text(), /You get mail about <strong>dues<\/strong> again/);
    assert.equal(await wantsDues(), true);
  });

  const strangers = [
    "x",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    `${token}x`,
    "..%2f..%2fetc",
    "%00",
    "'%20or%201=1--",
    "a".repeat(4_000),
  ];
  for (const stranger of strangers) {
    test(`made up it is nobody's: ${stranger.slice(0, 40)}`, async () => {
      for (const answer of [
        await ask(`/unsubscribe/${stranger}`),
        await oneClick(`/unsubscribe/${stranger}`),
        await oneClick(`/unsubscribe/${stranger}/undo`),
      ])
        assert.equal(answer.status, 404);
      assert.equal(await wantsDues(), true);
    });
  }

  test("is not in the log", () => {
    assert.equal(loggedPath(`/unsubscribe/${token}`), "/unsubscribe/[removed]");
    assert.equal(loggedPath(`/unsubscribe/${token}/undo`), "/unsubscribe/[removed]/undo");
    assert.equal(loggedPath(`//unsubscribe/${token}?x`), "/unsubscribe/[removed]");
    assert.equal(loggedPath("/tournaments/2026"), "/tournaments/2026");
  });
});
