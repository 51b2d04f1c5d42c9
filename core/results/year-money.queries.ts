import type { Cents } from "../money.ts";
import type { PaymentMethod } from "../tournaments/entry-payment.entity.ts";
import type { StoredState } from "../tournaments/tournament.entity.ts";
import type { Work } from "../work.ts";

/** A tournament as the year's report calls it. */
export interface YearTournament {
  id: number;
  number: number;
  name: string;
  firstDay: string;
  state: StoredState;
}

/** The tournaments of a year that are not cancelled, by day; a cancelled one has nothing in its book. */
export function findYearTournaments(work: Work, year: number): Promise<YearTournament[]> {
  return work.em.execute<YearTournament[]>(
    `select t.id, t.number, e.name, e.first_day::text as "firstDay", t.state
     from tournament t join event e on e.id = t.event_id join season s on s.id = t.season_id
     where s.year = ? and e.cancelled_on is null order by e.first_day, t.id`,
    [year],
  );
}

/** Money taken for an entry of a year's tournaments. */
export interface YearPayment {
  entryId: number;
  cents: Cents;
  method: PaymentMethod;
}

/** The payments for entries of these tournaments that stand. */
export function findYearPayments(work: Work, tournamentIds: readonly number[]): Promise<YearPayment[]> {
  return work.em.execute<YearPayment[]>(
    `select p.entry_id as "entryId", p.cents, p.method
     from entry_payment p join entry n on n.id = p.entry_id
     where n.tournament_id = any(?::int[]) and p.voided_at is null`,
    [`{${tournamentIds.join(",")}}`],
  );
}

/** The dues that were paid in a year, whatever year they are for, by method; voided ones are not among them. */
export interface DuesSum {
  method: PaymentMethod | "waived";
  payments: number;
  cents: Cents;
}

export function sumDues(work: Work, year: number): Promise<DuesSum[]> {
  return work.em.execute<DuesSum[]>(
    `select method, count(*)::int as payments, sum(cents)::int as cents from dues_payment
     where voided_at is null and paid_on between ? and ? group by method`,
    [`${year}-01-01`, `${year}-12-31`],
  );
}
