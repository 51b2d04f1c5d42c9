import fc from "fast-check";
import { type LedgerLine, linesToPost } from "#core/pots/ledger.rules.ts";
import type { MovementRow } from "#core/pots/pots.queries.ts";
import { scoreTournament, type TournamentScore } from "#core/results/tournament-score.rules.ts";
import type { YearPayment } from "#core/results/year-money.queries.ts";
import type { PresetName } from "#core/seasons/presets.rules.ts";
import type { Rules } from "#core/seasons/rules.schemas.ts";
import type { EntryFacts, TournamentFacts } from "#core/tournaments/facts.rules.ts";
import { aboard, bag, boat, preset, tournament } from "./facts.ts";

const outcome = fc.constantFrom("fished", "fished", "fished", "disqualified", "did-not-fish" as const);

// Few weights, so that many tie; weights over five pounds, so that pots are won.
const someone = fc.record({
  member: fc.boolean(),
  outcome: fc.option(outcome),
  pounds: fc.integer({ min: 0, max: 7 }),
});
const entry = fc.record({
  kind: fc.constantFrom("boat", "boat", "boat", "buy-in" as const),
  outcome,
  crew: fc.array(someone, { minLength: 1, maxLength: 2 }),
  paid: fc.array(
    fc.record({
      cents: fc.integer({ min: 1, max: 60_00 }),
      method: fc.constantFrom("cash", "venmo", "check" as const),
    }),
    { maxLength: 2 },
  ),
});
const field = fc.array(entry, { maxLength: 8 });
const event = fc.record({
  field,
  /** What the official results are put right to. */
  corrected: fc.option(field, { freq: 3 }),
  adjusted: fc.option(fc.integer({ min: -100_00, max: 100_00 }).filter((cents) => cents !== 0)),
  purse: fc.option(fc.integer({ min: 0, max: 300_00 }), { freq: 4 }),
});

/** A year in one of both formats, with odd shares that leave cents over, and pots of every kind. */
export const randomYear = fc.record({
  format: fc.constantFrom<PresetName>("sabc-individual", "sabc-team"),
  split: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
  remainder: fc.constantFrom("first", "club" as const),
  every: fc.constantFrom("event", "season" as const),
  unwon: fc.constantFrom("rolls-over", "club" as const),
  opening: fc.integer({ min: 0, max: 100_00 }),
  events: fc.array(event, { maxLength: 5 }),
  /** How many of them are official. */
  official: fc.nat({ max: 5 }),
});

export type RandomYear = typeof randomYear extends fc.Arbitrary<infer Year> ? Year : never;

export interface PlayedEvent {
  id: number;
  facts: TournamentFacts;
  score: TournamentScore;
  official: boolean;
}

/** The year as it was held: every event with its score, what was paid, and the pots' ledger as it grew. */
export function play(year: RandomYear): {
  rules: Rules;
  events: PlayedEvent[];
  payments: YearPayment[];
  movements: MovementRow[];
} {
  const rules = rulesOf(year);
  const ledger: LedgerLine[] = [];
  const add = (lines: readonly Omit<LedgerLine, "id">[]): void => {
    for (const line of lines) ledger.push({ ...line, id: ledger.length + 1 });
  };
  add(year.opening === 0 ? [] : [byHand(year.opening)]);
  const events = year.events.map(({ field: first, corrected, adjusted, purse }, at) => {
    const id = at + 1;
    const official = at < year.official;
    const of = { tournamentId: id, firstDay: `2026-01-${10 + at}` };
    const held = (entries: typeof first) => {
      const facts = factsOf(entries, { id, purse });
      return { id, facts, score: scoreTournament(facts, rules), official };
    };
    const post = ({ score }: PlayedEvent): void =>
      add(official ? linesToPost(ledger, { draws: score.money!.pots, of }) : []);
    const before = held(first);
    post(before);
    add(adjusted === null ? [] : [byHand(adjusted)]);
    if (corrected === null) return before;
    const after = held(corrected);
    post(after);
    return after;
  });
  const fields = year.events.map(({ field: first, corrected }) => corrected ?? first);
  const payments = fields.flatMap((entries, at) =>
    entries.flatMap(({ paid }, nth) => paid.map((one) => ({ ...one, entryId: entryId(at + 1, nth) }))),
  );
  return { rules, events, payments, movements: ledger.map((line) => movementOf(line, year)) };
}

function rulesOf({ format, split, remainder, every, unwon }: RandomYear): Rules {
  const rules = preset(format);
  const money = rules.money!;
  return {
    ...rules,
    money: {
      ...money,
      places: { ...money.places!, split, remainder },
      pots: money.pots.map((pot) => ({ ...pot, every, unwon })),
    },
  };
}

function factsOf(
  entries: RandomYear["events"][number]["field"],
  { id, purse }: { id: number; purse: number | null },
): TournamentFacts {
  const facts = entries.map(({ kind, outcome: how, crew }, nth): EntryFacts => {
    const entry = entryId(id, nth);
    const people = kind === "buy-in" ? crew.slice(0, 1) : crew;
    const one = (at: number): number => entry * 10 + at;
    return boat(entry, {
      kind,
      boatNumber: kind === "boat" ? nth + 1 : null,
      outcome: kind === "boat" ? how : "fished",
      crew: people.map(({ member, outcome: own }, at) =>
        aboard(one(at), { wasMember: member, outcome: kind === "boat" ? own : null }),
      ),
      bags:
        kind === "buy-in"
          ? []
          : people.map(({ pounds }, at) =>
              bag({
                anglerId: one(at),
                fish: pounds === 0 ? 0 : 2,
                gross: `${pounds}.00`,
                ...(pounds > 0 ? { big: `${pounds}.00` } : {}),
              }),
            ),
    });
  });
  return tournament(facts, purse === null ? {} : { purse: purse / 100 });
}

const entryId = (event: number, nth: number): number => event * 100 + nth;

const byHand = (cents: number): Omit<LedgerLine, "id"> => ({
  pot: "Big bass",
  kind: "adjustment",
  tournamentId: null,
  firstDay: null,
  cents,
  reversesId: null,
  paidTo: null,
});

/** What was there before the first event is the last year's. */
function movementOf({ id, pot, kind, cents, reversesId }: LedgerLine, { opening }: RandomYear): MovementRow {
  const season = id === 1 && opening !== 0 ? 2025 : 2026;
  const rest = { reason: null, paidTo: null, on: "2026-01-01", by: "root", tournament: null };
  return { id: id!, pot, kind, cents, reversesId, season, ...rest };
}
