import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createDraftedPoll, keepPollDraft } from "#core/polls/draft-poll.service.ts";
import { listPolls } from "#core/polls/polls.service.ts";
import { findPollStanding, settlePosting } from "#core/polls/posted-messages.service.ts";
import { repostPoll } from "#core/polls/repost-poll.service.ts";
import { office, pollClub } from "../../support/poll-club.ts";

const { app, at, members } = await pollClub({ members: 1 });
const input = {
  kind: "choice",
  title: "Banquet",
  options: ["Fish", "Steak"],
  closes: { day: "2026-03-20", time: "18:00" },
} as const;
const keep = () =>
  app.write(office, (work) => keepPollDraft(work, { poll: { ...input, options: [...input.options] } }));
const make = (draft: number) => app.write(office, (work) => createDraftedPoll(work, { draft }));
const titles = async () => (await app.read(office, (work) => listPolls(work))).map(({ title }) => title);

describe("a poll that was filled in", { concurrency: false }, () => {
  test("is none until it is made, and then one however often that is pressed", async () => {
    const { draft } = await keep();
    assert.deepEqual(await titles(), []);
    const made = await Promise.all([make(draft), make(draft)]);
    assert.equal(made.filter((one) => one.made).length, 1);
    assert.equal(made[0].poll.id, made[1].poll.id);
    assert.deepEqual(await titles(), ["Banquet"]);
  });

  test("is forgotten after a day", async () => {
    const { draft } = await keep();
    await at("2026-03-14T05:00");
    await keep();
    await assert.rejects(make(draft), { code: "poll-draft-gone" });
  });

  test("is an officer's alone", async () => {
    const { draft } = await keep();
    await assert.rejects(
      app.write(members[0]!, (work) => createDraftedPoll(work, { draft })),
      { code: "role-required" },
    );
  });
});

describe("a poll that is posted again", { concurrency: false }, () => {
  const [one, other] = ["180000000000000001", "180000000000000002"] as const;
  let poll: string;
  const again = (channel?: string) =>
    app.write(office, (work) => repostPoll(work, { poll, ...(channel !== undefined && { channel }) }));
  const stands = async () =>
    (await app.read(office, (work) => findPollStanding(work, { poll: Number(poll) })))!.posted;

  test("needs a channel where it never stood", async () => {
    const { poll: made } = await make((await keep()).draft);
    poll = String(made.id);
    await assert.rejects(again(), { code: "poll-never-posted" });
    assert.equal((await again(one)).before, null);
  });

  test("is another message, which a drawing of the old one that ends late does not write over", async () => {
    const { id } = (await stands())[0]!;
    const drawn = { id, message: "190000000000000001", drawn: "x" };
    await app.write(office, (work) => settlePosting(work, drawn));
    assert.deepEqual((await again(other)).before, { channel: one, message: drawn.message });
    await app.write(office, (work) => settlePosting(work, { ...drawn, drawn: "y" })).catch(() => undefined);
    const [now, ...more] = await stands();
    assert.deepEqual([more.length, now?.channel, now?.message, now?.drawn], [0, other, null, null]);
  });
});
