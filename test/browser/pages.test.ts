import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { liveRoutes } from "../../web/routes/live.routes.ts";
import type { RunningSite } from "../../web/listen.ts";
import { openBrowser, withoutBrowser } from "../support/browser.ts";
import { examples } from "../web/examples/pages.ts";
import { serveExamples } from "../web/examples/site.ts";

/** Each change of the width lays the page out and draws it anew, so what else is asked at a width is asked on the way. */
const widths = [320, 480, 640, 759, 760, 768, 1024, 1280];
const looks = new Map<number, "light" | "dark">([
  [320, "light"],
  [1280, "dark"],
]);
/** As the stylesheet asks for. */
const margin = { left: "12mm", right: "12mm", top: "10mm", bottom: "10mm" };
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// What passed is wanted by name alone; where it all stands takes axe most of its time.
const choices = { runOnly: { type: "tag", values: standards }, resultTypes: ["violations"] };
const runAxe = `axe.run(${JSON.stringify(choices)}).then(({ violations, passes }) => ({
  found: violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" | ")),
  checked: passes.map(({ id }) => id),
}))`;
const axe = readFileSync(new URL(import.meta.resolve("axe-core/axe.min.js")), "utf8");

describe("in a real browser", { skip: withoutBrowser() }, () => {
  let site: RunningSite;
  let browser: Browser;
  let page: Page;
  let complaints: string[] = [];

  before(async () => {
    [site, browser] = await Promise.all([serveExamples({ routes: [liveRoutes] }), openBrowser()]);
    const context = await browser.newContext();
    await context.addInitScript(axe);
    page = await context.newPage();
    page.on("console", (message) => complaints.push(message.text()));
    page.on("requestfailed", (request) => {
      // Whoever follows a weigh-in hangs up when they leave.
      if (!request.url().endsWith("/live")) complaints.push(`${request.url()} failed`);
    });
  });
  after(() => Promise.all([browser.close(), site.drain()]));

  async function visit(name: string): Promise<void> {
    complaints = [];
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(`${site.address}/examples/${name}`);
  }

  async function assertAccessible(colorScheme: "light" | "dark"): Promise<void> {
    await page.emulateMedia({ colorScheme });
    const { found, checked } = await page.evaluate<{ found: string[]; checked: string[] }>(runAxe);
    assert.deepEqual(found, [], colorScheme);
    for (const rule of ["color-contrast", "target-size", "bypass"]) assert.ok(checked.includes(rule), rule);
  }

  for (const { name } of examples) {
    test(`${name} is accessible, fits every width and loads nothing that is refused`, async () => {
      await visit(name);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 700 });
        const over = await page.evaluate(`document.documentElement.scrollWidth - innerWidth`);
        assert.equal(over, 0, `at ${width} px`);
        const colorScheme = looks.get(width);
        if (colorScheme !== undefined) await assertAccessible(colorScheme);
      }
      assert.deepEqual(complaints, []);
    });
  }

  test("the first Tab leads past the menu, and the focus is seen", async () => {
    await visit("home");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(`document.activeElement.textContent`), "Skip to content");
    assert.ok(await page.locator(".skip").isVisible());
    assert.equal(await page.evaluate(`getComputedStyle(document.activeElement).outlineStyle`), "solid");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(`document.activeElement.id`), "main");
  });

  test("a page is complete where no script runs", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const still = await context.newPage();
    await still.goto(`${site.address}/examples/individual`);
    assert.equal(await still.locator("table").first().locator("tbody tr").count(), 7);
    await still.locator("summary").click();
    assert.ok(await still.getByText("Each points value and the rule that gave it").isVisible());
    await context.close();
  });

  const larger: [string, number, string][] = [
    ["letters half as large again", 400, `document.documentElement.style.fontSize = "150%"`],
    ["letters twice as large", 640, `document.documentElement.style.fontSize = "200%"`],
    [
      "letters set wide apart",
      320,
      `Object.assign(document.body.style, { letterSpacing: ".12em", wordSpacing: ".16em" })`,
    ],
  ];
  for (const [what, width, change] of larger) {
    test(`${what} scroll nothing sideways`, async () => {
      for (const name of ["home", "calendar", "team", "standings-full"]) {
        await visit(name);
        await page.setViewportSize({ width, height: 700 });
        await page.evaluate(change);
        const over = await page.evaluate(`document.documentElement.scrollWidth - innerWidth`);
        assert.equal(over, 0, name);
      }
    });
  }

  test("a narrow table's cards still say what each number is", async () => {
    await visit("team");
    assert.equal(await page.evaluate(`document.querySelector("thead").offsetWidth`), 1);
    const label = `getComputedStyle(document.querySelector("td[data-label='Net lb']"), "::before").content`;
    assert.equal(await page.evaluate(label), '"Net lb"');
  });

  test("a sheet of paper gets the table, without menus and colours", async () => {
    await visit("team");
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".main-nav").isVisible(), false);
    assert.equal(
      await page.evaluate(`getComputedStyle(document.querySelector("td.n")).display`),
      "table-cell",
    );
    assert.equal(
      await page.evaluate(`getComputedStyle(document.body).backgroundColor`),
      "rgb(255, 255, 255)",
    );
    await page.emulateMedia({ media: "screen" });
  });

  for (const [name, ...lines] of [
    ["team"],
    ["individual", 32, 0, 18],
    ["individual", 40, 0, 22],
    ["weigh-sheet", 25],
    ["standings-full"],
    ["standings-full", 75],
  ] as const) {
    test(`${name} ${lines.length > 0 ? `with ${lines.join(" and ")} rows ` : ""}is one sheet of paper, with every column on it`, async () => {
      await visit(name);
      await page.evaluate(
        `${JSON.stringify(lines)}.forEach((lines, at) => {
           const { rows } = document.querySelectorAll("tbody")[at];
           while (rows.length < lines) rows[0].after(rows[0].cloneNode(true));
         })`,
      );
      await page.emulateMedia({ media: "print" });
      const sheet = await page.pdf({ format: "Letter", margin });
      assert.equal(sheet.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length, 1);
      await page.setViewportSize({ width: 725, height: 900 });
      assert.equal(await page.evaluate(`document.documentElement.scrollWidth - innerWidth`), 0);
      await page.emulateMedia({ media: "screen" });
    });
  }
});
