import { notFound } from "#core/errors.ts";

/** Which page of a list an address means: the first has no number, the others are /page/2 and so on. */
export function readPage(text: string | undefined): number {
  if (text === undefined) return 1;
  if (/^[1-9]\d{0,4}$/.test(text) && text !== "1") return Number(text);
  throw notFound("page-not-found", "A page of the list is a number from 2.");
}
