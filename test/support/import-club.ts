import assert from "node:assert/strict";
import { DomainError, type Problem } from "#core/errors.ts";
import { addMembers } from "#core/membership/membership.service.ts";
import {
  type ImportResults,
  importResults,
  type ResultsImported,
} from "#core/results/import-results.service.ts";
import { openTestApp } from "./database.ts";
import { bytes } from "./hostile-files.ts";
import { type Boat, holdTournament, tester } from "./small-club.ts";

/** A club that results are imported into: Ann (1, Annie), Bob, the guest Cal, Dee, and two called Sam Hill. */
export async function openImportClub() {
  const app = await openTestApp();
  const from = "2020-01-01";
  await app.write(tester, (work) =>
    addMembers(work, {
      members: [
        { name: "Ann Lee", email: "ann@example.org", aliases: ["Annie"], status: "member", from },
        { name: "Bob Cruz", status: "member", from },
        { name: "Cal Poe", status: "guest", from },
        { name: "Dee Fox", status: "member", from },
        { name: "Sam Hill", status: "member", from },
        { name: "Sam Hill", sameName: true, status: "member", from },
      ],
    }),
  );
  let day = 0;

  /** A tournament to import into, each test its own: 2026 ranks boats, other years anglers. */
  const scheduled = (year = 2026, boats: Boat[] = []): Promise<number> => {
    day += 1;
    const date = `${year}-03-${String(day).padStart(2, "0")}`;
    const rules = year === 2026 ? "sabc-team" : "sabc-individual";
    return holdTournament(app, { day: date, boats, rules, state: "scheduled" });
  };

  const imported = (
    tournament: number,
    file: string,
    more: Partial<ImportResults> = {},
  ): Promise<ResultsImported> =>
    app.write(tester, (work) => importResults(work, { tournament, file: bytes(file), ...more }));

  return { app, scheduled, imported };
}

export const counts = ({ tournament: { added, changed, same } }: ResultsImported) => ({
  added,
  changed,
  same,
});

/** All that an import was refused for. */
export async function problemsOf(run: Promise<unknown>): Promise<Problem[]> {
  const error: unknown = await run.then(
    () => null,
    (reason: unknown) => reason,
  );
  assert(error instanceof DomainError, "it was not refused");
  return error.details?.problems ?? [];
}
