import { invalid } from "../errors.ts";

/** The text of a file's bytes, UTF-8 with or without BOM, every line end a line feed. Refuses the rest with its line. */
export function decodeText(file: Uint8Array): string {
  if (file.length > largest)
    throw refused(null, "The file is over 10 MB. Split it, or check that it is the right one.");
  if (startsWith(file, [0xff, 0xfe]) || startsWith(file, [0xfe, 0xff])) {
    throw refused(null, `The file is UTF-16. Save it as "CSV UTF-8".`);
  }
  const nul = file.indexOf(0);
  if (nul !== -1) {
    throw refused(
      lineOf(file, nul),
      `The line holds a NUL byte. The file is no text, or not UTF-8; save it as "CSV UTF-8".`,
    );
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file).replaceAll(/\r\n?/g, "\n");
  } catch {
    throw refused(firstBrokenLine(file), `The line is not UTF-8. Save the file as "CSV UTF-8".`);
  }
}

/** What separates the cells: whichever of comma, semicolon and tab the first filled line has most of, outside quotes. */
export function delimiterOf(text: string): string {
  const first = text.split("\n", 50).find((line) => line.trim() !== "") ?? "";
  const bare = first.replaceAll(/"[^"]*"/g, "");
  const counts = [",", ";", "\t"].map((mark) => ({ mark, count: bare.split(mark).length }));
  return counts.toSorted((one, other) => other.count - one.count)[0]!.mark;
}

const startsWith = (file: Uint8Array, mark: number[]) => mark.every((byte, index) => file[index] === byte);

const lineOf = (file: Uint8Array, position: number) =>
  file.subarray(0, position).reduce((lines, byte) => lines + (byte === lineFeed ? 1 : 0), 1);

/** A line feed is never part of a longer UTF-8 sequence, so lines can be tried one by one. */
function firstBrokenLine(file: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < file.length; line += 1) {
    const end = file.indexOf(lineFeed, start);
    const bytes = file.subarray(start, end === -1 ? undefined : end);
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      return line;
    }
    start = end === -1 ? file.length : end + 1;
  }
  return line;
}

function refused(line: number | null, reason: string): Error {
  return invalid(
    "file-refused",
    "The file has a problem; nothing was saved. Mend the file and import it again.",
    {
      problems: [line === null ? { reason } : { line, reason }],
    },
  );
}

const largest = 10_000_000;
const lineFeed = 0x0a;
