import type { Work } from "../work.ts";
import {
  findPublicAnglers,
  findPublicNews,
  findPublicParts,
  findPublicThings,
  findPublicTournaments,
  type PublicAngler,
  type PublicNews,
  type PublicParts,
  type PublicThings,
  type PublicTournament,
} from "./addresses.queries.ts";

/** What search engines may be told of, and when it last changed, as far as that is known without reading all there is. */
export type PublicPages = PublicThings;

interface OfPart {
  /** From 1. */
  part: number;
}

/** In how many parts, of at most 500 each, the tournaments, anglers and news with a page are told. One query. */
export const listPublicParts = (work: Work, _: object = {}): Promise<PublicParts> => findPublicParts(work);

/** Seasons, years of the calendar, lakes and the club's texts: all public pages but those told in parts. One query. */
export const listPublicPages = (work: Work, _: object = {}): Promise<PublicPages> => findPublicThings(work);

/** Tournaments, cancelled ones among them. One query. */
export const listPublicTournaments = (work: Work, { part }: OfPart): Promise<PublicTournament[]> =>
  findPublicTournaments(work, part);

/** Who has an official result and was not erased, by public name. One query. */
export const listPublicAnglers = (work: Work, { part }: OfPart): Promise<PublicAngler[]> =>
  findPublicAnglers(work, part);

/** What is news today. One query. */
export const listPublicNews = (work: Work, { part }: OfPart): Promise<PublicNews[]> =>
  findPublicNews(work, part);
