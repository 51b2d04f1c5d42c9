import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { renderMarkdown } from "#core/notices/markdown.service.ts";

const tags =
  "h1 h2 h3 h4 h5 h6 p br hr strong em s a code pre ul ol li blockquote table thead tbody tr th td";
const known = new Set(tags.split(" "));

/** Every tag of the HTML with its attributes, as a browser would find them. */
const tagsOf = (html: string) =>
  [...html.matchAll(/<\/?([a-z][^\s/>]*)([^>]*)>/gi)].map(([, name = "", attributes = ""]) => ({
    name: name.toLowerCase(),
    attributes: [...attributes.matchAll(/([^\s=]+)="([^"]*)"/g)].map(([, key, value]) => ({ key, value })),
  }));

/** What is asked of all that is rendered, whatever it was made from. */
function assertHarmless(html: string): void {
  for (const { name, attributes } of tagsOf(html)) {
    assert.ok(known.has(name), `<${name}> in ${html.slice(0, 200)}`);
    for (const { key, value } of attributes) {
      assert.ok(["href", "start", "rel"].includes(key!), `${key} in ${html.slice(0, 200)}`);
      if (key === "href") assert.match(value!, /^(https?:\/\/|mailto:)/i);
    }
  }
}

const harmless: [string, string][] = [
  ["a script", "<script>alert(1)</script>"],
  ["a picture with a handler", "<img src=x onerror=alert(1)>"],
  ["a picture of Markdown", "![x](https://evil.example/pixel.gif)"],
  ["a picture of data", "![x](data:image/svg+xml;base64,PHN2Zz4=)"],
  ["a picture in a link", "[![x](https://evil.example/a.png)](javascript:alert(1))"],
  ["javascript", "[x](javascript:alert(1))"],
  ["javascript in capitals and blanks", "[x](  JaVaScRiPt:alert(1))"],
  ["javascript with an entity", "[x](java&#115;cript:alert(1))"],
  ["javascript with a tab", "[x](java\tscript:alert(1))"],
  ["javascript with a zero byte", "[x](java\u0000script:alert(1))"],
  ["javascript between brackets", "<javascript:alert(1)>"],
  ["javascript by reference", "[x][1]\n\n[1]: javascript:alert(1)"],
  ["javascript percent-encoded", "[x](%6Aavascript:alert(1))"],
  ["data", "[x](data:text/html,<script>alert(1)</script>)"],
  ["vbscript", "[x](vbscript:msgbox)"],
  ["a file", "[x](file:///etc/passwd)"],
  ["another site without a scheme", "[x](//evil.example/)"],
  ["an own path", "[x](/logout)"],
  ["a quote that leaves the address", `[x](https://club.example/"onmouseover="alert(1))`],
  ["a quote in the title", `[x](https://club.example 'a" onmouseover="alert(1)')`],
  ["a handler in a heading", "# <b onclick=alert(1)>x</b>"],
  ["a style", "<style>*{display:none}</style>"],
  ["a form", '<form action="https://evil.example"><input name=password></form>'],
  ["a frame", "<iframe srcdoc='<script>alert(1)</script>'></iframe>"],
  ["a comment that is not closed", "<!-- <script>alert(1)</script>"],
  ["half a tag", "<a href='https://club.example' <script>alert(1)</script>"],
  ["svg", "<svg><animate onbegin=alert(1) attributeName=x></svg>"],
  ["a language of code with a quote", '```x"onclick="alert(1)\ncode\n```'],
  ["a table with tags", "| a |\n|---|\n| <img src=x onerror=alert(1)> |"],
  ["an address found in the text", "https://club.example/<script>alert(1)</script>"],
];

const hugeInputs: [string, string][] = [
  ["quotes in quotes", ">".repeat(5_000) + " x"],
  [
    "lists in lists",
    Array.from({ length: 1_000 }, (_, at) => `${" ".repeat(at * 2)}- x`)
      .join("\n")
      .slice(0, 200_000),
  ],
  ["brackets", "[".repeat(20_000)],
  ["links in links", "[a](".repeat(10_000)],
  ["stars", "*a_ ".repeat(20_000)],
  ["ticks", Array.from({ length: 500 }, (_, at) => "`".repeat(at)).join(" ")],
  ["tags", "<a ".repeat(20_000)],
  ["addresses", "https://club.example/ ".repeat(5_000)],
  ["one long word", "a".repeat(200_000)],
  ["references", "[x]: https://club.example\n".repeat(5_000)],
];

describe("Markdown of an officer who means harm, or was robbed of the password", () => {
  for (const [label, text] of harmless) test(label, () => assertHarmless(renderMarkdown({ text })));

  test("what is harmful stands there as text, so that it is seen", () => {
    assert.match(renderMarkdown({ text: "<script>alert(1)</script>" }), /&lt;script&gt;/);
    assert.equal(renderMarkdown({ text: "[x](javascript:alert(1))" }), "<p>[x](javascript:alert(1))</p>\n");
  });

  for (const [label, text] of hugeInputs) {
    test(`a great lot of ${label} takes less than two seconds`, () => {
      const began = performance.now();
      assertHarmless(renderMarkdown({ text }));
      assert.ok(performance.now() - began < 2_000);
    });
  }
});

describe("Markdown as officers write it", () => {
  test("headings, lists, tables and links come through", () => {
    const text =
      "## Ramps\n\n- *one*\n- **two**\n\n| a |\n|---|\n| b |\n\n[map](https://maps.example/x?a=1&b=2)";
    const html = renderMarkdown({ text });
    assertHarmless(html);
    for (const part of [
      "<h2>Ramps</h2>",
      "<li><em>one</em></li>",
      "<strong>two</strong>",
      "<td>b</td>",
      'href="https://maps.example/x?a=1&amp;b=2"',
    ])
      assert.ok(html.includes(part), part);
  });

  test("a mail address is a link too", () => {
    assert.match(
      renderMarkdown({ text: "[us](mailto:club@club.example)" }),
      /href="mailto:club@club.example"/,
    );
  });
});
