import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { HtmlValidate } from "html-validate";
import { openAssets } from "../../web/assets.ts";
import { escape } from "../../web/escape.ts";
import { openViews } from "../../web/render.ts";
import { examples } from "./examples/pages.ts";

const views = openViews({ assets: openAssets(), publicUrl: new URL("https://club.example") });
const folder = join(import.meta.dirname, "../../web/views");
const sources = readdirSync(folder).map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));

/** What a page says to search engines: no `<` can stand in it, so it ends where it is meant to. */
const facts = /<script type="application\/ld\+json">([^<]*)<\/script>/g;
/** The only script there is: a file of the site's own, and the browser holds it to its hash. */
const own =
  /<script type="module" src="\/static\/[\w.-]+\.js" integrity="sha384-[\w+/=]{64}" data-live="yes"><\/script>/;
const withoutOwn = (html: string): string => html.replaceAll(facts, "").replace(own, "");

describe("every page", () => {
  // A title may hold a person's name, and that is as long as it is.
  const validator = new HtmlValidate({
    root: true,
    extends: ["html-validate:recommended"],
    rules: { "long-title": "off" },
  });

  for (const { name, render } of examples) {
    test(`${name} is valid, has one h1, and runs and styles nothing inline`, async () => {
      const html = render(views);
      const { results } = await validator.validateString(html);
      const complaints = results.flatMap(({ messages }) =>
        messages.map(({ line, message }) => `${line}: ${message}`),
      );
      assert.deepEqual(complaints, []);
      assert.equal(html.match(/<h1[ >]/g)?.length, 1);
      assert.doesNotMatch(
        withoutOwn(html).replaceAll(/"[^"]*"/g, ""),
        /<script|<style|<[^>]*\s(style|on\w+)\s*=/i,
      );
      assert.doesNotMatch(html, /undefined|NaN|\[object|&#38;(#|amp)/);
    });
  }
});

describe("a weigh-in that goes on", () => {
  const page = examples.find(({ name }) => name === "individual")!.render(views);
  const rows = page.split("<tr").filter((row) => row.includes("not weighed yet"));

  test("gives who has not been weighed neither a place nor a weight, and counts no zeros", () => {
    assert.equal(rows.length, 1);
    for (const row of rows) {
      assert.match(row, /<td class="n place">–<\/td>/);
      assert.match(
        row,
        /<td data-label="Net lb" class="n main spare"><span aria-hidden="true">–<\/span><span class="sr">not weighed yet<\/span><\/td>/,
      );
    }
    assert.doesNotMatch(page, /<dt>Zeros<\/dt>/);
  });
});

describe("a long race", () => {
  const shown = (example: string) => examples.find(({ name }) => name === example)!.render(views);

  test("says how many rows it has, and leads to all of them", () =>
    assert.match(
      shown("standings"),
      /<p>The first 3 of 1,204 crews\. <a href="\/standings\/2026\/all#race-crew">Show all<\/a><\/p>/,
    ));

  test("has a page of its own for all of them, and from there a way back", () => {
    const all = shown("standings-full");
    assert.match(all, /<link rel="canonical" href="https:\/\/club\.example\/standings\/2025\/all">/);
    assert.match(all, /<a href="\/standings\/2025">Show the first of each race<\/a>/);
    assert.doesNotMatch(all, /Show all/);
  });
});

describe("a hostile name", () => {
  test("is text wherever it stands", () => {
    const pages = examples.map(({ render }) => render(views)).filter((html) => html.includes("alert("));
    for (const html of pages) assert.ok([...html.matchAll(facts)].every(([, json]) => JSON.parse(json!)));
    assert.ok(pages.length > 8, `${pages.length} pages show it`);
    for (const html of pages) {
      assert.doesNotMatch(withoutOwn(html), /<\/?script|onload='|"x"|`z`/);
      assert.ok(
        html.includes(
          "&#60;script&#62;alert(&#34;x&#34;)&#60;/script&#62;&#39; onload=&#39;y&#39; &#96;z&#96;",
        ),
      );
    }
  });

  test("loses what could end text or an attribute", () => {
    assert.equal(escape(`<>&"'\``), "&#60;&#62;&#38;&#34;&#39;&#96;");
    assert.equal(escape(12.5), "12.5");
  });

  test("is refused where it is no text at all, rather than printed as one", () => {
    for (const value of [undefined, null, Number.NaN, {}, [], true, () => "x"]) {
      assert.throws(() => escape(value), TypeError);
    }
  });
});

describe("the views", () => {
  test("print without escaping only other views, the page inside the layout, charts, facts for search engines, and what the core made of Markdown", () => {
    const raw = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/<%[-_]?\s*~\s*(.*?)\s*%>/gs)].map(([, what]) => ({ file, what })),
    );
    assert.ok(raw.length > 5);
    assert.deepEqual(
      raw.filter(
        ({ what }) =>
          !/^(include\("[\w-]+"(, \{.*\})?\)|it\.body|it\.prose\(\w+\.html\)|it\.charts\.\w+\(.*\)|it\.sportsEvent\(.*\))$/s.test(
            what ?? "",
          ),
      ),
      [],
    );
  });

  test("leave it to the season which unit a weight is told in", () => {
    for (const { file, text } of sources) assert.doesNotMatch(text, /\b(lb|pounds|inches)\b/, file);
  });

  test("write to the page through tags only, and quote every attribute they fill", () => {
    for (const { file, text } of sources) {
      assert.doesNotMatch(text, /\b(output|capture|block)\(|__eta/, file);
      assert.doesNotMatch(text, /=<%/, file);
    }
  });
});
