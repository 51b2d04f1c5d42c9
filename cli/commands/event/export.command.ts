import { invalid } from "#core/errors.ts";
import { defineCommand } from "../../command.ts";

export const command = defineCommand({
  summary: "Export the calendar as a file that calendar programs read (ICS).",
  description:
    "Cancelled events are in it, marked so. For programs that subscribe, the site gives the same at /calendar.ics, from last year on.",
  parameters: {
    file: { argument: "the file to write; to the screen or a pipe when left out", optional: true },
    ics: { flag: "the format, which is the only one so far" },
    tournaments: { flag: "the tournaments alone" },
    year: { option: "YEAR", about: "one year alone", optional: true },
  },
  examples: [
    "sabc event export --ics calendar.ics",
    "sabc event export --tournaments --year 2026 > 2026.ics",
  ],
  async input({ file, tournaments, year }) {
    const { exportCalendarSchema } = await import("#core/tournaments/calendar.schemas.ts");
    return { file, ...exportCalendarSchema.parse({ kind: tournaments ? "tournaments" : "all", year }) };
  },
  async run(context, { file, ...what }) {
    const { exportCalendar } = await import("#core/tournaments/calendar.service.ts");
    const { publicUrl } = await context.config();
    const ics = await context.read((work) => exportCalendar(work, { ...what, publicUrl }));
    if (file !== undefined) await writeWhole(file, ics);
    return { ics, file };
  },
  output({ ics, file }) {
    const events = ics.split("\r\nBEGIN:VEVENT\r\n").length - 1;
    const said = events === 1 ? "1 event" : `${events} events`;
    return file === undefined
      ? { json: { ics }, file: ics }
      : { json: { file, events }, notes: [`Wrote ${said} to ${file}.`] };
  },
});

/** All of it or nothing: a calendar program may read the file at any time. */
async function writeWhole(file: string, text: string): Promise<void> {
  const { rename, rm, writeFile } = await import("node:fs/promises");
  const beside = `${file}.${process.pid}.part`;
  try {
    await writeFile(beside, text);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const why = reasons[code] ?? code;
    throw invalid("file-unwritable", `The file ${file} cannot be written: ${why}. Name another.`);
  }
}

const reasons: Record<string, string> = {
  EISDIR: "it is a directory",
  ENOENT: "its directory is not there",
  EACCES: "it may not be written here",
  ENOSPC: "the disk is full",
};
