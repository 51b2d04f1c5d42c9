import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Actor, clock } from "#core/actor.ts";
import { changeRoles } from "#core/anglers/roles.service.ts";
import { postNews } from "#core/news/post-news.service.ts";
import { announce } from "#core/notices/announce.service.ts";
import { Announcement } from "#core/notices/announcement.entity.ts";
import {
  type AnnouncementVerdict,
  claimAnnouncement,
  settleAnnouncement,
} from "#core/notices/claim-announcement.service.ts";
import { Notice } from "#core/notices/notice.entity.ts";
import { announceOpenPolls } from "#core/polls/announce.service.ts";
import { castVote } from "#core/polls/vote.service.ts";
import { setDiscordChannel } from "#core/seasons/discord.service.ts";
import { cancelTournament } from "#core/tournaments/cancel.service.ts";
import { editTournament } from "#core/tournaments/edit.service.ts";
import { moveEvent } from "#core/tournaments/move.service.ts";
import { choose, office, pollClub } from "../../support/poll-club.ts";

const club = await pollClub({ members: 3 });
const { app, members, at } = club;
const bot: Actor = { ...clock, name: "bot", channel: "discord" };

const claim = () => app.write(bot, claimAnnouncement);
const settle = (claimed: { id: number; attempt: number }, verdict: AnnouncementVerdict) =>
  app.write(bot, (work) => settleAnnouncement(work, { claimed, verdict }));
const kept = () =>
  app.read(office, (work) =>
    work.em.find(Announcement, {}, { orderBy: { id: "asc" }, disableIdentityMap: true }),
  );
const post = (title: string) => app.write(office, (work) => postNews(work, { title, body: "Come all." }));
const posted = { kind: "posted", channel: "123456789012345678", message: "223456789012345678" } as const;

/** What waits to be said, and says it. */
async function sayAll(): Promise<unknown[]> {
  const said: unknown[] = [];
  for (let claimed = await claim(); claimed !== null; claimed = await claim()) {
    said.push(claimed.saying);
    await settle(claimed, posted);
  }
  return said;
}

describe("what is said in the channel", { concurrency: false }, () => {
  test("is nothing while the club has none", async () => {
    await post("Before there was a channel");
    assert.deepEqual(await kept(), []);
    await app.write(office, (work) =>
      setDiscordChannel(work, { purpose: "polls", channel: "123456789012345678" }),
    );
  });

  test("news, once however often it is posted anew by a slip", async () => {
    await post("Spring banquet");
    await assert.rejects(post("Spring banquet"));
    assert.deepEqual(await sayAll(), [
      { purpose: "news", facts: { slug: "spring-banquet", title: "Spring banquet", body: "Come all." } },
    ]);
  });

  test("where and when a tournament is fished, when that changes and not otherwise", async () => {
    const edit = (changes: object) =>
      app.write(office, (work) => editTournament(work, { tournament: "2026-01", ...changes }));
    await edit({ lake: "north", ramp: "Pier", firstCast: "06:30", weighIn: "15:00" });
    await edit({ description: "Bring a friend." });
    await edit({ weighIn: "14:30" });
    const tournament = {
      tournament: "2026-01",
      name: "March",
      firstDay: "2026-03-22",
      lastDay: "2026-03-22",
    };
    const before = { lake: null, ramp: null, firstCast: null, weighIn: null };
    const first = { lake: "North Lake", ramp: "Pier", firstCast: "06:30", weighIn: "15:00" };
    assert.deepEqual(await sayAll(), [
      { purpose: "tournament-changed", facts: { ...tournament, before, after: first } },
      {
        purpose: "tournament-changed",
        facts: { ...tournament, before: first, after: { ...first, weighIn: "14:30" } },
      },
    ]);
  });

  test("a day before the close how many have not voted, never who", async () => {
    const poll = await club.make();
    await at("2026-03-14T17:00");
    const vote = { poll: String(poll.id), choices: choose(poll, "South Lake", "Dam", "6:30 am to 2:30 pm") };
    await app.write(members[0]!, (work) => castVote(work, vote));
    await announceOpenPolls(app, { actor: clock });
    assert.deepEqual(await sayAll(), []);
    await at("2026-03-14T18:01");
    await announceOpenPolls(app, { actor: clock });
    await announceOpenPolls(app, { actor: clock });
    assert.deepEqual(await sayAll(), [
      {
        purpose: "poll-closing-soon",
        facts: {
          poll: poll.id,
          title: "Lake, ramp and hours for March",
          closesAt: "2026-03-15T18:00:00-05:00",
          silent: 2,
        },
      },
    ]);
  });

  test("that a tournament moves, and that it is cancelled", async () => {
    await app.write(office, (work) =>
      moveEvent(work, { event: "2026-01", to: "2026-03-29", reason: "wind" }),
    );
    await app.write(office, (work) => cancelTournament(work, { tournament: "2026-01", reason: "flood" }));
    const from = { firstDay: "2026-03-22", lastDay: "2026-03-22" };
    const to = { firstDay: "2026-03-29", lastDay: "2026-03-29" };
    assert.deepEqual(await sayAll(), [
      { purpose: "event-moved", facts: { event: "March", from, to, startsAt: "06:30", reason: "wind" } },
      { purpose: "event-cancelled", facts: { event: "March", ...to, reason: "flood" } },
    ]);
  });

  test("is kept no longer than until it is said; then only where it stands", async () => {
    for (const { state, facts, channel, message } of await kept())
      assert.deepEqual([state, facts, channel, message], ["sent", {}, posted.channel, posted.message]);
  });
});

describe("an announcement on its way", { concurrency: false }, () => {
  test("is one bot's at a time, and taken up again within a minute when that dies", async () => {
    await at("2026-04-01T12:00");
    await post("Ramp closed");
    const first = await claim();
    assert.equal(first?.attempt, 1);
    assert.equal(await claim(), null);
    await at("2026-04-01T12:01:01");
    const second = await claim();
    assert.deepEqual([second?.id, second?.attempt], [first?.id, 2]);
    assert.equal(await settle(first, { kind: "refused", failure: "late" }), "later");
    assert.equal(await settle(second!, posted), "posted");
  });

  test("waits 1, 5, 30 minutes, 2 and 6 hours for Discord; then the admins are told by mail", async () => {
    const [admin] = members;
    await app.write(office, (work) =>
      changeRoles(work, { reference: String(admin!.anglerId), grant: ["admin"], revoke: [] }),
    );
    await at("2026-04-02T06:00");
    await post("Dock day");
    const outcomes: (string | null)[] = [];
    for (const time of ["06:00:01", "06:01:03", "06:06:05", "06:36:07", "08:36:09", "14:36:11"]) {
      await at(`2026-04-02T${time}`);
      const claimed = await claim();
      outcomes.push(claimed && (await settle(claimed, { kind: "later", failure: "Discord answered 503" })));
    }
    assert.deepEqual(outcomes, ["later", "later", "later", "later", "later", "failed"]);
    const told = await app.read(office, (work) => work.em.find(Notice, { purpose: "not-announced" }));
    assert.deepEqual(
      told.map(({ recipient, facts }) => [recipient.id, facts]),
      [[admin!.anglerId, { what: "News: Dock day", failure: "Discord answered 503" }]],
    );
  });

  test("is not said any more once it is over, or days old", async () => {
    await at("2026-04-30T18:00");
    await app.write(office, (work) =>
      announce(work, {
        purpose: "poll-closing-soon",
        occasion: "poll 9",
        facts: { poll: 9, title: "May", closesAt: "2026-05-01T12:00:00-05:00", silent: 3 },
      }),
    );
    await at("2026-05-01T12:00");
    assert.equal(await claim(), null);
    await post("Found a hat");
    await at("2026-05-03T12:01");
    assert.equal(await claim(), null);
    assert.deepEqual(
      (await kept()).slice(-2).map(({ state, failure }) => [state, failure]),
      [1, 2].map(() => ["withheld", "it was too old to be said"]),
    );
  });
});
