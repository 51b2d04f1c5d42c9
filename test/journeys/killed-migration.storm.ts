import { describe, test } from "node:test";
import { killedMigrations } from "../support/killed-migration.ts";

describe("a migration of an empty server", () => {
  test("killed at 12 moments goes on at the next run", () => killedMigrations({ kills: 12 }));
});
