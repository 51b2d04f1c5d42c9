import { authorize } from "../actor.ts";
import { conflict } from "../errors.ts";
import { type Cents, printMoney } from "../money.ts";
import { listSeasonRules, type SeasonShown } from "../seasons/seasons.service.ts";
import type { Work } from "../work.ts";
import { lockLedger } from "./ledger.queries.ts";
import { PotMovement } from "./pot-movement.entity.ts";
import type { AdjustPot } from "./pots.schemas.ts";
import { findMovements } from "./pots.queries.ts";
import { resolvePot } from "./pots.service.ts";

/** What an adjustment did to a pot. */
export interface PotAdjusted {
  pot: string;
  /** In whose books the line stands. */
  season: number;
  before: Cents;
  cents: Cents;
  after: Cents;
}

/**
 * Puts money into a pot or takes it out, by a line of its own with the reason; the ledger is only added to. A pot may
 * not go below zero. The line stands in this year's season, or in the newest that is not closed.
 */
export async function adjustPot(work: Work, { pot, cents, reason }: AdjustPot): Promise<PotAdjusted> {
  authorize(work, "adjustPot", { roles: ["treasurer"], reason });
  await lockLedger(work);
  const movements = await findMovements(work);
  const name = await resolvePot(work, { pot, movements });
  const own = movements.filter((one) => one.pot === name);
  const before = own.reduce((sum, one) => sum + one.cents, 0);
  if (before + cents < 0) {
    throw conflict(
      "pot-below-zero",
      `${name} holds ${printMoney(before)}; ${printMoney(-cents)} cannot be taken out of it.`,
    );
  }
  const season = await openSeason(work);
  const { kind, name: by, anglerId } = work.actor;
  work.em.create(PotMovement, {
    pot: name,
    kind: "adjustment",
    season: season.id,
    cents,
    reason,
    recordedByKind: kind,
    recordedByName: by,
    recordedByAnglerId: anglerId,
  });
  await work.em.flush();
  return { pot: name, season: season.year, before, cents, after: before + cents };
}

async function openSeason(work: Work): Promise<SeasonShown> {
  const year = Number(work.today.slice(0, 4));
  const open = (await listSeasonRules(work)).filter(({ closed }) => !closed);
  const season = open.find((one) => one.year === year) ?? open[0];
  if (season !== undefined) return season;
  throw conflict(
    "season-closed",
    `Every season is closed, and their books stay as they are. Give ${year} its rules first: sabc season rules ${year} --set sabc-team.`,
  );
}
