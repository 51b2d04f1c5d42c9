import assert from "node:assert/strict";
import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { command as channel } from "../../../../cli/commands/discord/channel.command.ts";
import { command as check } from "../../../../cli/commands/discord/check.command.ts";
import { command as register } from "../../../../cli/commands/discord/register.command.ts";
import { command as role } from "../../../../cli/commands/discord/role.command.ts";
import { testInputs, testOutputs } from "../../../support/command-steps.ts";
import { clubHome, sabc } from "../../../support/sabc.ts";
import { startDiscord } from "../../../support/start-discord.ts";

const number = "180000000000000001";

testInputs("sabc discord", [
  ["channel with nothing", channel, [], null],
  ["channel by its number", channel, ["polls", number], { purpose: "polls", channel: number }],
  ["channel taken back", channel, ["officers", "--none"], { purpose: "officers", channel: null }],
  ["role", role, [number], { role: number, members: false }],
  ["no role", role, ["--none"], { role: null, members: false }],
  ["role of members", role, [number, "--members"], { role: number, members: true }],
  ["check", check, [], {}],
  ["register", register, [], {}],
]);

const bot = { id: "1", name: "club.bot" };
const guild = { id: "2", name: "Reed Bass Club" };
const settings = { channels: { polls: number }, role: null, memberRole: null, commands: null };

testOutputs("sabc discord", [
  ["channel", channel.output(settings, null), { stdout: `polls\t${number}\n`, said: [] }],
  [
    "role",
    role.output({ ...settings, role: number }, { role: number, members: false }),
    {
      stdout: "",
      said: [`The role ${number} hears it when a poll opens.`],
    },
  ],
  [
    "no role",
    role.output(settings, { role: null, members: false }),
    { stdout: "", said: ["Nobody is pinged when a poll opens."] },
  ],
  [
    "role of members",
    role.output({ ...settings, memberRole: number }, { role: number, members: true }),
    { stdout: "", said: [`Current members with a linked account get the role ${number} from the bot.`] },
  ],
  [
    "no role of members",
    role.output(settings, { role: null, members: true }),
    {
      stdout: "",
      said: ["No role follows the club's record; the bot takes it from those it gave it to."],
    },
  ],
  [
    "register",
    register.output({ commands: 9 }, {}),
    {
      stdout: "",
      said: ["The server knows the bot's 9 commands now."],
    },
  ],
  [
    "check",
    check.output(
      { bot, guild, channels: [{ purpose: "polls", channel: number, name: "votes", missing: [] }] },
      {},
    ),
    { stdout: `polls\tvotes\t${number}\t\n`, said: ["The bot is club.bot, on Reed Bass Club."] },
  ],
  [
    "check of what lacks",
    check.output(
      {
        bot,
        guild,
        channels: [
          { purpose: "news", channel: number, name: "news", missing: ["SendMessages"] },
          { purpose: "officers", channel: number, name: null, missing: [] },
        ],
      },
      {},
    ),
    {
      stdout: `news\tnews\t${number}\tSendMessages\nofficers\t\t${number}\t\n`,
      said: [
        "The bot is club.bot, on Reed Bass Club.",
        `In #news the bot lacks SendMessages. The channel ${number} for officers is gone, or the bot does not see it. No channel is set for polls: sabc discord channel polls NAME.`,
      ],
      exitCode: 5,
    },
  ],
]);

describe("the club's server on Discord", { concurrency: false }, async () => {
  const discord = await startDiscord();
  const home = await clubHome();
  const club = (...words: string[]) => sabc([...words, "--home", home]);

  test("is not asked before there is a bot", async () => {
    const { code, stderr } = await club("discord", "check");
    assert.deepEqual(
      [code, stderr],
      [5, "sabc: The club has no bot yet. Set DISCORD_TOKEN to the token of the club's bot first.\n"],
    );
  });

  test("is looked at, with the channels an officer names", async () => {
    const set = { DISCORD_TOKEN: discord.token, DISCORD_GUILD: discord.guildId, DISCORD_API: discord.api };
    const lines = Object.entries(set).map(([name, value]) => `${name}=${value}\n`);
    await appendFile(join(home, ".env"), lines.join(""));
    await club("init", "--name", "Reed Bass Club", "--no-input");
    const votes = discord.channel("votes");
    assert.deepEqual(await club("discord", "channel", "polls", "#Votes"), {
      code: 0,
      stdout: `polls\t${votes.id}\n`,
      stderr: "",
    });
    assert.equal((await club("discord", "check")).code, 0);
    const { code: ill, stdout: found } = await club("doctor");
    assert.deepEqual(
      [ill, /^discord\t.*$/m.exec(found)?.[0]],
      [5, "discord\tno\tNo process runs club.bot.\tsabc serve, or sabc serve --bot"],
    );
    votes.forbid("SendMessages");
    const { code, stdout, stderr } = await club("discord", "check");
    assert.deepEqual([code, stdout], [5, `polls\tvotes\t${votes.id}\tSendMessages\n`]);
    assert.match(stderr, /In #votes the bot lacks SendMessages\./);
  });

  test("is told of the commands, also again", async () => {
    for (let time = 0; time < 2; time += 1) {
      const { code } = await club("discord", "register");
      assert.equal(code, 0);
    }
    assert.ok(discord.commands.includes("help"));
    assert.equal(discord.sent.filter(({ method }) => method === "PUT").length, 2);
  });

  test("a name that no channel has is answered with those there are", async () => {
    const { code, stderr } = await club("discord", "channel", "polls", "votez");
    assert.equal(code, 5);
    assert.match(
      stderr,
      /^sabc: The server has no channel "votez" that the bot sees\.\nDid you mean:\n {2}news/,
    );
  });

  test("a token that counts no more is said so, with a code of its own", async () => {
    discord.revokeToken();
    const { code, stderr } = await club("discord", "check");
    assert.equal(code, 78);
    assert.match(stderr, /^sabc: Discord does not let the bot in\. Make a new token/);
    assert.ok(!stderr.includes(discord.token));
  });
});
