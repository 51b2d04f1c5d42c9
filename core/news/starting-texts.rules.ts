import type { PageSlug } from "./page-revision.entity.ts";

interface ClubNamed {
  name: string;
  contact: string | null;
}

/** What a page is called. */
export const pageTitles: Readonly<Record<PageSlug, string>> = {
  about: "About the club",
  bylaws: "Bylaws",
  join: "Join the club",
};

/** What a page says until somebody writes it: true of any club, and nothing that binds one. Markdown. */
export function startingText(slug: PageSlug, club: ClubNamed | null): string {
  const name = club?.name ?? "The club";
  return { about, bylaws, join }[slug]({ name: escape(name), contact: club?.contact ?? null });
}

const about = ({
  name,
  contact,
}: ClubNamed): string => `${name} is a bass-fishing club. In most months of the year we hold a tournament; we weigh what we catch and let it
swim again, and the season's standings are here for everyone to see.

- **Tournaments**: the calendar says where and when.
- **Results and standings**: every number explains itself.
- **Conservation**: fish go back alive; a dead fish costs weight.

Guests are welcome. ${ask(contact)}`;

const bylaws = ({
  name,
}: ClubNamed): string => `The bylaws of ${name} have not been put here yet. An officer has them, and puts them here.

How places, points and prizes are worked out is part of each season's rules, and every result explains itself by them.`;

const join = ({ name, contact }: ClubNamed): string => `## Come along first

Fish a tournament or two of ${name} as a guest. You need no boat: tell us, and we find you a seat.

## Become a member

1. Come to a meeting, or tell an officer that you want to join.
2. Once you are approved, pay the year's dues in cash, by check or by Venmo.
3. From then on your results count for the season, and you vote on where we fish.

${ask(contact)}`;

const ask = (contact: string | null): string =>
  contact === null
    ? "Ask any officer at the ramp."
    : `Ask any officer at the ramp, or write to [${escape(contact)}](mailto:${encodeURI(contact)}).`;

/** A name is text, whatever characters are in it. */
const escape = (text: string): string => text.replaceAll(/[\\`*_[\]<>#&|~]/g, (mark) => `\\${mark}`);
