import { authorize } from "../actor.ts";
import type { AnglerRef } from "../anglers/anglers.service.ts";
import { conflict, notFound } from "../errors.ts";
import { type Cents, printMoney } from "../money.ts";
import type { MoneyRules } from "../seasons/money.schemas.ts";
import { rulesSchema } from "../seasons/rules.schemas.ts";
import { EntryPayment, type PaymentMethod } from "../tournaments/entry-payment.entity.ts";
import type { EntryFacts } from "../tournaments/facts.rules.ts";
import { resolveTournament } from "../tournaments/tournaments.service.ts";
import type { Work } from "../work.ts";
import { owedBy, type Payment, standingOf, type Standing } from "./cash-sheet.rules.ts";
import { noFee } from "./cash-sheet.service.ts";
import { findPayments, lockEntry } from "./entry-payment.queries.ts";
import type { TakePayment, VoidPayment } from "./entry-payment.schemas.ts";
import { loadFactsUnder } from "./facts.service.ts";
import { findPublicNames } from "./names.queries.ts";
import { crewWords, namingOf } from "./names.rules.ts";
import { findPayingEntry } from "./paying-entry.service.ts";

/** A payment, and what its boat or buy-in owes and has paid with it. Cents. */
export interface PaymentShown extends Standing {
  id: number;
  tournament: { id: number; name: string };
  boatNumber: number | null;
  crew: AnglerRef[];
  cents: Cents;
  method: PaymentMethod;
}

/**
 * Takes money for a boat, or for an angler aboard or bought in: what is open where no amount is said, of an angler at
 * most one fee. More than is open is a conflict. The entry is whose the money is; a partner may pay for both.
 */
export async function takePayment(work: Work, input: TakePayment): Promise<PaymentShown> {
  authorize(work, "takePayment", { roles: ["weighmaster", "treasurer"] });
  await work.em.flush();
  const found = await resolveTournament(work, { reference: input.tournament });
  if (found.cancelled !== null) {
    throw conflict("tournament-cancelled", `${found.name} is cancelled; no money is taken for it.`);
  }
  const { entries, money } = await loadEvent(work, found);
  if (money === null) throw noFee(found.name);
  const entry = await findPayingEntry(work, { ...input, entries, name: found.name });
  await lockEntry(work, entry.id);
  const before = standingOf(owedBy(entry, money), await paymentsOf(work, entry, found.id));
  const crew = await crewOf(work, entry);
  const who = entry.boatNumber === null ? crewWords(crew) : `Boat ${entry.boatNumber} (${crewWords(crew)})`;
  const amount = amountOf(input, { before, fee: money.fee, who });
  const { kind, name, anglerId } = work.actor;
  const payment = work.em.create(EntryPayment, {
    entry: entry.id,
    cents: amount,
    method: input.method,
    paidAt: work.now.toJSDate(),
    recordedByKind: kind,
    recordedByName: name,
    recordedBy: anglerId,
  });
  await work.em.flush();
  return show(work, { payment, entry, crew, money, tournament: found });
}

/** Takes a payment back that was never made, or was returned: it stays with the reason and counts for nothing. */
export async function voidPayment(work: Work, input: VoidPayment): Promise<PaymentShown> {
  authorize(work, "voidPayment", { roles: ["weighmaster", "treasurer"], reason: input.reason });
  const payment = await work.em.findOne(EntryPayment, input.payment, { populate: ["entry"] });
  if (payment === null) {
    throw notFound(
      "payment-not-found",
      `There is no payment ${input.payment}. sabc tournament cash-sheet lists them with their numbers.`,
    );
  }
  payment.void({ at: work.now.toJSDate(), reason: input.reason });
  await work.em.flush();
  const found = await resolveTournament(work, { reference: payment.entry.tournament.id });
  const { entries, money } = await loadEvent(work, found);
  const entry = entries.find(({ id }) => id === payment.entry.id)!;
  return show(work, { payment, entry, crew: await crewOf(work, entry), money, tournament: found });
}

type Found = Awaited<ReturnType<typeof resolveTournament>>;

async function loadEvent(
  work: Work,
  found: Found,
): Promise<{ entries: EntryFacts[]; money: MoneyRules | null }> {
  const rules = rulesSchema.parse(found.rules);
  const { facts } = await loadFactsUnder(work, { tournamentId: found.id, rules });
  return { entries: facts.entries, money: facts.changes.money ?? rules.money };
}

function amountOf(
  { amount, angler }: TakePayment,
  { before, fee, who }: { before: Standing; fee: Cents; who: string },
): Cents {
  const { owed, unpaid } = before;
  if (owed === 0) throw conflict("nothing-owed", `${who} did not fish and owes nothing.`);
  if (unpaid === 0) throw conflict("nothing-open", `${who} has paid ${printMoney(owed)}; nothing is open.`);
  if (amount === undefined) return angler === undefined ? unpaid : Math.min(unpaid, fee);
  if (amount <= unpaid) return amount;
  throw conflict(
    "payment-over-owed",
    `${printMoney(amount)} is more than is open: ${who} owes ${printMoney(unpaid)}.`,
  );
}

async function paymentsOf(work: Work, { id }: EntryFacts, tournamentId: number): Promise<Payment[]> {
  return (await findPayments(work, tournamentId)).filter(({ entryId }) => entryId === id);
}

async function crewOf(work: Work, { crew }: EntryFacts): Promise<AnglerRef[]> {
  const ids = crew.map(({ anglerId }) => anglerId);
  return ids.map(namingOf(await findPublicNames(work, ids)));
}

interface Shown {
  payment: EntryPayment;
  entry: EntryFacts;
  crew: AnglerRef[];
  money: MoneyRules | null;
  tournament: Found;
}

async function show(work: Work, { payment, entry, crew, money, tournament }: Shown): Promise<PaymentShown> {
  const { id, cents, method } = payment;
  return {
    id,
    tournament: { id: tournament.id, name: tournament.name },
    boatNumber: entry.boatNumber,
    crew,
    cents,
    method,
    ...standingOf(money === null ? 0 : owedBy(entry, money), await paymentsOf(work, entry, tournament.id)),
  };
}
