import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visitor } from "#core/actor.ts";
import { createPoll } from "#core/polls/create-poll.service.ts";
import { getPoll, type PollShown } from "#core/polls/polls.service.ts";
import { botClub } from "../../support/bot-club.ts";
import type { SeenMessage } from "../../support/discord/seen.ts";
import { office } from "../../support/poll-club.ts";
import { freshHome, startSabc } from "../../support/process.ts";

const club = await botClub({ members: 50, server: { heartbeat: 500 } });
const { app, discord, people, config } = club;
await club.at("2026-03-12T12:00");

const where = (title: string): Promise<PollShown> =>
  app.write(office, (work) =>
    createPoll(work, {
      kind: "choice",
      title,
      options: ["North", "South"],
      closes: { day: "2026-03-15", time: "18:00" },
    }),
  );
const shown = (poll: PollShown): Promise<SeenMessage> =>
  club.shows("votes", ({ text }) => text.includes(poll.title));
const firstLine = ({ text }: { text: string }): string => text.split("\n")[0]!;

describe("a line that fails for longer", { concurrency: false }, () => {
  test("looks alive and is dead: the bot finds out, and answers what was pressed meanwhile", async () => {
    const message = await shown(await where("Zombie"));
    discord.gateway.goSilent();
    assert.equal(firstLine(await people[0]!.press(message, "North")), "Your vote is in.");
  });

  test("has a session that cannot be resumed: the bot begins a new one, with a new line", async () => {
    const message = await shown(await where("Invalid"));
    const { identified } = discord.gateway;
    discord.gateway.invalidate({ resumable: false });
    await discord.until(() => discord.gateway.identified > identified && discord.gateway.links === 1);
    assert.equal(firstLine(await people[0]!.press(message, "North")), "Your vote is in.");
  });

  test("leads to a Discord that is not there for three seconds", async () => {
    const message = await shown(await where("Outage"));
    await discord.goDown();
    const end = performance.now() + 3_000;
    await discord.until(() => performance.now() > end);
    await discord.comeBack();
    await discord.until(() => discord.gateway.links === 1, { what: "a line", seconds: 20 });
    assert.equal(firstLine(await people[0]!.press(message, "North")), "Your vote is in.");
  });
});

/** The bot in a process of its own, on Discord. */
async function serveBot(): Promise<ReturnType<typeof startSabc>> {
  const served = startSabc(["serve", "--bot"], {
    home: freshHome(),
    env: {
      DATABASE_URL: config.databaseUrl!.reveal(),
      DISCORD_TOKEN: discord.token,
      DISCORD_GUILD: discord.guildId,
      DISCORD_API: discord.api,
      LOG_LEVEL: "silent",
    },
  });
  await discord.until(() => discord.gateway.links === 1, { what: "the bot of the process", seconds: 30 });
  return served;
}

test("SIGTERM during fifty presses: who read that their vote is in has it in, and the process ends well", async () => {
  const poll = await where("Terminated");
  const message = await shown(poll);
  await club.bot.drain();
  const served = await serveBot();
  const presses = people.map((person) => person.press(message, "North"));
  await Promise.race(presses);
  served.child.kill("SIGTERM");
  const replies = await Promise.all(presses);
  const { code, signal, stderr } = await served.ended;
  assert.deepEqual({ code, signal }, { code: 0, signal: null }, stderr);
  const told = replies.filter((reply) => firstLine(reply) === "Your vote is in.").length;
  const others = replies.filter(({ kind }) => kind !== "failed").map(firstLine);
  assert.deepEqual(
    others.filter((line) => !/^Your vote is in\.$|^The bot is just starting anew/.test(line)),
    [],
  );
  const { turnout } = await app.read(visitor, (work) => getPoll(work, { poll: poll.id }));
  assert.ok(told > 0 && turnout.voted >= told, `${turnout.voted} votes of which ${told} were told`);
});

test("SIGTERM while Discord is away ends the process all the same", async () => {
  const served = await serveBot();
  await discord.goDown();
  served.child.kill("SIGTERM");
  const { code, signal, stderr } = await served.ended;
  await discord.comeBack();
  assert.deepEqual({ code, signal }, { code: 0, signal: null }, stderr);
});
