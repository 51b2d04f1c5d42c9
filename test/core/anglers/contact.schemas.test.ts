import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { emailAddress, personName, phoneNumber } from "#core/anglers/contact.schemas.ts";
import { paragraphs } from "#core/anglers/text.schemas.ts";

type Schema = { safeParse(value: unknown): { success: boolean; data?: unknown } };

const read = (schema: Schema, value: unknown): unknown => {
  const { success, data } = schema.safeParse(value);
  return success ? data : null;
};

const table = (schema: Schema, rows: [label: string, value: unknown, understood: string | null][]): void => {
  for (const [label, value, understood] of rows) {
    test(label, () => assert.equal(read(schema, value), understood));
  }
};

describe("a telephone number", () => {
  table(phoneNumber(), [
    ["as people write it", "(512) 555-0100", "+15125550100"],
    ["with dots", "512.555.0100", "+15125550100"],
    ["with the country and without a plus", "1 512 555 0100", "+15125550100"],
    ["international", "+44 20 7946 0958", "+442079460958"],
    ["of an area code that cannot be", "(112) 555-0100", null],
    ["too short", "555-0100", null],
    ["too long", "+1234567890123456", null],
    ["with an extension", "(512) 555-0100 x12", null],
    ["of another country without a plus", "44 20 7946 0958", null],
    ["with a line break inside", "512555\n0100", null],
    ["no text at all", 5125550100, null],
  ]);
});

describe("an e-mail address", () => {
  table(emailAddress(), [
    ["plain", " ann@example.org ", "ann@example.org"],
    ["with a tag", "Ann.Lee+club@mail.example.org", "Ann.Lee+club@mail.example.org"],
    ["with a header behind it", "b@club.org\r\nBcc: evil@x.org", null],
    ["with two recipients", "a@club.org,b@club.org", null],
    ["with a name", "Ann <a@club.org>", null],
    ["without a domain", "ann", null],
    ["of the longest kind and one more", `${"a".repeat(250)}@b.org`, null],
  ]);
});

describe("a person's name", () => {
  table(personName(), [
    ["with blanks to spare", "  Ann   Lee ", "Ann Lee"],
    ["with accents in two pieces", "Jose\u0301 Nun\u0303ez", "José Nuñez"],
    ["with an apostrophe and a hyphen", "D'Arcy O'Brien-Lee", "D'Arcy O'Brien-Lee"],
    ["empty", "   ", null],
    ["a number, which would be an id", "17", null],
    ["an address, which would be an e-mail", "ann@example.org", null],
    ["with a line break", "Ann\nLee", null],
    ["with a bell", "Ann\u0007Lee", null],
    ["turned around", "Ann \u202EeeL", null],
    ["with an invisible blank", "Ann\u200BLee", null],
    ["with half a character", "Ann \uD800", null],
    ["longer than any", "A".repeat(81), null],
  ]);
});

describe("a text of several lines", () => {
  table(paragraphs({ most: 20 }), [
    ["keeps its lines, however they end", "one\r\n\ttwo\n", "one\n\ttwo"],
    ["with an escape sequence", "one \u001B[31m", null],
    ["turned around", "one \u2066", null],
    ["too long", "x".repeat(21), null],
  ]);
});
