import type { AnglerToEnter } from "#core/results/weigh-in.service.ts";
import type { Choice } from "./questions.ts";

/** Who was chosen: someone the club knows, or a guest to be made. */
export type Person = { id: number; name: string; member: boolean } | { guest: string; name: string };

/** The club's anglers, ready to be found while someone types. */
export interface AnglerIndex {
  /** What to offer for what was typed so far: the very name first, then members, then guests. */
  find(typed: string): AnglerToEnter[];
  /** Whether the text is someone's whole name or alias. */
  knows(typed: string): boolean;
  /** Whose name it is but for a slip of the finger or two, so that a slip does not make a new person. */
  slips(typed: string): AnglerToEnter[];
  readonly label: (angler: AnglerToEnter) => string;
}

const most = 8;

export function indexAnglers(anglers: readonly AnglerToEnter[]): AnglerIndex {
  const known = anglers.map((angler) => {
    const names = [angler.publicName, angler.name, ...angler.aliases].map(fold);
    return { angler, names, words: names.map((name) => name.split(/[\s.'-]+/)) };
  });
  const twice = Map.groupBy(anglers, ({ publicName }) => fold(publicName));
  return {
    slips(typed) {
      const text = fold(typed);
      const allowed = Math.floor(text.length / 4);
      const near = known.map(({ angler, names, words }) => ({
        angler,
        slips: Math.min(...[...names, ...words.flat()].map((name) => slipsBetween(text, name, allowed))),
      }));
      return near
        .filter(({ slips }) => slips <= allowed)
        .toSorted((one, other) => one.slips - other.slips)
        .slice(0, 3)
        .map(({ angler }) => angler);
    },
    knows: (typed) => known.some((one) => one.names.includes(fold(typed))),
    label: (angler) => labelOf(angler, { namesakes: (twice.get(fold(angler.publicName)) ?? []).length }),
    find(typed) {
      const text = fold(typed);
      const parts = text.split(" ");
      const rank = ({ names, words }: (typeof known)[number]): number => {
        if (names.includes(text)) return 0;
        if (words.some((own) => parts.every((part) => own.some((word) => word.startsWith(part))))) return 1;
        return names.some((name) => name.includes(text)) ? 2 : 3;
      };
      // The anglers come members first, and sorting keeps that within a rank.
      return known
        .map((one) => ({ angler: one.angler, rank: rank(one) }))
        .filter((found) => found.rank < 3)
        .toSorted((one, other) => weight(one) - weight(other))
        .slice(0, most)
        .map(({ angler }) => angler);
    },
  };
}

/** What may be answered to "who is aboard?": anglers found, those in a boat already not to be chosen, a new guest last. */
export function offerPeople(
  typed: string,
  { index, entered }: { index: AnglerIndex; entered: ReadonlyMap<number, string> },
): Choice<Person>[] {
  const text = typed.trim().replaceAll(/\s+/g, " ");
  if (text === "") return [];
  const found = index.find(text);
  const meant = found.length > 0 ? [] : index.slips(text);
  const offered = [...found, ...meant].map((angler): Choice<Person> => {
    const { id, publicName: name, member } = angler;
    const place = entered.get(id);
    const likely = meant.includes(angler) ? " – did you mean?" : "";
    return {
      name: `${index.label(angler)}${likely}`,
      value: { id, name, member },
      ...(place === undefined ? {} : { disabled: `(${place})` }),
    };
  });
  const guest = asName(text);
  const mayBeNew = /\p{L}.*\p{L}/u.test(text) && !text.includes("@") && !index.knows(text);
  return mayBeNew ? [...offered, { name: `new guest ${guest}`, value: { guest, name: guest } }] : offered;
}

/** Members before guests; the very name before all. */
const weight = ({ angler, rank }: { angler: AnglerToEnter; rank: number }): number =>
  rank === 0 ? 0 : (angler.member ? 1 : 3) + (rank === 1 ? 0 : 1);

function labelOf(
  { id, publicName, aliases, member }: AnglerToEnter,
  { namesakes }: { namesakes: number },
): string {
  const told = namesakes > 1 ? `${publicName} (${id})` : publicName;
  const also = aliases.length > 0 ? `, also ${aliases.join(", ")}` : "";
  return `${told}${also}${member ? "" : ", guest"}`;
}

/** Capitals where someone with wet hands typed none. */
const asName = (text: string): string =>
  text === text.toLowerCase()
    ? text.replaceAll(/(^|[\s'-])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase())
    : text;

/** Without accents and capitals, as people type. */
const fold = (text: string): string =>
  text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/\s+/g, " ").trim();

/** Letters to change, leave out or add to make one text the other; more than `most` need not be counted. */
function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 0; at < one.length; at += 1) {
    const now = [at + 1];
    for (let to = 0; to < other.length; to += 1) {
      const changed = before[to]! + (other[to] === one[at] ? 0 : 1);
      now.push(Math.min(changed, before[to + 1]! + 1, now[to]! + 1));
    }
    before = now;
  }
  return before[other.length]!;
}
