import type { Work } from "../work.ts";
import { findPublicThings, type PublicThings } from "./addresses.queries.ts";

/** What search engines may be told of. */
export type PublicPages = PublicThings;

/** Everything public that has a page of its own, with when it last changed. One query. */
export const listPublicPages = (work: Work, _: object = {}): Promise<PublicPages> => findPublicThings(work);
