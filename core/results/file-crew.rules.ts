import type { Problem } from "../errors.ts";
import type { FileAngler, FileBoat, FishedAs, MatchedRow } from "./boat-rows.rules.ts";
import type { RowGroup } from "./row-groups.rules.ts";

/** Who was aboard and what was published of them and of the boat; what the rows of one angler disagree about is a problem. */
export function crewOf(
  group: RowGroup,
  { fished, problems }: { fished: FishedAs; problems: Problem[] },
): { crew: FileAngler[]; boat: Omit<FileBoat, "crew" | "bags" | "missing" | "doubts"> } {
  const published = fished.ranked === "boat" ? group : null;
  const boat = {
    line: group.rows[0]!.line,
    boatNumber: group.boatNumber,
    publishedPlace: published && agreed(decisive(published.rows), "place", problems),
    publishedPoints: published && agreed(decisive(published.rows), "points", problems),
  };
  const crew = group.anglerIds.map((anglerId) => {
    const own = group.rows.filter((row) => row.anglerId === anglerId);
    refuseTwice(own, problems);
    // A partner without a row of their own is what the row that names them says.
    const rows = own.length > 0 ? own : group.rows.filter((row) => row.partnerId === anglerId);
    const ranked = fished.ranked === "angler" ? decisive(rows) : [];
    const { angler, partner } = rows[0]!;
    return {
      line: rows[0]!.line,
      anglerId,
      name: own.length > 0 ? angler : partner!,
      member: agreed(rows, "member", problems),
      seat: agreed(own, "seat", problems),
      standsInFor: agreed(own, "standsInForId", problems),
      status: statusOf(decisive(rows), problems),
      reason:
        rows.find(({ reason, penalty, status }) => reason !== null && (penalty === 0 || status !== "fished"))
          ?.reason ?? null,
      publishedPlace: agreed(ranked, "place", problems),
      publishedPoints: agreed(ranked, "points", problems),
    };
  });
  if (crew.some(({ status }) => status === "buy-in") && (crew.length > 1 || group.boatNumber !== null)) {
    const reason = "Who bought in has no boat and no partner.";
    problems.push({ line: boat.line, column: "status", value: "buy-in", reason });
  }
  return { crew, boat };
}

/** What was published of the whole event: the row of the total, where there is one. */
function decisive(rows: readonly MatchedRow[]): readonly MatchedRow[] {
  const totals = rows.filter(({ day }) => day === "total");
  return totals.length > 0 ? totals : rows;
}

function refuseTwice(rows: readonly MatchedRow[], problems: Problem[]): void {
  const first = new Map<MatchedRow["day"], MatchedRow>();
  for (const row of rows) {
    const before = first.get(row.day);
    if (!before) first.set(row.day, row);
    else {
      const day = row.day === "total" ? "with a total" : `on day ${row.day}`;
      const reason = `The angler stands ${day} in line ${before.line} already. An angler is in a tournament once.`;
      problems.push({ line: row.line, column: "angler", value: row.angler, reason });
    }
  }
}

/** Whoever fished on one day fished; a day off needs no word. Disqualified on some days only is for people to decide. */
function statusOf(rows: readonly MatchedRow[], problems: Problem[]): FileAngler["status"] {
  const said = [...new Set(rows.map(({ status }) => status))].filter((status) => status !== "did-not-fish");
  if (said.length > 1) {
    const { line } = rows.at(-1)!;
    const reason = `It is ${said.join(" and ")} at once. Say the same on all rows, or leave the void day's weight blank.`;
    problems.push({ line, column: "status", reason });
  }
  return said[0] ?? rows[0]!.status;
}

/** What all rows that say anything say. */
function agreed<Key extends "place" | "points" | "member" | "seat" | "standsInForId">(
  rows: readonly MatchedRow[],
  key: Key,
  problems: Problem[],
): MatchedRow[Key] | null {
  const said = rows.filter((row) => row[key] !== null);
  const other = said.find((row) => row[key] !== said[0]![key]);
  if (other) {
    const published = key === "place" || key === "points";
    const reason = `It is not what line ${said[0]!.line} says.${published ? " For the whole event add a row with the day total." : ""}`;
    problems.push({ line: other.line, column: columnOf[key] ?? key, reason });
  }
  return said[0]?.[key] ?? null;
}

const columnOf: Partial<Record<keyof MatchedRow, string>> = { standsInForId: "stands_in_for" };
