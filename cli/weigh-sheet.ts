import { printDate, printTime } from "#core/time.ts";
import type { WeighSheet, WeighSheetColumn, WeighSheetLine } from "#core/tournaments/weigh-sheet.service.ts";
import { names } from "./exact.ts";
import { wrap } from "./layout.ts";
import { clean, displayWidth } from "./terminal.ts";

/** A sheet of paper is so many columns wide. */
const paper = 80;
const gap = "  ";
const blanks: Record<WeighSheetColumn, { header: string; width: number }> = {
  fish: { header: "Fish", width: 4 },
  dead: { header: "Dead", width: 4 },
  short: { header: "Short", width: 5 },
  late: { header: "Late", width: 4 },
  weight: { header: "Weight", width: 9 },
  bigBass: { header: "Big bass", width: 8 },
};

/** The sheet as it is printed: plain text of 80 columns, a page for each day. */
export function printWeighSheet(sheet: WeighSheet): string[] {
  return sheet.days.map((_, at) => printDay(sheet, at));
}

function printDay(sheet: WeighSheet, at: number): string {
  const head = [headline(sheet), ...place(sheet, at), ...wrap(sheet.words.join(" "), paper)];
  const name = paper - total(sheet.columns) - "Boat".length - gap.length;
  const columns = [
    "Boat",
    pad("Name", name),
    ...sheet.columns.map((column) => pad(blanks[column].header, blanks[column].width)),
  ];
  const rows = sheet.lines.flatMap((line, row) =>
    printLine(line, { sheet, name, before: sheet.lines[row - 1] }),
  );
  return `${[...head, "", columns.join(gap).trimEnd(), "", ...rows].join("\n")}\n`;
}

function headline({ club, tournament: { season, number } }: WeighSheet): string {
  const right = `Weigh sheet ${season}-${String(number).padStart(2, "0")}`;
  const [left = ""] = wrap(clean(club ?? ""), paper - right.length - gap.length);
  return pad(left, paper - right.length) + right;
}

function place({ tournament, days }: WeighSheet, at: number): string[] {
  const { name, lake, ramp, firstCast, weighIn } = tournament;
  const where = [lake?.name, ramp?.name].filter((one) => one !== undefined).join(", ");
  const when = `${printDate(days[at]!)}${days.length > 1 ? ` (day ${at + 1} of ${days.length})` : ""}`;
  const hours = [
    ...(firstCast === null ? [] : [`first cast ${printTime(firstCast)}`]),
    ...(weighIn === null ? [] : [`weigh-in ${printTime(weighIn)}`]),
  ].join(", ");
  return [[name, when].join(", "), [where, hours].filter(Boolean).join("; ")]
    .filter(Boolean)
    .flatMap((line) => wrap(clean(line), paper));
}

/** A name and lines to write on; the boat's number once for all aboard. */
function printLine(
  { boatNumber, anglers }: WeighSheetLine,
  { sheet, name, before }: { sheet: WeighSheet; name: number; before: WeighSheetLine | undefined },
): string[] {
  const again = boatNumber !== null && before?.boatNumber === boatNumber;
  const boat = boatNumber === null || again ? "" : String(boatNumber);
  const who = anglers.length === 0 ? ["_".repeat(name)] : wrap(clean(names(anglers)), name);
  const ruled = sheet.columns.map((column) => "_".repeat(blanks[column].width)).join(gap);
  const rows = who.map((text, at) => {
    const last = at === who.length - 1;
    const start = `${(at === 0 ? boat : "").padStart("Boat".length)}${gap}`;
    return last ? `${start}${pad(text, name)}${gap}${ruled}` : `${start}${text}`;
  });
  return [...rows, ""];
}

const total = (columns: WeighSheetColumn[]): number =>
  columns.reduce((sum, column) => sum + blanks[column].width + gap.length, 0);

const pad = (text: string, width: number): string =>
  text + " ".repeat(Math.max(width - displayWidth(text), 0));
