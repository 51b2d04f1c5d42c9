import { authorize } from "../actor.ts";
import { resolveAngler } from "../anglers/anglers.service.ts";
import { conflict } from "../errors.ts";
import { mustStandCurrent } from "../membership/current.service.ts";
import { notify } from "../notices/notify.service.ts";
import type { Work } from "../work.ts";
import { type Choice, mustBeOffered, readChoices } from "./ballot.rules.ts";
import type { PollPaper } from "./poll-row.queries.ts";
import type { CastProxy, WithdrawProxy } from "./polls.schemas.ts";
import { takePress } from "./press.service.ts";
import { replaceSelections } from "./selections.service.ts";
import { findBallot, findChoices } from "./vote.queries.ts";
import { cast, record, repeated, shown, type VoteCast, written } from "./vote.service.ts";

/**
 * An admin votes for a current member who has not voted yet, saying why. The member is told at once and may change it,
 * which makes it their own; none in secret polls.
 */
export async function castProxy(work: Work, input: CastProxy): Promise<VoteCast> {
  const { member, options, reason, request } = input;
  authorize(work, "castProxy", { roles: [], reason });
  const { id: angler, name } = await resolveAngler(work, { reference: member });
  const { row, standing, answered } = await takePress(work, { reference: input.poll, angler, request });
  if (row.secret) throw conflict("no-proxy-in-secret", "A secret ballot is cast by the member alone.");
  if (answered) return repeated(work, { row, angler });
  await mustStandCurrent(work, { anglerId: angler, standing });
  const ballot = await findBallot(work, { poll: row.id, angler });
  if (ballot !== null && !(ballot.proxy && ballot.withdrawn))
    throw conflict("member-has-voted", `${name} has voted already. Nobody changes another's ballot.`);
  const paper = { abstain: row.kind === "election", questions: row.questions };
  const choices = mustBeOffered(paper, readChoices(paper, options));
  const outcome = await cast(work, { row, angler, choices, clickedAt: null, proxy: true });
  await notify(work, {
    purpose: "proxy-ballot",
    occasion: `poll ${row.id} ballot at ${work.now.toISO()}`,
    recipients: [angler],
    facts: {
      poll: row.id,
      title: row.title,
      by: work.actor.name,
      choices: inWords(row, choices),
      closesAt: outcome.poll.closesAt,
    },
  });
  return outcome;
}

/** An admin takes back a proxy that was entered by mistake, as long as the member has not made it their own. */
export async function withdrawProxy(work: Work, { poll, member, reason }: WithdrawProxy): Promise<VoteCast> {
  authorize(work, "withdrawProxy", { roles: [], reason });
  const { id: angler, name } = await resolveAngler(work, { reference: member });
  const { row } = await takePress(work, { reference: poll, angler, request: undefined });
  const ballot = await findBallot(work, { poll: row.id, angler });
  if (ballot === null || !ballot.proxy || ballot.withdrawn) {
    throw conflict(
      "no-proxy-ballot",
      `No ballot stands that was entered for ${name}. Nobody takes back a member's own.`,
    );
  }
  const previous = await findChoices(work, { ballot: ballot.id });
  await written(work, { row, angler, choices: [], clickedAt: null, proxy: true });
  await replaceSelections(work, { ballot: ballot.id, choices: [] });
  await record(work, { row, angler, ballot: ballot.id, action: "update", after: { withdrawn: true } });
  return { ...shown(work, row), outcome: "changed", choices: [], previous, receipts: [] };
}

/** `Lake Travis; Mansfield Dam` */
function inWords({ questions }: PollPaper, choices: readonly Choice[]): string {
  const labels = new Map(
    questions.flatMap(({ options }) => options.map(({ id, label }) => [id, label] as const)),
  );
  return choices.map(({ option }) => labels.get(option) ?? "").join("; ");
}
