import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { authorize } from "#core/actor.ts";
import { Event } from "#core/events/event.entity.ts";
import { saveClub } from "#core/seasons/club.service.ts";
import { getWeighSheet } from "#core/tournaments/weigh-sheet.service.ts";
import { openTestApp } from "../../support/database.ts";
import { holdTournament, refused, tester } from "../../support/small-club.ts";

const app = await openTestApp();

describe("the weigh sheet", async () => {
  const tournament = await holdTournament(app, {
    day: "2025-03-23",
    boats: [
      { crew: ["Ann", "Bob*"] },
      { crew: ["Cal"], outcome: "did-not-fish" },
      { crew: ["Dee"], kind: "buy-in" },
      { crew: ["Eve"], outcome: "disqualified" },
    ],
  });
  const sheet = () => app.read(tester, (work) => getWeighSheet(work, { tournament }));

  test("has those who come to the scales, by boat", async () => {
    const { club, days, lines } = await sheet();
    assert.deepEqual([club, days], [null, ["2025-03-23"]]);
    assert.deepEqual(
      lines.map(({ boatNumber, anglers }) => [boatNumber, ...anglers.map(({ name }) => name)]),
      [
        [1, "Ann"],
        [1, "Bob"],
        [4, "Eve"],
      ],
    );
  });

  test("says whose it is once the club has a name", async () => {
    await app.write(tester, (work) => saveClub(work, { name: "South Austin Bass Club" }));
    assert.equal((await sheet()).club, "South Austin Bass Club");
  });

  test("of a cancelled tournament there is none", async () => {
    await app.write(tester, async (work) => {
      authorize(work, "cancel", { roles: [] });
      const event = await work.em.findOneOrFail(Event, { firstDay: "2025-03-23" });
      event.cancel({ on: "2025-03-20", reason: "storm", at: new Date() });
    });
    assert.equal((await refused(sheet()))[1], "tournament-cancelled");
  });
});
