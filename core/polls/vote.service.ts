import { authorize } from "../actor.ts";
import { recordChanges } from "../audit/audit.service.ts";
import { conflict, forbidden } from "../errors.ts";
import { mustStandCurrent } from "../membership/current.service.ts";
import { isoInZone } from "../time.ts";
import type { Work } from "../work.ts";
import { type Choice, mustBeOffered } from "./ballot.rules.ts";
import type { PollPaper } from "./poll-row.queries.ts";
import type { PollState } from "./poll-state.rules.ts";
import { stateOf } from "./polls.service.ts";
import type { CastVote, WithdrawVote } from "./polls.schemas.ts";
import { takePress } from "./press.service.ts";
import { castSecretly } from "./secret-vote.service.ts";
import { replaceSelections } from "./selections.service.ts";
import { findBallot, findChoices, writeBallot } from "./vote.queries.ts";
import { refuseVote } from "./vote-refusal.service.ts";

/** The paper that was voted on, as an answer shows it. */
export interface PaperShown extends Pick<PollPaper, "id" | "kind" | "title" | "secret" | "questions"> {
  state: PollState;
  /** ISO on the club's clock. */
  closesAt: string;
}

/** What now stands, and what stood before. */
export interface VoteCast {
  poll: PaperShown;
  /** recorded · changed · same: nothing changed · repeated: this press was answered before · secret: final. */
  outcome: "recorded" | "changed" | "same" | "repeated" | "secret";
  /** Empty for a secret ballot. */
  choices: Choice[];
  previous: Choice[];
  /** Of a secret ballot, one for each answer, shown this once. */
  receipts: { question: number; receipt: string }[];
}

/**
 * The acting member votes, or changes their ballot, while the poll is open: one ballot each, whatever it came through.
 * Refused for who is not current, out of time, or for what is not offered.
 */
export async function castVote(work: Work, input: CastVote): Promise<VoteCast> {
  const angler = ownVoice(work);
  authorize(work, "castVote", { roles: [], self: angler });
  const { poll: reference, request } = input;
  const { row, standing, answered } = await takePress(work, { reference, angler, request });
  if (answered) return repeated(work, { row, angler });
  await mustStandCurrent(work, { anglerId: angler, standing });
  const choices = mustBeOffered(
    { abstain: row.kind === "election", questions: row.questions },
    input.choices,
  );
  const casting = { row, angler, choices, clickedAt: input.clickedAt ?? null };
  if (row.secret) return { ...shown(work, row), ...(await castSecretly(work, casting)) };
  return cast(work, { ...casting, proxy: false });
}

/** The acting member takes their ballot back while the poll is open; it stays without choices. Never in secret polls. */
export async function withdrawVote(
  work: Work,
  { poll: reference, request, clickedAt }: WithdrawVote,
): Promise<VoteCast> {
  const angler = ownVoice(work);
  authorize(work, "withdrawVote", { roles: [], self: angler });
  const { row, answered } = await takePress(work, { reference, angler, request });
  if (row.secret)
    throw conflict("secret-ballot-final", "A secret ballot is final: nobody knows which one is yours.");
  if (answered) return repeated(work, { row, angler });
  const before = await findBallot(work, { poll: row.id, angler });
  if (before === null || before.withdrawn) throw conflict("not-voted", "You have not voted in this poll.");
  const previous = await findChoices(work, { ballot: before.id });
  const casting = { row, angler, choices: [], clickedAt: clickedAt ?? null, proxy: false };
  const { id } = await written(work, casting);
  await replaceSelections(work, { ballot: id, choices: [] });
  await record(work, { row, angler, ballot: id, action: "update", after: { withdrawn: true } });
  return { ...shown(work, row), outcome: "changed", choices: [], previous, receipts: [] };
}

/** A vote is cast by the member alone; who runs the terminal casts a proxy, marked as such. */
function ownVoice({ actor }: Work): number {
  if (actor.kind === "angler" && actor.anglerId !== null) return actor.anglerId;
  throw forbidden(
    "not-linked",
    "Only members vote, each for themselves. An admin may cast a proxy, which is marked.",
  );
}

export interface Casting {
  row: PollPaper;
  angler: number;
  choices: Choice[];
  clickedAt: string | null;
  proxy: boolean;
}

/** Writes the ballot with these choices, by the statement that decides whether it is in time. */
export async function cast(work: Work, casting: Casting): Promise<VoteCast> {
  const { row, angler, choices, proxy } = casting;
  const ballot = await written(work, casting);
  const previous = ballot.first ? [] : await findChoices(work, { ballot: ballot.id });
  const outcome = previous.length === 0 ? "recorded" : isSame(previous, choices) ? "same" : "changed";
  if (!ballot.first && outcome !== "same") await replaceSelections(work, { ballot: ballot.id, choices });
  await record(work, {
    row,
    angler,
    ballot: ballot.id,
    action: ballot.first ? "create" : "update",
    after: { proxy },
  });
  return { ...shown(work, row), outcome, choices, previous, receipts: [] };
}

/** Writes the ballot's row and holds it, with the choices where it is new; refused when the poll is not open. */
export async function written(work: Work, { row, angler, choices, clickedAt, proxy }: Casting) {
  const { kind, name, anglerId, channel } = work.actor;
  const ballot = await writeBallot(work, {
    poll: row.id,
    angler,
    clickedAt,
    through: channel,
    proxy,
    caster: { kind, name, anglerId },
    choices,
  });
  if (ballot === null) throw await refuseVote(work, { row, angler });
  return ballot;
}

/** What stands, for a press that was answered before. */
export async function repeated(
  work: Work,
  { row, angler }: { row: PollPaper; angler: number },
): Promise<VoteCast> {
  const ballot = await findBallot(work, { poll: row.id, angler });
  const choices = ballot === null ? [] : await findChoices(work, { ballot: ballot.id });
  return { ...shown(work, row), outcome: "repeated", choices, previous: choices, receipts: [] };
}

interface Recorded {
  row: PollPaper;
  angler: number;
  ballot: number;
  action: "create" | "update";
  after: object;
}

/** That someone voted, never what. */
export const record = (work: Work, { row, angler, ballot, action, after }: Recorded): Promise<void> =>
  recordChanges(work, [
    {
      table: "ballot",
      id: String(ballot),
      action,
      before: action === "create" ? null : {},
      after: { poll: row.id, angler, ...after },
    },
  ]);

export function shown(work: Work, row: PollPaper): { poll: PaperShown } {
  const { id, kind, title, secret, questions } = row;
  const closesAt = isoInZone(row.closesAt, work.now.zoneName);
  return { poll: { id, kind, title, state: stateOf(work, row), closesAt, secret, questions } };
}

const isSame = (one: Choice[], other: Choice[]): boolean =>
  one.length === other.length &&
  one.every(({ question, option }) =>
    other.some((choice) => choice.question === question && choice.option === option),
  );
