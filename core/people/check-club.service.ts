import { nearest } from "../anglers/nearest.service.ts";
import { DomainError, forbidden, notFound } from "../errors.ts";
import type { Work } from "../work.ts";
import { checks, type OwnCheck } from "./check-club-list.service.ts";
import type { CheckClub } from "./check-club.schemas.ts";
import type { CheckNamed, Finding } from "./check-club.rules.ts";

/** A check and what it found, nothing when all is as it has to be. */
export interface CheckMade extends CheckNamed {
  findings: Finding[];
}

/**
 * Checks whether the club is as its rules and its database say it must be: every constraint row by row, what no
 * constraint can say, the derived figures against the facts, the ledger, the audit log, the schema; all of it, or
 * `only` some by name. Changes nothing. For admins.
 */
export async function checkClub(work: Work, { only }: CheckClub): Promise<CheckMade[]> {
  const { kind, roles } = work.actor;
  if (kind !== "operator" && kind !== "clock" && !roles.includes("admin"))
    throw forbidden("role-required", "Only admins check the database. Ask an officer of the club.");
  const made: CheckMade[] = [];
  for (const { find, ...check } of only === undefined ? checks : await named(only))
    made.push({ ...check, findings: await find(work).catch(notCheckable) });
  return made;
}

/** Data so far from what it should be that the check itself breaks down is a finding; a database away is not. */
function notCheckable(error: unknown): Finding[] {
  if (!(error instanceof Error) || ("code" in error && !(error instanceof DomainError))) throw error;
  return [{ row: "all", what: `could not be checked: ${error.message}` }];
}

async function named(only: readonly string[]): Promise<OwnCheck[]> {
  const known = new Map(checks.map((check) => [check.name, check]));
  const unknown = only.find((name) => !known.has(name));
  if (unknown === undefined) return only.map((name) => known.get(name)!);
  const candidates = await nearest({ asked: unknown, among: [...known.keys()], most: 1 });
  throw notFound("check-not-found", `There is no check ${unknown}. See sabc database audit --checks.`, {
    candidates,
  });
}
