import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { request } from "node:http";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { makeOfficial, makeProvisional } from "#core/results/official.service.ts";
import { pino } from "pino";
import { createSite } from "../../web/app.ts";
import { openSite } from "../../web/context.ts";
import { securityHeaders } from "../../web/headers.ts";
import { listen, type RunningSite } from "../../web/listen.ts";
import { openLive } from "../../web/live.ts";
import { liveRoutes } from "../../web/routes/live.routes.ts";
import { serveSite } from "../../web/server.ts";
import { openBrowser, withoutBrowser } from "../support/browser.ts";
import { moveClock } from "../support/clock.ts";
import { openTestApp } from "../support/database.ts";
import { fetchRaw } from "../support/http.ts";
import { until } from "../support/process.ts";
import { tester } from "../support/small-club.ts";
import { bag, enter, weighing, welcome } from "../support/weigh-in.ts";

const app = await openTestApp();
const site = await serveSite(app, app.config);
let tournament = 0;
before(async () => {
  await moveClock(app, "2026-01-01");
  await welcome(app);
  tournament = await weighing(app, "sabc-team");
  await enter(app, { tournament, crew: ["Ann Lee", "Bob Cruz"], bags: [bag(5, "12.5")] });
});

interface Line {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  heard: () => string;
  over: Promise<void>;
  leave: () => void;
}

function follow(to: RunningSite): Promise<Line> {
  return new Promise((resolve, reject) => {
    const asked = request(`${to.address}/live`, { headers: { host: "localhost" } }, (response) => {
      let heard = "";
      response.setEncoding("utf8").on("data", (text: string) => (heard += text));
      const over = new Promise<void>((done) => response.on("close", done).on("error", () => undefined));
      const { statusCode: status = 0, headers } = response;
      resolve({ status, headers, heard: () => heard, over, leave: () => asked.destroy() });
    });
    asked.on("error", reject).end();
  });
}

const changes = (line: Line): number => line.heard().split("event: changed\ndata:\n\n").length - 1;

describe("the line of a weigh-in", () => {
  test("says that something changed, once for what happens together, and never what", async () => {
    const line = await follow(site);
    assert.equal(line.status, 200);
    assert.equal(line.headers["content-type"], "text/event-stream; charset=utf-8");
    assert.equal(line.headers["cache-control"], "no-store");
    assert.equal(line.headers["content-security-policy"], securityHeaders["Content-Security-Policy"]);
    await until(() => /^retry: \d{4}\n\n/.test(line.heard()));
    await enter(app, { tournament, crew: ["Cy Poe"], bags: [bag(3, "7.25")] });
    await enter(app, { tournament, crew: ["Dee Ray"], bags: [bag(0, "0")] });
    await until(() => changes(line) > 0);
    assert.match(line.heard(), /^retry: \d{4}\n\n(:\n\n|event: changed\ndata:\n\n)+$/);
    assert.ok(changes(line) <= 2);
    line.leave();
  });

  test("has room for so many, shows that it is alive, forgets who leaves, and lets all go when the site stops", async () => {
    const small = openSite({ app, config: app.config, log: pino({ level: "silent" }) });
    small.live = openLive(small.changes, { most: 2, beat: 20, gather: 5 });
    const running = await listen(createSite(small, [liveRoutes]).callback(), { host: "127.0.0.1", port: 0 });
    const [one, two, full] = [await follow(running), await follow(running), await follow(running)];
    assert.deepEqual(
      [one.status, two.status, full.status, full.headers["retry-after"]],
      [200, 200, 503, "60"],
    );
    await until(() => one.heard().includes(":\n\n:\n\n") && two.heard().includes(":\n\n:\n\n"));
    one.leave();
    let again = await follow(running);
    await until(async () => again.status === 200 || ((again = await follow(running)), false));
    small.live.end();
    await Promise.all([two.over, again.over]);
    assert.equal((await follow(running)).status, 503);
    await running.drain();
    await small.changes.close();
  });

  test("lets a site that is told to stop stop at once", async () => {
    const stopping = await serveSite(app, app.config);
    const line = await follow(stopping);
    const started = performance.now();
    await stopping.drain();
    await line.over;
    assert.ok(performance.now() - started < 5_000);
  });
});

describe("a tournament's page", () => {
  const script = /<script type="module" src="([^"]+)" integrity="sha384-([^"]+)" data-live="yes"><\/script>/;

  test("brings the script along only while figures may change, and the browser runs no other", async () => {
    const get = (path: string) => fetchRaw(site.address, path, { headers: { host: "localhost" } });
    const [, src = "", integrity] = script.exec((await get("/tournaments/2026-01")).body) ?? [];
    const { body, headers } = await get(src);
    assert.equal(headers["content-type"], "text/javascript; charset=utf-8");
    assert.equal(createHash("sha384").update(body).digest("base64"), integrity);
    assert.doesNotMatch((await get("/seasons")).body, script);
  });

  describe("in a real browser", { skip: withoutBrowser() }, () => {
    let browser: Browser;
    let page: Page;
    const complaints: string[] = [];
    before(async () => {
      browser = await openBrowser();
      page = await browser.newPage();
      page.on("console", (message) => complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
      await page.goto(`${site.address}/tournaments/2026-01`);
    });
    after(() => browser.close());
    const shows = (words: string) => page.getByText(words).first().waitFor({ timeout: 10_000 });

    test("follows the entry, says so aloud, keeps where one was, and stops when it is official", async () => {
      await shows("Ann Lee");
      await page.locator('main a[href="/tournaments/2026"]').first().focus();
      await enter(app, { tournament, crew: ["Eve Hall", "Fay Moss"], bags: [bag(5, "17.75")] });
      await shows("17.75");
      await page
        .getByRole("status")
        .getByText(/^New figures at /)
        .waitFor();
      assert.equal(await page.evaluate("document.activeElement.getAttribute('href')"), "/tournaments/2026");
      await app.write(tester, (work) => makeProvisional(work, { tournament }));
      await shows("Provisional.");
      await app.write(tester, (work) => makeOfficial(work, { tournament }));
      await page.getByRole("status").getByText("The results are final.").waitFor();
      assert.deepEqual(complaints, []);
    });
  });
});

after(() => site.drain());
