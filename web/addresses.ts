import type { TournamentSummary } from "#core/tournaments/tournaments.service.ts";

/** `/tournaments/2026-03-canyon`: the number is the address, the lake's key its readable tail. */
export function tournamentPath({
  season,
  number,
  lake,
}: Pick<TournamentSummary, "season" | "number" | "lake">): string {
  const reference = tournamentReference({ season, number });
  return `/tournaments/${reference}${lake ? `-${encodeURIComponent(lake.key)}` : ""}`;
}

/** What is printed for its scales. */
export const weighSheetPath = (tournament: Parameters<typeof tournamentPath>[0]): string =>
  `${tournamentPath(tournament)}/weigh-sheet`;

/** What stands beside a link to it elsewhere. */
export const picturePath = (tournament: Pick<TournamentSummary, "season" | "number">): string =>
  `/pictures/${tournamentReference(tournament)}.png`;

/** The same for a page about anything else. */
export const clubPicturePath = "/pictures/club.png";

/** `2026-03`: number 3 of 2026, as people refer to it in the terminal too. */
export const tournamentReference = ({
  season,
  number,
}: Pick<TournamentSummary, "season" | "number">): string => `${season}-${String(number).padStart(2, "0")}`;

/** Reads `2026-03`, `2026-3` and `2026-03-any-tail`; null for anything else. */
export function readTournamentAddress(address: string): string | null {
  const match = /^(\d{4})-(\d{1,3})(?:-|$)/.exec(address);
  return match ? tournamentReference({ season: Number(match[1]), number: Number(match[2]) }) : null;
}

/**
 * `/anglers/17-ann-l`: the number is the address, the public name its readable tail. Null for the placeholder of
 * someone who was erased: there is nothing to lead to.
 */
export function anglerPath({ id, name }: { id: number; name: string }): string | null {
  if (new RegExp(`^Former (member|guest) ${id}( \\(erased\\))?$`).test(name)) return null;
  const tail = plain(name);
  return `/anglers/${id}${tail && `-${tail}`}`;
}

/** The list of anglers, a page at a time where they are many. */
export const anglersPath = (page = 1): string => (page === 1 ? "/anglers" : `/anglers/page/${page}`);

/** Reads `17` and `17-any-tail`; null for anything else. */
export function readAnglerAddress(address: string): number | null {
  const match = /^([1-9]\d{0,8})(?:-|$)/.exec(address);
  return match ? Number(match[1]) : null;
}

/** A name as part of an address: `Ann-Sofie Ö.` is `ann-sofie-o`. */
const plain = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replaceAll(/^-|-$/g, "");

/** A lake, with its tournaments a page at a time where they are many. */
export const lakePath = ({ key, page = 1 }: { key: string; page?: number }): string =>
  `/lakes/${encodeURIComponent(key)}${page === 1 ? "" : `/page/${page}`}`;

/** The link in a mail that ends mails like it, and the way back. */
export const unsubscribePath = (token: string): string => `/unsubscribe/${token}`;
export const resubscribePath = (token: string): string => `/unsubscribe/${token}/undo`;

/** A path as the log may have it: without what would let its reader do something. */
export const loggedPath = (path: string): string =>
  path.replace(/^\/+unsubscribe\/+[^/]+/i, "/unsubscribe/[removed]");

export const newsPath = "/news";
/** A page of it. */
export const newsPagePath = (page: number): string => (page === 1 ? newsPath : `${newsPath}/page/${page}`);
export const postPath = ({ slug }: { slug: string }): string => `/news/${slug}`;
export const textPath = (slug: string): string => `/${slug}`;

export const calendarPath = (year: number): string => `/calendar/${year}`;
export const seasonPath = (year: number): string => `/tournaments/${year}`;
export const standingsPath = (year: number): string => `/standings/${year}`;
/** Where all rows stand of which the other shows the first. */
export const allStandingsPath = (year: number): string => `${standingsPath(year)}/all`;
export const awardsPath = (year: number): string => `/awards/${year}`;

/** Where a total is explained. The first race of a season needs no name. */
export const whyPath = ({
  season,
  race,
  key,
}: {
  season: number;
  race: string | null;
  key: string;
}): string => `/standings/${season}/why/${key}${race ? `?race=${race}` : ""}`;

/** A map of the ramp; opens the phone's own map where there is one. */
export const mapAddress = ({ latitude, longitude }: { latitude: number; longitude: number }): string =>
  `https://www.google.com/maps/search/?api=1&query=${latitude},${longitude}`;
