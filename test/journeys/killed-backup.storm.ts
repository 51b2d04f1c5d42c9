import { describe, test } from "node:test";
import { killedBackups, killedRestores, seededHome } from "../support/killed-backup.ts";

describe("a backup and a restore", async () => {
  const club = await seededHome("small");

  test("backups killed at 20 moments leave the last one whole", () => killedBackups(club, { kills: 20 }));

  test("restores killed at 20 moments leave the club whole", () => killedRestores(club, { kills: 20 }));
});
