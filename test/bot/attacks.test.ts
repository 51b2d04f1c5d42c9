import assert from "node:assert/strict";
import fs from "node:fs";
import { mock, test } from "node:test";
import { authorize } from "#core/actor.ts";
import { listAudit } from "#core/audit/audit-trail.service.ts";
import { createPoll } from "#core/polls/create-poll.service.ts";
import { postNews } from "#core/news/post-news.service.ts";
import { registry } from "../../bot/registry.ts";
import { botClub } from "../support/bot-club.ts";
import type { Reply } from "../support/discord/person.ts";
import { office } from "../support/poll-club.ts";
import { whereStands } from "../support/secret-election.ts";

const log: string[] = [];
const { writeSync } = fs;
mock.method(fs, "writeSync", (fd: number, ...rest: [string]) =>
  fd === 2 ? log.push(rest[0]) && rest[0].length : Reflect.apply(writeSync, fs, [fd, ...rest]),
);

const club = await botClub({ members: 4 });
const { app, config, discord, members, people } = club;
const [ann, bob] = people as [(typeof people)[0], (typeof people)[0]];
const [one, two] = members as [(typeof members)[0], (typeof members)[0]];
const votesOf = (words: RegExp) => discord.channel("votes").messages.filter(({ text }) => words.test(text));
const schema = (sql: string) =>
  app.write(office, async (work) => {
    authorize(work, "breakThings", { roles: [] });
    await work.em.execute(sql);
  });
const callback = "POST /interactions/{interaction_id}/{interaction_token}/callback";
const receipts = ({ text }: Reply): string[] => text.match(/\b[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}\b/g) ?? [];

test("of a secret election nothing is told but to who voted, whatever fails and however much is logged", async () => {
  await club.bot.drain();
  Object.assign(config, { logLevel: "trace" });
  await club.start().ready;
  await app.write(office, (work) =>
    createPoll(work, {
      kind: "election",
      year: 2027,
      closes: { day: "2026-03-18", time: "18:00" },
      offices: [{ office: "President", candidates: [one.name, two.name] }],
    }),
  );
  const shown = () => club.shows("votes", ({ text }) => text.includes("Officers of 2027"));
  const ballotOf = async (person: typeof ann): Promise<Reply> => {
    const ballot = await person.press(await shown(), "Vote");
    return person.press(await person.choose(ballot, "President", [two.name]), "Look over my ballot");
  };
  const before = await whereStands(app, [two.name]);
  const cast = "Cast my secret ballot";
  // The answer is lost; the vote is a fault of ours; Discord repeats the press; the vote is well.
  const anns = await ballotOf(ann);
  discord.faults.order({ on: callback, status: 500, times: 2 });
  await ann.press(anns, cast);
  const bobs = await ballotOf(bob);
  await schema("alter table selection rename column receipt to receipt_away");
  assert.match((await bob.press(bobs, cast)).text, /^Something went wrong here; your vote was not changed/);
  await schema("alter table selection rename column receipt_away to receipt");
  const said = await bob.press(bobs, cast);
  assert.match(said.text, /^Your secret ballot is in, and final/);
  discord.repeat();
  discord.faults.order({ on: "POST /channels/{channel_id}/messages", status: 400, code: 50_035 });
  await app.write(office, (work) => postNews(work, { title: "After it", body: "All of it." }));
  await club.shows("votes", ({ text }) => text.includes("After it"));
  await club.shows("votes", ({ text }) => /2 of 4 members/.test(text));

  const written = log.join("");
  assert.match(written, /a fault while answering on Discord[\s\S]*Discord refused how an announcement looks/);
  const isPrivate = ({ path }: { path: string }) => /interaction_token|webhook_token/.test(path);
  const tokens = discord.sent.filter(isPrivate).map(({ url }) => /[\w-]{60,}/.exec(url)![0]);
  const codes = receipts(said);
  assert.ok(codes.length > 0 && tokens.length > 5, said.text);
  for (const canary of [discord.token, ...tokens, ...codes, one.name, two.name, "s1.cast", "s1.pick"])
    assert.ok(!written.includes(canary), `the log holds ${canary}`);
  const bodies = discord.sent
    .filter((sent) => !isPrivate(sent))
    .map(({ body }) => JSON.stringify(body))
    .join("\n");
  for (const code of codes) assert.ok(!bodies.includes(code));
  const told = (name: string) => bodies.split(name).length;
  assert.equal(told(one.name), told(two.name));
  assert.deepEqual(await whereStands(app, [two.name]), before);
  assert.deepEqual(await whereStands(app, codes), ["selection.receipt"]);
});

test("what no message offers gets an answer in words, and changes nothing but one's own", async () => {
  const cal = people[2]!;
  const stranger = discord.member({ name: "Sly Stranger" });
  const choice = await app.write(office, (work) =>
    createPoll(work, {
      kind: "choice",
      title: "Where to?",
      options: ["North", "South"],
      closes: { day: "2026-03-18", time: "18:00" },
    }),
  );
  const message = await club.shows("votes", ({ text }) => text.includes("Where to?"));
  const most = 2 ** 31 - 1;
  const shells = [[], [choice.questions[0]!.options[0]!.id], [most, most, most, most], [1, 0, most]];
  const bad: string[] = [];
  const forge = async (person: typeof cal, customId: string, more: object = {}): Promise<void> => {
    const { kind, text } = await person.forges(message, { customId, ...more });
    if (kind === "failed" || text.includes("Something went wrong")) bad.push(customId);
  };
  const idsOf = (verb: string, numbers: readonly number[]): string[] =>
    [1, choice.id].map((of) => ["s1", verb, ...[of, ...numbers].map((one) => one.toString(36))].join("."));
  for (const { verb } of registry.buttons) {
    for (const customId of shells.flatMap((numbers) => idsOf(verb, numbers))) await forge(cal, customId);
    for (const customId of idsOf(verb, [1, 1, 1])) {
      await forge(cal, customId, { values: ["<script>", "1e400"] });
      await forge(stranger, customId);
    }
  }
  const fields = {
    email: "x".repeat(4_000),
    title: "\u202e@everyone",
    options: "a\nb",
    reason: "",
    opens: "\0",
  };
  for (const { verb } of registry.modals)
    for (const customId of idsOf(verb, [1])) await forge(cal, customId, { fields });
  for (const customId of [
    "",
    "s1",
    "s0.vote.1",
    "s1.vote.-1",
    "s1.__proto__.1",
    "s1.cast.1".padEnd(100, ".1"),
  ])
    await forge(cal, customId);
  assert.deepEqual(bad, []);
  assert.equal(votesOf(/Where to\?\n/).length, 1, "nobody posts a second poll beside the one that is open");
  const records = await app.read(office, (work) => listAudit(work, {}));
  const byAnglers = records.filter(({ actor }) => actor.kind === "angler");
  assert.deepEqual(
    new Set(byAnglers.map(({ verb, actor }) => `${verb} ${actor.anglerId === members[2]!.anglerId}`)),
    new Set(["castVote true", "withdrawVote true", "setNoticePreference true"]),
  );
});
