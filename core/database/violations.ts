import { busy, DomainError, unavailable } from "../errors.ts";
import { constraints } from "./constraints.ts";

/** How the club hears of what PostgreSQL refuses. Anything not known here is a fault of ours and stays as it is. */
export function translateDatabaseError(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  const { code, constraint, message } = driverError(error);
  const known = constraint === undefined ? undefined : constraints[constraint];
  if (known !== undefined) return new DomainError(known.kind, { ...known, cause: error });
  if (code === "42P01" || code === "42883") {
    return unavailable(
      "database-not-migrated",
      "The database is not at this version yet. Run sabc database migrate.",
      error,
    );
  }
  if (busyCodes.has(code) || /timeout exceeded when trying to connect/.test(message)) {
    return busy("database-busy", "The club's database is busy. Nothing was saved; try again in a moment.");
  }
  if (fullCodes.has(code)) {
    return unavailable(
      "database-full",
      "The club's database cannot save anything now. Nothing was changed.",
      error,
    );
  }
  if (refusedPattern.test(code)) {
    return unavailable(
      "database-refused",
      "The database server does not let sabc in. Check user, password and database in DATABASE_URL.",
      error,
    );
  }
  if (gonePattern.test(code) || gonePhrases.test(message)) {
    return unavailable(
      "database-away",
      "The club's database cannot be reached. Nothing was changed; try again.",
      error,
    );
  }
  return error;
}

/**
 * Whether the whole transaction may simply be done again: two changes met, and the database chose this one to give way;
 * or what it read and spoke of went meanwhile, as a record of a person does in a merge.
 */
export function isPassing(error: unknown): boolean {
  const { code, message } = driverError(error);
  return ["40001", "40P01"].includes(code) || (code === "23503" && /insert or update on table/.test(message));
}

// lock_timeout, statement_timeout, deadlock, serialization, too many connections
const busyCodes = new Set(["55P03", "57014", "40P01", "40001", "53300"]);
const fullCodes = new Set(["53100", "53200"]);
// no such user, wrong password, no right to connect; no such database
const refusedPattern = /^(28...|3D000)$/;
const gonePattern =
  /^(08...|57P0[1-5]|25P03|ECONN\w+|ENOENT|ENOTFOUND|EPIPE|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN)$/;

// What the client says by itself has no code.
const gonePhrases =
  /terminat|not queryable|Connection ended|Query read timeout|^timeout expired|does not support SSL|error establishing an SSL/i;

/** MikroORM wraps the driver's error; what PostgreSQL said is on one of the causes. */
function driverError(error: unknown): { code: string; constraint?: string; message: string } {
  let at: unknown = error;
  while (at instanceof Error) {
    if ("code" in at && typeof at.code === "string") {
      const constraint = "constraint" in at && typeof at.constraint === "string" ? at.constraint : undefined;
      return { code: at.code, constraint, message: at.message };
    }
    at = at.cause;
  }
  return { code: "", message: error instanceof Error ? error.message : "" };
}
