import { knownHeaders } from "../anglers/header.rules.ts";

/** What a file of dues can say, by the names the club gives it. */
export const duesColumns = [
  "payment",
  "id",
  "name",
  "email",
  "amount",
  "method",
  "paid_on",
  "year",
  "note",
  "covers_from",
  "covers_to",
  "voided_on",
  "void_reason",
] as const;

export type DuesColumn = (typeof duesColumns)[number];

/** Every header that is understood, folded, and what it means. */
export const duesHeaders = (): Map<string, DuesColumn> =>
  knownHeaders(duesColumns, {
    payment: ["payment_id"],
    id: ["angler_id"],
    name: ["angler", "member", "full_name", "payer", "paid_by"],
    email: ["e_mail", "mail", "email_address", "e_mail_address"],
    amount: ["paid", "dollars", "dues"],
    method: ["how", "paid_with", "payment_method"],
    paid_on: ["date", "paid_date", "date_paid", "day"],
    year: ["for_year", "season"],
    note: ["notes", "comment", "memo"],
    covers_from: ["from"],
    covers_to: ["to", "paid_through"],
    voided_on: ["voided"],
    void_reason: ["voided_because"],
  });

/** What a column is called in JSON. */
export const duesField: Record<DuesColumn, string> = {
  payment: "payment",
  id: "id",
  name: "name",
  email: "email",
  amount: "amount",
  method: "method",
  paid_on: "paidOn",
  year: "year",
  note: "note",
  covers_from: "coversFrom",
  covers_to: "coversTo",
  voided_on: "voidedOn",
  void_reason: "voidReason",
};
