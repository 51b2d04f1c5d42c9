import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { postNewsSchema } from "#core/news/news.schemas.ts";
import { editPageSchema } from "#core/news/pages.schemas.ts";
import { demoNews, demoPages } from "../../../core/demo/texts.rules.ts";
import { startingText } from "../../../core/news/starting-texts.rules.ts";

describe("what the demo club announces and writes", () => {
  for (const today of ["2026-11-23", "2027-01-01", "2028-02-29"]) {
    test(`is news on ${today}, and what an officer could post`, () => {
      const news = demoNews(today);
      for (const { title, body, priority, postedOn, lastDay } of news) {
        assert.deepEqual(postNewsSchema.parse({ title, body, priority }), { title, body, priority });
        assert.ok(postedOn < today && (lastDay === null || lastDay > today));
      }
      assert.equal(new Set(news.map(({ title }) => title)).size, news.length);
    });
  }

  for (const [slug, body] of Object.entries(demoPages)) {
    test(`says on the page ${slug} what no starting text says`, () => {
      const page = editPageSchema.parse({ slug, body });
      assert.equal(page.body, body);
      assert.notEqual(page.body, startingText(page.slug, null));
    });
  }
});
