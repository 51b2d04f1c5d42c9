import type { Problem } from "../errors.ts";
import type { Match } from "./anglers.queries.ts";
import type { AnglerDraft } from "./anglers.schemas.ts";

export interface Clash {
  code: "angler-name-taken" | "angler-email-taken" | "alias-taken";
  problem: Problem & { value: string };
}

interface Holder {
  id: number | null;
  name: string;
}

/**
 * What the drafts would take from someone else: a name not said to be shared, an e-mail, an alias. `known` is who
 * holds any of their texts already; drafts clash with each other too.
 */
export function findClashes({ drafts, known }: { drafts: AnglerDraft[]; known: Match[] }): Clash[] {
  const names = new Map<string, Holder>();
  const emails = new Map<string, Holder>();
  for (const { asked, via, id, name } of known) {
    (via === "e-mail" ? emails : names).set(key(asked), { id, name });
  }
  const clashes: Clash[] = [];
  drafts.forEach((draft, at) => {
    const holder: Holder = { id: null, name: draft.name };
    const clash = (code: Clash["code"], problem: { column: string; value: string; reason: string }): void => {
      clashes.push({ code, problem: { line: at + 1, ...problem } });
    };
    const named = names.get(key(draft.name));
    if (named === undefined) names.set(key(draft.name), holder);
    else if (draft.sameName !== true) {
      clash("angler-name-taken", { column: "name", value: draft.name, reason: isNamed(named) });
    }
    if (typeof draft.email === "string") {
      const reached = emails.get(key(draft.email));
      if (reached === undefined) emails.set(key(draft.email), holder);
      else clash("angler-email-taken", { column: "email", value: draft.email, reason: reaches(reached) });
    }
    for (const alias of draft.aliases ?? []) {
      const taken = names.get(key(alias));
      if (taken === undefined) names.set(key(alias), holder);
      else clash("alias-taken", { column: "aliases", value: alias, reason: isNamed(taken) });
    }
  });
  return clashes;
}

const key = (text: string): string => text.toLowerCase();

const who = ({ id, name }: Holder): string =>
  id === null ? `${name}, also to be added` : `${name} (angler ${id})`;

const isNamed = (holder: Holder): string =>
  `is a name of ${who(holder)}. If this is another person, say so to add a second of that name.`;

const reaches = (holder: Holder): string =>
  `is the e-mail of ${who(holder)}. A second person at one address is kept without it.`;
