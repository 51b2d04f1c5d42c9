import type { Match } from "../anglers/anglers.queries.ts";
import type { Problem } from "../errors.ts";

/** What a row of a file says of whom it means. */
export interface PersonNamed {
  line: number;
  id: number | null;
  name: string;
  email: string | null;
  aliases: readonly string[];
}

/** What the operator said of a name; null: someone new. */
export interface Told {
  line: number;
  reference: string | null;
}

/** Whom a row means: an angler the club knows, nobody it knows, or what has to be settled first. */
export type Meant = { angler: Match } | { stranger: "unknown" | "said" } | { problem: Problem };

export interface Known {
  /** Whom a text names: by id, e-mail, name or alias. */
  called: (text: string) => readonly Match[];
  /** Who was erased: known by number alone, and never changed. */
  erased: ReadonlySet<number>;
  told: Told | undefined;
}

/**
 * Whom a row means. Name, e-mail and alias are each one person's or several's; an id is believed where one of these
 * says the same, so that another club's numbers mean nobody here. What contradicts itself is never decided, nor is
 * likeness.
 */
export function whoIsMeant(row: PersonNamed, known: Known): Meant {
  const { line, id, name, email } = row;
  const living = (text: string) => known.called(text).filter((one) => !known.erased.has(one.id));
  const named = living(name);
  const reached = email === null ? undefined : living(email)[0];
  const settle = (column: string, value: string, reason: string): Meant => ({
    problem: { line, column, value, reason },
  });
  if (known.told !== undefined) return asTold(row, { ...known, told: known.told });

  const numbered = id === null ? undefined : known.called(String(id))[0];
  if (numbered !== undefined) {
    if (known.erased.has(numbered.id)) return settle("id", String(id), `${erased} ${leave}`);
    const ties = [...named, ...(reached ? [reached] : []), ...row.aliases.flatMap(living)];
    if (ties.some((one) => one.id === numbered.id)) return { angler: numbered };
    return settle(
      "id",
      String(id),
      `${who(numbered)} has this id, and nothing else of the row is theirs. ${foreign}`,
    );
  }
  const both = named.find((one) => one.id === reached?.id);
  if (both !== undefined) return { angler: both };
  if (named.length > 1) {
    const whom = named.map(who).join(", ");
    return settle(
      "name",
      name,
      `${named.length} people are called so: ${whom}. Give the id or the e-mail, or say who by --map.`,
    );
  }
  const [one] = named;
  if (one !== undefined && reached === undefined) return { angler: one };
  if (one !== undefined)
    return settle(
      "email",
      email!,
      `It is the e-mail of ${who(reached!)}, and the name is ${who(one)}'s. ${sayWho}`,
    );
  if (reached !== undefined)
    return settle(
      "email",
      email!,
      `It is the e-mail of ${who(reached)}, and nobody there is called ${name}. ${sayWho}`,
    );
  const alias = row.aliases.find((each) => living(each).length > 0);
  if (alias === undefined) return { stranger: "unknown" };
  return settle("aliases", alias, `It is a name of ${living(alias).map(who).join(", ")}. ${sayWho}`);
}

/** The map has the last word, and is looked at as closely. */
function asTold(
  { line, name, email }: PersonNamed,
  { called, erased: gone, told }: Known & { told: Told },
): Meant {
  const named = called(name).filter((one) => !gone.has(one.id));
  const { reference } = told;
  if (reference === null) {
    // The same file with the same map again: by then they are known.
    const both = named.find((one) => email !== null && called(email).some(({ id }) => id === one.id));
    if (both !== undefined) return { angler: both };
    if (named.length === 0 || email !== null) return { stranger: "said" };
    const reason = `${named.map(who).join(", ")} is called so. Another person of the name needs an e-mail to be told apart by.`;
    return { problem: { line, column: "name", value: name, reason } };
  }
  const refuse = (reason: string): Meant => ({
    problem: { line: told.line, column: "--map", value: reference, reason },
  });
  const [one, ...others] = called(reference);
  if (one === undefined) return refuse("Nobody is called so.");
  if (others.length > 0)
    return refuse(
      `${others.length + 1} people are called so: ${[one, ...others].map(who).join(", ")}. Give the id.`,
    );
  return gone.has(one.id) ? refuse(`${erased} ${leave}`) : { angler: one };
}

export const who = ({ id, name }: { id: number; name: string }): string => `${name} (${id})`;

/** A name without what people write differently: case, accents, marks, and which word comes first. */
export const foldName = (name: string): string =>
  name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .toSorted((one, other) => (one < other ? -1 : 1))
    .join(" ");

const sayWho = "Say who is meant by --map.";
const erased = "That person was erased.";
const leave = "Leave the row out.";
const foreign = "Say who is meant by --map; where the ids are another club's, --ignore id.";
