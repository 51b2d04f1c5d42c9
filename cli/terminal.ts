import { stripVTControlCharacters } from "node:util";

/** The three streams of a process, as much of them as a command needs. */
export interface Streams {
  stdin: NodeJS.ReadableStream & { isTTY?: boolean };
  stdout: Screen;
  stderr: Screen;
}

/** What is printed on: a terminal has a width and perhaps colours, a pipe or a file has neither. */
type Screen = NodeJS.WritableStream & { isTTY?: boolean; columns?: number; hasColors?: () => boolean };

// Line and paragraph separators, and the marks that turn the direction of writing: a name with one of them could
// make a terminal show something else than what is there.
const bidi = "\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069";
const unsafe = new RegExp(`[\\u0000-\\u001f\\u007f-\\u009f${bidi}\\ufeff]`, "g");

/** One line of text that is safe on a terminal: control and direction characters are replaced by a visible mark. */
export function clean(text: string): string {
  return stripVTControlCharacters(text)
    .replaceAll(/[\t\r\n]+/g, " ")
    .replaceAll(unsafe, "\ufffd");
}

/** The same JSON, with those characters written as escapes. */
export function cleanJson(json: string): string {
  const hidden = new RegExp(`[\\u007f-\\u009f${bidi}\\ufeff]`, "g");
  return json.replaceAll(
    hidden,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Emoji_Presentation}/u;

/** How many columns a text takes on a terminal. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text.replaceAll(/\p{M}|\u200b|\u200c|\u200d|\ufe0f/gu, ""))
    width += wide.test(character) ? 2 : 1;
  return width;
}

const styles = { bold: ["\u001b[1m", "\u001b[22m"], red: ["\u001b[31m", "\u001b[39m"] } as const;

export type Paint = (style: keyof typeof styles, text: string) => string;

/** Colour only on a terminal that has it; `NO_COLOR` and `TERM=dumb` are asked by the stream itself. */
export function paintFor(stream: Screen, { color }: { color: boolean }): Paint {
  const colourful = color && stream.isTTY === true && stream.hasColors?.() === true;
  return (style, text) => (colourful && text !== "" ? `${styles[style][0]}${text}${styles[style][1]}` : text);
}
