import { authorize } from "../actor.ts";
import { unreadable } from "../anglers/csv-file.service.ts";
import type { ColumnChoices } from "../anglers/header.rules.ts";
import { DomainError, type Problem } from "../errors.ts";
import type { Work } from "../work.ts";
import type { DuesDraft } from "./dues.schemas.ts";
import { booksOfAll } from "./dues-books.service.ts";
import { duesShape } from "./dues-shape.service.ts";
import { type DuesMeant, sortDues } from "./known-dues.rules.ts";
import { matchPeople, type PeopleChoices } from "./match-people.service.ts";
import { type DuesRecorded, recordDues } from "./pay-dues.service.ts";
import { readRecords } from "./record-file.service.ts";

export interface ImportDues extends ColumnChoices, PeopleChoices {
  /** CSV or JSON. */
  file: Uint8Array;
  /** Sends each payer a receipt: for payments of these days, not for years of history. */
  receipts?: boolean | undefined;
}

/** What an import came to; nothing recorded: the books had it all. */
export interface DuesImported {
  recorded: DuesRecorded[];
  same: number;
}

/**
 * Takes payments from a file into the books, all of it or nothing: invalid tells every problem with its line. What the
 * books have already is passed over, so the same file again changes nothing; who pays is found as in `importMembers`,
 * and what a payment covers as in `recordDues`, oldest first.
 */
export async function importDues(
  work: Work,
  { file, receipts, map, ...choices }: ImportDues,
): Promise<DuesImported> {
  authorize(work, "importDues", { roles: ["treasurer"] });
  const read = readRecords({ file, shape: duesShape, ...choices });
  const people = await matchPeople(work, {
    rows: read.rows.map(({ line, id, name, email }) => ({
      line,
      id: id ?? null,
      name,
      email: email ?? null,
      aliases: [],
    })),
    strangers: { unknown: "refused", mapped: "refused", advice },
    map,
  });
  const certain = read.rows.flatMap(({ line, method, paidOn, ...said }): DuesMeant[] => {
    const angler = people.meant.get(line);
    if (!angler || !method || !paidOn || read.broken.has(line)) return [];
    return [{ line, anglerId: angler.id, said: { ...said, method, paidOn } }];
  });
  const booksOf = await booksOfAll(work, {
    anglerIds: [...new Set(certain.map(({ anglerId }) => anglerId))],
  });
  const { same, fresh, problems } = sortDues(certain, { booksOf });
  const payments = fresh.toSorted(byDay).map(draftOf);
  const { recorded, refused } = await tryRecording(work, { payments, receipts });
  const found = [...read.problems, ...people.problems, ...problems, ...refused];
  if (found.length > 0) throw unreadable(read.placed(found));
  return { recorded, same: same.length };
}

/** All is taken back when anything is refused; so what is wrong with the payments can be told beside the rest. */
async function tryRecording(
  work: Work,
  { payments, receipts }: { payments: DuesDraft[]; receipts: boolean | undefined },
): Promise<{ recorded: DuesRecorded[]; refused: Problem[] }> {
  if (payments.length === 0) return { recorded: [], refused: [] };
  try {
    const recorded = await recordDues(work, { payments, ...(receipts ? {} : { receipts: "none" }) });
    return { recorded, refused: [] };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const several = error.details?.problems ?? [];
    const alone = { line: payments[0]?.line ?? 0, column: "angler", reason: error.message };
    const told = several.length > 0 ? several : [alone];
    return {
      recorded: [],
      refused: told.map((problem) => ({ ...problem, column: columns[problem.column ?? ""] ?? "name" })),
    };
  }
}

function draftOf({ anglerId, line, said }: DuesMeant): DuesDraft {
  const { amount, method, paidOn, year, note, coversFrom, coversTo, voidedOn, voidReason } = said;
  return {
    angler: anglerId,
    line,
    method,
    paidOn,
    ...(typeof amount === "number" ? { cents: amount } : {}),
    ...(year ? { year } : {}),
    ...(note ? { note } : {}),
    ...(coversFrom && coversTo ? { covers: { from: coversFrom, to: coversTo } } : {}),
    ...(voidedOn && voidReason ? { voided: { on: voidedOn, reason: voidReason } } : {}),
  };
}

/** Whether someone pays for the first time depends on what was paid before. */
const byDay = ({ said: one }: DuesMeant, { said: other }: DuesMeant): number =>
  one.paidOn < other.paidOn ? -1 : one.paidOn > other.paidOn ? 1 : 0;

/** What the books call otherwise than the file does. */
const columns: Partial<Record<string, string>> = { amount: "amount", paidOn: "paid_on", year: "year" };

const advice = "Say who it is by --map, or add them first: sabc member add.";
