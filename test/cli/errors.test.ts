import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { z } from "zod";
import { busy, conflict, forbidden, invalid, notFound, unavailable } from "#core/errors.ts";
import { Cancelled, describeFailure, exitCodes, printFailure, UsageError } from "../../cli/errors.ts";

describe("an error's exit code", () => {
  const schemaError = z.strictObject({ name: z.string("a name is needed") }).safeParse({}).error;
  const cases: [string, unknown, number, string][] = [
    ["something nobody foresaw", new TypeError("x is not a function"), 1, "unexpected"],
    ["something that is no error", "boom", 1, "unexpected"],
    ["a wrong command line", new UsageError("missing", "Missing: YEAR."), 2, "usage"],
    ["a prompt left", new Cancelled(), 2, "cancelled"],
    ["Ctrl-C at a prompt", Object.assign(new Error("x"), { name: "ExitPromptError" }), 2, "cancelled"],
    ["nobody of that name", notFound("angler-not-found", "Nobody is called Zed."), 3, "not-found"],
    ["bad input", invalid("weight-not-understood", "The weight is not understood."), 4, "invalid"],
    ["input that its schema refuses", schemaError, 4, "invalid"],
    ["a clash", conflict("season-closed", "The season is closed."), 5, "conflict"],
    ["not allowed", forbidden("role-required", "Only admin may do this."), 6, "forbidden"],
    ["no database", unavailable("database-away", "It cannot be reached."), 7, "unavailable"],
    ["another run", busy("job-running", "Another run is at work."), 75, "busy"],
  ];
  for (const [label, error, code, kind] of cases) {
    test(label, () => {
      const failure = describeFailure(error);
      assert.deepEqual({ code: exitCodes[failure.kind].code, kind: failure.kind }, { code, kind });
    });
  }
});

describe("an error as a person reads it", () => {
  const failure = describeFailure(
    invalid("file-invalid", "The file has 2 problems; nothing was saved.", {
      problems: [
        { line: 7, column: "weight", value: "12.x", reason: "is not a weight" },
        { line: 9, reason: "an angler is missing" },
      ],
    }),
  );

  test("every problem with its place below the sentence", () => {
    assert.equal(
      printFailure(failure, { quiet: false }),
      'sabc: The file has 2 problems; nothing was saved.\n  line 7, weight: "12.x" is not a weight\n  line 9: an angler is missing\n',
    );
  });

  test("one line when asked to be quiet", () => {
    assert.equal(
      printFailure(failure, { quiet: true }),
      "sabc: The file has 2 problems; nothing was saved. (2 problems)\n",
    );
  });

  test("the nearest candidates, cleaned", () => {
    const nobody = notFound("angler-not-found", 'Nobody is called "An\u202en".', {
      candidates: ["Ann Lee", "Anna\u001b[31m"],
    });
    assert.equal(
      printFailure(describeFailure(nobody), { quiet: false }),
      'sabc: Nobody is called "An\ufffdn".\nDid you mean:\n  Ann Lee\n  Anna\n',
    );
  });

  test("no stack trace", () => {
    const told = printFailure(describeFailure(new TypeError("x is not a function")), { quiet: false });
    assert.equal(told, "sabc: Something unexpected went wrong: x is not a function\n");
  });
});
