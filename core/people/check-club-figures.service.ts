import { loadLedger } from "../pots/ledger.queries.ts";
import { scoreTournaments } from "../results/recompute.service.ts";
import { findResultRows, findTournamentsWithResults } from "../results/result-rows.queries.ts";
import { listWronglyKept } from "../standings/keep-figures.service.ts";
import type { Work } from "../work.ts";
import { findAccepted, findTaken, findTournamentsNamed } from "./check-club-figures.queries.ts";
import {
  factsInDoubt,
  misnumbered,
  overpaidEntries,
  placesNotDense,
  potsThatDiffer,
  resultsThatDiffer,
} from "./check-club-figures.rules.ts";
import { findUnreadableRules } from "./check-club-readings.service.ts";
import type { CheckNamed, Finding } from "./check-club.rules.ts";

/** What the checks of the figures found, each under its own word. */
interface Figures {
  results: Finding[];
  places: Finding[];
  pots: Finding[];
  impossible: Finding[];
  unlikely: Finding[];
  overpaid: Finding[];
  numbers: Finding[];
}

/** All tournaments worked out anew from their facts and rules, and what of that is not as it is written down. */
async function checkFigures(work: Work): Promise<Figures> {
  // What is worked out of rules that cannot be read would say nothing; another check names those.
  if ((await findUnreadableRules(work)).length > 0) return nothing;
  const named = await findTournamentsNamed(work);
  const said = new Map(named.map((one) => [one.id, one.said]));
  const known = {
    ledger: await loadLedger(work),
    accepted: await findAccepted(work),
    taken: await findTaken(work),
    said,
  };
  const found = { ...nothing, numbers: misnumbered(named.toSorted((one, other) => one.id - other.id)) };
  const ids = (await findTournamentsWithResults(work)).map(({ id }) => id);
  for (let from = 0; from < ids.length; from += batch) {
    const some = await checkTournaments(work, { tournamentIds: ids.slice(from, from + batch), ...known });
    for (const [name, findings] of Object.entries(some) as [keyof Figures, Finding[]][])
      found[name] = [...found[name], ...findings];
  }
  return found;
}

interface Some {
  tournamentIds: number[];
  ledger: Awaited<ReturnType<typeof loadLedger>>;
  accepted: ReadonlySet<string>;
  taken: ReadonlyMap<number, number>;
  said: ReadonlyMap<number, string>;
}

/** So many at a time that one question never takes long. */
const batch = 200;

async function checkTournaments(
  work: Work,
  { tournamentIds, ledger, accepted, taken, said }: Some,
): Promise<Omit<Figures, "numbers">> {
  const scored = (await scoreTournaments(work, { tournamentIds })).map((one) => ({
    ...one,
    name: said.get(one.tournamentId) ?? `tournament ${one.tournamentId}`,
    official: one.state === "official" && !one.cancelled,
  }));
  const stored = await findResultRows(work, tournamentIds);
  return {
    results: resultsThatDiffer(scored, stored),
    places: placesNotDense(scored, stored),
    pots: potsThatDiffer(scored, ledger),
    impossible: factsInDoubt(scored, { level: "wrong", accepted }),
    unlikely: factsInDoubt(scored, { level: "doubtful", accepted }),
    overpaid: overpaidEntries(scored, taken),
  };
}

const nothing: Figures = {
  results: [],
  places: [],
  pots: [],
  impossible: [],
  unlikely: [],
  overpaid: [],
  numbers: [],
};

async function findWrongStandings(work: Work): Promise<Finding[]> {
  if ((await findUnreadableRules(work)).length > 0) return [];
  const years = await listWronglyKept(work);
  return years.map((year) => ({
    row: `season ${year}`,
    what: "its standings or awards are written down otherwise than its results come to",
  }));
}

const worked = new WeakMap<Work, Promise<Figures>>();

/** The figures are worked out once for all the checks of one work. */
function of(name: keyof Figures): (work: Work) => Promise<Finding[]> {
  return async (work) => {
    const figures = worked.get(work) ?? checkFigures(work);
    worked.set(work, figures);
    return (await figures)[name];
  };
}

/** What has to be so of the figures that are worked out of the facts by the rules. */
export const figureChecks: readonly (CheckNamed & { find: (work: Work) => Promise<Finding[]> })[] = [
  {
    name: "tournaments-are-numbered",
    about: "Tournaments of a season are numbered from 1 by their days; official ones keep their number.",
    mend: "Move the event to its day again: sabc event move.",
    level: "wrong",
    find: of("numbers"),
  },
  {
    name: "entries-are-possible",
    about: "No entry or bag holds what cannot be.",
    mend: "Correct it: sabc results correct, or sabc results enter.",
    level: "wrong",
    find: of("impossible"),
  },
  {
    name: "entries-are-likely",
    about:
      "What is hardly right was accepted by an officer: more fish than allowed, a mean weight out of bounds …",
    mend: "Correct it, or accept it with a reason: sabc results correct --override.",
    level: "doubtful",
    find: of("unlikely"),
  },
  {
    name: "results-are-as-the-rules-say",
    about: "The results that are written down are what the rules answer for the facts.",
    mend: "Write them down again: sabc database rebuild.",
    level: "wrong",
    find: of("results"),
  },
  {
    name: "standings-are-as-worked-out",
    about: "The standings and awards of seasons that are written down are what their results come to.",
    mend: "Write them down again: sabc database rebuild.",
    level: "wrong",
    find: findWrongStandings,
  },
  {
    name: "places-are-dense",
    about: "Places leave no hole.",
    mend: "Write them down again: sabc database rebuild.",
    level: "wrong",
    find: of("places"),
  },
  {
    name: "pots-are-as-drawn",
    about: "The ledger says what official tournaments draw from the pots.",
    mend: "See sabc pot explain; set it right with sabc pot adjust and the reason.",
    level: "wrong",
    find: of("pots"),
  },
  {
    name: "payments-are-within-what-is-owed",
    about: "No more was taken for an entry than it owes.",
    mend: "Give it back, and void the payment: sabc tournament unpay.",
    level: "doubtful",
    find: of("overpaid"),
  },
];
