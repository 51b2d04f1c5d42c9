import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { StatusRow } from "#core/membership/status.rules.ts";
import { mergedStatuses } from "#core/people/merged-statuses.rules.ts";

const rows = (words: string): StatusRow[] =>
  words === ""
    ? []
    : words.split(", ").map((word) => {
        const [status, from] = word.split(" ") as [StatusRow["status"], string];
        return { status, from };
      });

describe("what one person was by two records", () => {
  const cases: [string, string, string, string][] = [
    ["nothing and something", "", "guest 2024", "guest 2024"],
    ["a guest at the scales never unmakes the member", "member 2023", "guest 2025", "member 2023"],
    ["nor does an application", "member 2023", "applicant 2025", "member 2023"],
    [
      "a guest of one who joined by the other",
      "guest 2023",
      "applicant 2024, member 2025",
      "guest 2023, applicant 2024, member 2025",
    ],
    [
      "who left stays so although a guest after",
      "member 2023, former 2025",
      "guest 2026",
      "member 2023, former 2025",
    ],
    [
      "and may apply again",
      "member 2023, former 2025",
      "applicant 2026",
      "member 2023, former 2025, applicant 2026",
    ],
    [
      "having left counts over what was before it",
      "member 2023, former 2025",
      "member 2024",
      "member 2023, former 2025",
    ],
    [
      "and who came back after is back",
      "member 2023, former 2025",
      "member 2026",
      "member 2023, former 2025, member 2026",
    ],
    ["both on one day", "guest 2024", "member 2024", "member 2024"],
    ["the same twice", "member 2024", "member 2025", "member 2024"],
    ["one's own way down stays", "member 2023, guest 2024", "guest 2023", "member 2023, guest 2024"],
  ];
  for (const [label, one, other, merged] of cases) {
    test(label, () => {
      assert.deepEqual(mergedStatuses(rows(one), rows(other)), rows(merged));
      assert.deepEqual(mergedStatuses(rows(other), rows(one)), rows(merged));
    });
  }
});
