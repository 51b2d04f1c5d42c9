import type { Match } from "../anglers/anglers.queries.ts";
import type { Problem } from "../errors.ts";
import { officeWords } from "./member-cells.rules.ts";
import type { MemberPlan } from "./member-plan.rules.ts";
import { who } from "./people-named.rules.ts";

/** What one row would make its person's own. */
export interface Claiming {
  line: number;
  /** Null: someone new. */
  anglerId: number | null;
  name: string;
  plan: MemberPlan;
}

interface Held {
  called: (text: string) => readonly Match[];
  /** Who holds the offices of the years spoken of. */
  terms: readonly { office: string; year: number; angler: { id: number; name: string } }[];
}

/** What the rows would take from someone else: a name, an e-mail, an office, of the club's people or of each other. */
export function findClaims(rows: readonly Claiming[], { called, terms }: Held): Problem[] {
  const taken = new Map<string, { row: Claiming; own: boolean }>();
  const held = new Map(terms.map((term) => [`office ${officeWords(term).toLowerCase()}`, term.angler]));
  const problems: Problem[] = [];
  for (const row of rows) {
    const refuse = (column: string, value: string, reason: string) =>
      problems.push({ line: row.line, column, value, reason });
    for (const { column, kind, value, key, own } of claimsOf(row)) {
      const holder = kind === "office" ? held.get(key) : called(value).find(({ id }) => id !== row.anglerId);
      const other = taken.get(key);
      taken.set(key, other ?? { row, own });
      if (!own && holder !== undefined && holder.id !== row.anglerId)
        refuse(column, value, isTheirs[kind](who(holder)));
      else if (other !== undefined && other.row !== row && !(own && other.own))
        refuse(column, value, `Line ${other.row.line} says the same of ${other.row.name}.`);
    }
  }
  return problems;
}

interface Claim {
  column: string;
  kind: keyof typeof isTheirs;
  value: string;
  key: string;
  /** The name of someone new: that they are told apart from others of the name is seen to before. */
  own: boolean;
}

function claimsOf({ anglerId, name, plan: { sets, aliases, offices } }: Claiming): Claim[] {
  const claim = (column: string, kind: Claim["kind"], value: string): Claim => ({
    column,
    kind,
    value,
    key: `${kind} ${value.toLowerCase()}`,
    own: false,
  });
  const known = anglerId !== null;
  return [
    ...(known ? [] : [{ ...claim("name", "name", name), own: true }]),
    ...(known && sets.name ? [claim("name", "name", sets.name)] : []),
    ...(known && sets.publicName && sets.publicName !== sets.name
      ? [claim("public_name", "name", sets.publicName)]
      : []),
    ...aliases.map((alias) => claim("aliases", "name", alias)),
    ...(sets.email ? [claim("email", "email", sets.email)] : []),
    ...offices.map((term) => claim("offices", "office", officeWords(term))),
  ];
}

const isTheirs = {
  name: (whose: string) =>
    `It is a name of ${whose}. Merge the two if they are one person, else leave it out.`,
  email: (whose: string) =>
    `It is the e-mail of ${whose}. A second person at one address is kept without it.`,
  office: (whose: string) =>
    `${whose} holds the office that year. Take it from them first: sabc officer set.`,
};
