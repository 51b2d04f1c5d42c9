import assert from "node:assert/strict";
import type { Form } from "../../bot/command.ts";
import type { Face } from "../../bot/components.ts";
import type { Part } from "./discord/component.ts";
import { judgeComponents } from "./discord/component-rules.ts";
import { judgeModal } from "./discord/modal-rules.ts";

/** Names as nobody wants them: markdown, pings, links, right to left, emoji, as long as the club allows and longer. */
export const hostileNames = [
  "@everyone <@&180000000000000001> @here",
  "**Ann** _Lee_ ~~x~~ ||y|| `z` # h > q",
  "[click](https://evil.example) https://evil.example",
  "\u202eeeL nnA\u202c",
  "عبد الرحمن بن عوف",
  "👨‍👩‍👧‍👦".repeat(12),
  "*".repeat(120),
  "W".repeat(500),
] as const;

/** Every text of a face, a line for each. */
export const textOfFace = ({ components }: Face): string => partsOf(components as Part[]).join("\n");

const partsOf = (parts: readonly Part[]): string[] =>
  parts.flatMap((part) => [
    ...(part.content === undefined ? [] : [part.content]),
    ...partsOf(part.components ?? []),
  ]);

/** A face that Discord takes, and in which nothing that somebody wrote is more than text. */
export function mustBeTaken(face: Face, label: string): void {
  const parts = face.components as Part[];
  assert.deepEqual(judgeComponents(parts, { v2: true }), [], label);
  const text = textOfFace(face);
  // What the bot itself says may be bold, a channel, a time; names that people gave may not.
  assert.doesNotMatch(text, /@(everyone|here)|<@&|(?<!\\)\]\(|(?<!\\)\|\||[\u202a-\u202e]/, label);
  assert.doesNotMatch(text, /https?:\/\//, label);
}

/** A form that Discord opens. */
export const mustOpen = (form: Form, label: string): void =>
  assert.deepEqual(judgeModal({ ...form, components: form.components }), [], label);
