import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { printSize } from "../../cli/size.ts";

describe("the size of a file", () => {
  const cases: [number, string][] = [
    [0, "0 bytes"],
    [999, "999 bytes"],
    [1_000, "1.0 kB"],
    [9_949, "9.9 kB"],
    [136_269, "136 kB"],
    [999_400, "999 kB"],
    [999_500, "1.0 MB"],
    [3_400_000_000, "3.4 GB"],
    [5e15, "5000 TB"],
  ];
  for (const [bytes, said] of cases) test(said, () => assert.equal(printSize(bytes), said));
});
