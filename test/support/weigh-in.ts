import type { App } from "#core/app.ts";
import { DomainError } from "#core/errors.ts";
import { addMembers } from "#core/membership/membership.service.ts";
import { type BoatEntered, enterBoat } from "#core/results/enter-boat.service.ts";
import type { EnterBoat } from "#core/results/enter-boat.schemas.ts";
import { parseWeight } from "#core/weight.ts";
import { holdTournament, tester } from "./small-club.ts";

export const crews = [
  "Ann Lee",
  "Bob Cruz",
  "Cy Poe",
  "Dee Ray",
  "Eve Hall",
  "Fay Moss",
  "Gus Orr",
  "Hal Ives",
];

/** Eight members of long standing, and the guest Ivy Guest. */
export function welcome(app: App): Promise<unknown> {
  const since = { from: "2020-01-01" };
  const members = crews.map((name) => ({ name, status: "member" as const, ...since }));
  return app.write(tester, (work) =>
    addMembers(work, { members: [...members, { name: "Ivy Guest", status: "guest", ...since }] }),
  );
}

let day = 0;

/** A tournament with open scales, on a day of its own: of 2026 for teams, of 2025 for individuals. */
export function weighing(
  app: App,
  rules: "sabc-team" | "sabc-individual",
  state: "weighing" | "scheduled" = "weighing",
): Promise<number> {
  day += 1;
  const date = new Date(Date.UTC(rules === "sabc-team" ? 2026 : 2025, 0, day)).toISOString().slice(0, 10);
  return holdTournament(app, { day: date, rules, state, boats: [] });
}

export const enter = (app: App, boat: EnterBoat): Promise<BoatEntered> =>
  app.write(tester, (work) => enterBoat(work, boat));

export const bag = (
  fish: number,
  weight: string,
  more: { dead?: number; big?: string; caughtBy?: 1 | 2 } = {},
) => ({
  fish,
  gross: parseWeight(weight),
  dead: more.dead ?? 0,
  bigBass: more.big === undefined ? null : parseWeight(more.big),
  caughtBy: more.caughtBy ?? null,
});

/** The problems of a refusal, each with its field; fails when it was none. */
export async function problems(verb: Promise<unknown>): Promise<[string | undefined, string][]> {
  const error: unknown = await verb.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DomainError)) throw error ?? new Error("it was not refused");
  return (error.details?.problems ?? []).map(({ column, reason }) => [column, reason]);
}
