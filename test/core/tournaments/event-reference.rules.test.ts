import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type EventReference, readEventReference } from "#core/tournaments/event-reference.rules.ts";

describe("how people name an event", () => {
  const cases: [string, EventReference][] = [
    ["17", { by: "id", id: 17 }],
    [" 17 ", { by: "id", id: 17 }],
    ["2026-03-10", { by: "date", date: "2026-03-10" }],
    ["2026-03", { by: "tournament", reference: "2026-03" }],
    ["2026-03-canyon", { by: "tournament", reference: "2026-03-canyon" }],
    ["NEXT", { by: "next" }],
    ["March  meeting", { by: "name", name: "March meeting" }],
    ["2027 banquet", { by: "name", name: "2027 banquet" }],
  ];
  for (const [text, reference] of cases) {
    test(`"${text}"`, () => assert.deepEqual(readEventReference(text), reference));
  }
});
