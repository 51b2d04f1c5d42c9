import { describe, test } from "node:test";
import { exportThenImport } from "../../support/export-import.ts";

describe("what is exported", async () => {
  const compare = await exportThenImport();
  for (const year of [2025, 2026]) test(`of ${year} is imported as it was`, () => compare({ year, runs: 6 }));
});
