import { describe, test } from "node:test";
import { killedMigrations } from "../support/killed-migration.ts";

describe("a migration of an empty server", () => {
  test("killed once in the middle goes on at the next run", () => killedMigrations({ kills: 1 }));
});
