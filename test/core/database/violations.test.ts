import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { translateDatabaseError } from "#core/database/violations.ts";
import { conflict, DomainError } from "#core/errors.ts";

/** As the driver's errors reach us: wrapped, with PostgreSQL's own among the causes. */
const wrapped = (message: string, code?: string): Error =>
  new Error("driver", { cause: Object.assign(new Error(message), code === undefined ? {} : { code }) });

describe("what the database refuses, in the club's words", () => {
  const cases: [label: string, error: Error, kind: string, code: string][] = [
    ["a server that went away", wrapped("terminating connection", "57P01"), "unavailable", "database-away"],
    ["a socket that is not there", wrapped("connect", "ENOENT"), "unavailable", "database-away"],
    [
      "a connection that broke",
      new Error("Connection terminated unexpectedly"),
      "unavailable",
      "database-away",
    ],
    [
      "a connection that is broken already",
      new Error("Client has encountered a connection error and is not queryable"),
      "unavailable",
      "database-away",
    ],
    ["a full disk", wrapped("No space left", "53100"), "unavailable", "database-full"],
    ["a wrong password", wrapped("password", "28P01"), "unavailable", "database-refused"],
    ["an empty database", wrapped("relation", "42P01"), "unavailable", "database-not-migrated"],
    ["a lock that is not free", wrapped("lock timeout", "55P03"), "busy", "database-busy"],
    ["too many connections", wrapped("sorry", "53300"), "busy", "database-busy"],
    ["a full pool", new Error("timeout exceeded when trying to connect"), "busy", "database-busy"],
  ];
  for (const [label, error, kind, code] of cases) {
    test(label, () => {
      const told = translateDatabaseError(error);
      assert.ok(told instanceof DomainError);
      assert.deepEqual([told.kind, told.code], [kind, code]);
    });
  }

  test("what is unknown, or the club's own already, stays as it is", () => {
    for (const error of [new Error("a fault of ours"), conflict("own", "Own words.")]) {
      assert.equal(translateDatabaseError(error), error);
    }
  });
});
