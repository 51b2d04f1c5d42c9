import { describe, test } from "node:test";
import { killedBackups, killedRestores, seededHome } from "../support/killed-backup.ts";

describe("a backup and a restore", async () => {
  const club = await seededHome("small");

  test("a backup killed in the middle leaves the last one whole", () => killedBackups(club, { kills: 1 }));

  test("a restore killed in the middle leaves the club whole", () => killedRestores(club, { kills: 1 }));
});
