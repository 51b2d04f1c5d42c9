import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { readCustomId, writeCustomId } from "../../bot/custom-id.ts";

const number = () => fc.integer({ min: 0, max: 2 ** 31 - 1 });

describe("what a button means", () => {
  test("is read as it was written", () => {
    fc.assert(
      fc.property(number(), fc.array(number(), { minLength: 2, maxLength: 9 }), (of, numbers) => {
        const press = { verb: "pick", of, numbers } as const;
        assert.deepEqual(readCustomId(writeCustomId(press)), press);
      }),
    );
  });

  test("is at most a hundred characters, or not written", () => {
    const numbers = Array.from({ length: 20 }, () => 2 ** 31 - 1);
    assert.throws(() => writeCustomId({ verb: "pick", of: 1, numbers }), /too long for Discord/);
  });

  for (const garbage of [
    "",
    "s1",
    "s1.",
    "s1.vote",
    "s1.vote.",
    "s1.vote.-1",
    "s1.vote.1.5x!",
    "s1.vote.01",
    "s1.vote.zzzzzzz",
    "s1.choose.1",
    "s1.toString.1",
    "s1.__proto__.1",
    "s0.vote.1",
    "s1.VOTE.1",
    "s1 vote 1",
    `s1.vote.${"1.".repeat(60)}1`,
    "s1.vote.1\n",
  ])
    test(`${JSON.stringify(garbage.slice(0, 30))} is refused`, () =>
      assert.equal(readCustomId(garbage), null));

  test("whatever is sent is read or refused, never more", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((rest) => `s1.vote.${rest}`),
        ),
        (id) => {
          const press = readCustomId(id);
          if (press !== null) assert.equal(writeCustomId(press), id);
        },
      ),
    );
  });
});
