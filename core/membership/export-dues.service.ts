import { isOfficer } from "../actor.ts";
import { Angler } from "../anglers/angler.entity.ts";
import { writeCsv } from "../anglers/csv-file.service.ts";
import { forbidden } from "../errors.ts";
import { exactMoney } from "../money.ts";
import type { Work } from "../work.ts";
import { keptDues } from "./dues-books.service.ts";
import { type DuesColumn, duesColumns } from "./dues-columns.rules.ts";
import type { DuesKept } from "./known-dues.rules.ts";
import { findDues } from "./membership.queries.ts";

/** A payment as the file of dues has it. */
export interface DuesExported extends DuesKept {
  angler: { id: number; name: string };
  note: string | null;
  voidReason: string | null;
}

/** The club's dues; `erased` counts the payments of people who were erased, which are left out. */
export interface DuesBook {
  payments: DuesExported[];
  erased: number;
}

/**
 * All payments of dues, voided ones too, or those that cover a day of one year, by day: read again by `importDues` it
 * changes nothing. For officers.
 */
export async function exportDues(work: Work, { year }: { year?: number | undefined }): Promise<DuesBook> {
  if (!isOfficer(work.actor)) throw forbidden("officers-only", "The books are for officers of the club.");
  const dues = [...(await findDues(work, "all")).values()].flat();
  const anglers = await work.em.find(Angler, { erasedOn: null });
  const names = new Map(anglers.map(({ id, name }) => [id, name]));
  const asked = dues.filter(
    ({ coversFrom, coversTo }) =>
      year === undefined || (coversFrom <= `${year}-12-31` && coversTo >= `${year}-01-01`),
  );
  const payments = asked.flatMap((payment): DuesExported[] => {
    const { id } = payment.angler;
    const name = names.get(id);
    const { note, voidReason } = payment;
    return name === undefined ? [] : [{ ...keptDues(work, payment), angler: { id, name }, note, voidReason }];
  });
  return {
    payments: payments.toSorted((one, other) =>
      one.paidOn < other.paidOn ? -1 : one.paidOn > other.paidOn ? 1 : one.id - other.id,
    ),
    erased: asked.length - payments.length,
  };
}

/** The same payments as the CSV file that `importDues` reads. */
export const duesCsv = (payments: readonly DuesExported[]): string =>
  writeCsv({
    header: [...exported],
    rows: payments.map((payment) => {
      const cells = cellsOf(payment);
      return exported.map((column) => cells[column] ?? "");
    }),
  });

/** The same payments as `importDues` reads them from JSON, amounts as text. */
export const duesJson = (payments: readonly DuesExported[]): object[] =>
  payments.map(({ id, angler, cents, voidedOn, voidReason, note, ...rest }) => ({
    payment: id,
    id: angler.id,
    name: angler.name,
    amount: exactMoney(cents),
    ...rest,
    note,
    voidedOn,
    voidReason,
  }));

function cellsOf({ id, angler, cents, ...payment }: DuesExported): Partial<Record<DuesColumn, string>> {
  return {
    payment: String(id),
    id: String(angler.id),
    name: angler.name,
    amount: exactMoney(cents),
    method: payment.method,
    paid_on: payment.paidOn,
    note: payment.note ?? "",
    covers_from: payment.coversFrom,
    covers_to: payment.coversTo,
    voided_on: payment.voidedOn ?? "",
    void_reason: payment.voidReason ?? "",
  };
}

/** The days covered say the year, and the id who it is. */
const exported = duesColumns.filter((column) => column !== "year" && column !== "email");
