/**
 * What people wrote, as text that Discord shows letter by letter: no markdown, no mentions, no links, nothing that
 * turns the line around.
 */
export function escaped(text: string): string {
  const plain = text
    .normalize("NFC")
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .trim();
  const shown = plain
    .replaceAll(/[\\*_~`|>#[\]()<@]/g, String.raw`\$&`)
    // What would begin a list, and what would make a link.
    .replace(/^(\d*)([-+.])/, String.raw`$1\$2`)
    .replaceAll("://", String.raw`\://`)
    .replaceAll(/@(?=everyone|here)/gi, "@\u200b");
  return rightToLeft.test(plain) ? `\u2068${shown}\u2069` : shown;
}

/** For labels of buttons and selects, which know no markdown. */
export const label = (text: string, most: number): string =>
  cut(text.replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, " ").trim(), most);

/** No longer than this, counted as Discord counts, and no emoji cut in two. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = "";
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length > most - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** An instant as each reader's own clock shows it: F full, R `in 3 hours`, counting by itself. */
export const moment = (iso: string, style: "F" | "R"): string =>
  `<t:${Math.floor(Date.parse(iso) / 1000)}:${style}>`;

export const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

/** Permissions as Discord's settings call them: `Send Messages, Create Events`. */
export const permissionWords = (permissions: readonly string[]): string =>
  permissions.map((name) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ")).join(", ");

/** The blocks in their order as long as they fit; what does not is left out from the first such one on. */
export function fitting(blocks: readonly string[], most: number): string[] {
  const kept: string[] = [];
  let room = most;
  for (const block of blocks) {
    room -= block.length + 1;
    if (room < 0) break;
    kept.push(block);
  }
  return kept;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}/u;
