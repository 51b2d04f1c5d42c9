import { isoInZone } from "../time.ts";
import type { OptionRow, PollRow, QuestionRow } from "./poll-row.queries.ts";
import type { PollState } from "./poll-state.rules.ts";
import { type QuestionTally, tally, type Verdict } from "./tally.rules.ts";

/** One line of the list; instants are ISO on the club's clock. */
export interface PollSummary {
  id: number;
  kind: PollRow["kind"];
  title: string;
  state: PollState;
  opensAt: string;
  closesAt: string;
  secret: boolean;
  bylaw: boolean;
  totals: PollRow["totals"];
  tournament: PollRow["tournament"];
  /** Of an election. */
  year: number | null;
  /** Who voted of who may: now, or frozen at the close. */
  turnout: { voted: number; members: number };
}

export interface OptionShown extends Omit<OptionRow, "votes" | "position"> {
  /** Null while counts are not shown. */
  votes: number | null;
  /** Whether it stands under what won before; true while that is open. */
  counts: boolean;
}

export interface QuestionShown extends Omit<QuestionRow, "options" | "position"> {
  options: OptionShown[];
  /** Null until it is counted. */
  verdict: Verdict | null;
  winner: number | null;
  tied: number[];
  byRuling: boolean;
}

export interface PollShown extends PollSummary {
  description: string | null;
  decision: PollRow["decision"];
  tie: PollRow["tie"];
  cancelled: { at: string | null; reason: string } | null;
  questions: QuestionShown[];
  revision: number;
}

interface Seen {
  state: PollState;
  /** Current members now. */
  members: number;
  zone: string;
}

export function summarize(row: PollRow, { state, members, zone }: Seen): PollSummary {
  const { id, kind, title, secret, bylaw, totals, tournament, year, voted, electorate } = row;
  return {
    id,
    kind,
    title,
    state,
    opensAt: isoInZone(row.opensAt, zone),
    closesAt: isoInZone(row.closesAt, zone),
    secret,
    bylaw,
    totals,
    tournament,
    year,
    turnout: { voted, members: electorate ?? members },
  };
}

/** What may be seen of a poll now: no count before the close, unless it is live. */
export function showPoll(row: PollRow, seen: Seen): PollShown {
  const counted = row.talliedAt !== null;
  const visible = counted || (row.totals === "live" && seen.state !== "scheduled");
  const tallies = new Map(counted ? storedTallies(row).map((one) => [one.question, one] as const) : []);
  return {
    ...summarize(row, seen),
    description: row.description,
    decision: row.decision,
    tie: row.tie,
    cancelled:
      seen.state === "cancelled"
        ? {
            at: row.cancelledAt && isoInZone(row.cancelledAt, seen.zone),
            reason: row.cancelReason ?? "The event is cancelled.",
          }
        : null,
    questions: row.questions.map((question) =>
      showQuestion(question, { tally: tallies.get(question.id), visible }),
    ),
    revision: row.revision,
  };
}

/** The count that was stored at the close. */
export const storedTallies = (row: PollRow): QuestionTally[] =>
  (row.result as { tallies: QuestionTally[] }).tallies;

/** The count of the ballots as they stand. */
export const countNow = (row: PollRow, rulings: ReadonlyMap<number, number>): QuestionTally[] =>
  tally({
    questions: row.questions,
    votes: new Map(
      row.questions.flatMap(({ options }) => options.map(({ id, votes }) => [id, votes] as const)),
    ),
    decision: row.decision,
    rulings,
  });

function showQuestion(
  { position: _, options, ...question }: QuestionRow,
  { tally: counted, visible }: { tally: QuestionTally | undefined; visible: boolean },
): QuestionShown {
  const ofOption = new Map(counted?.options.map((one) => [one.option, one]));
  return {
    ...question,
    options: options.map(({ votes, position: _, ...option }) => ({
      ...option,
      votes: visible ? (ofOption.get(option.id)?.votes ?? votes) : null,
      counts: ofOption.get(option.id)?.counts ?? true,
    })),
    verdict: counted?.verdict ?? null,
    winner: counted?.winner ?? null,
    tied: counted?.tied ?? [],
    byRuling: counted?.byRuling ?? false,
  };
}
