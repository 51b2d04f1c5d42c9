import assert from "node:assert/strict";
import { after, afterEach, describe, test } from "node:test";
import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
  type ModalSubmitInteraction,
  Routes,
  type TextChannel,
} from "discord.js";
import { startDiscord } from "../support/start-discord.ts";

const clients: Client[] = [];
// What is said first is done first: they leave while there is a Discord to leave.
after(() => Promise.all(clients.map((client) => client.destroy())));
const discord = await startDiscord({ pace: 0.02, heartbeat: 250 });
const ann = discord.member({ name: "Ann Ace", roles: ["member"] });
const bob = discord.member({ name: "Bob Bay" });
const votes = discord.channel("votes");

const open = (intents = [GatewayIntentBits.Guilds]): Client<true> => {
  const client = new Client({
    intents,
    allowedMentions: { parse: [] },
    waitGuildTimeout: 1_500,
    rest: { api: discord.api, retries: 1 },
  });
  client.on(Events.Error, () => undefined);
  clients.push(client);
  return client as Client<true>;
};

const client = open();
const heard: Interaction[] = [];
let answer: (interaction: never) => Promise<unknown> = () => Promise.resolve();
client.on(Events.InteractionCreate, (interaction) => {
  heard.push(interaction);
  answer(interaction as never).catch((error: unknown) => failures.push(error));
});
const failures: unknown[] = [];
const answering = (how: typeof answer): void => void (answer = how);
/** Discord's code of what the bot was refused meanwhile. */
const refused = (): unknown[] => failures.splice(0).map((error) => (error as { code?: unknown }).code);

const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
await client.login(discord.token);
await ready;
const channel = client.channels.cache.get(votes.id) as TextChannel;
const ballot = {
  content: "Where?",
  components: [
    {
      type: 1 as const,
      components: [
        { type: 2 as const, style: 2 as const, custom_id: "a", label: "North" },
        { type: 2 as const, style: 2 as const, custom_id: "b", label: "South", disabled: true },
      ],
    },
  ],
};
const posted = async () => {
  discord.forgetLimits();
  const { id } = await channel.send(ballot);
  return votes.messages.find((message) => message.id === id)!;
};
const privately = { flags: MessageFlags.Ephemeral as const };

afterEach(() => {
  assert.deepEqual(failures, []);
});

describe("a person before the bot's messages", () => {
  test("presses a button, and alone reads the answer, which the token does not see", async () => {
    answering((press: ButtonInteraction) => press.reply({ content: `${press.customId}!`, ...privately }));
    const reply = await ann.press(await posted(), "North");
    assert.deepEqual([reply.kind, reply.text, reply.message?.private], ["message", "a!", true]);
    assert.equal(ann.sees(votes).at(-1)?.text, "a!");
    assert.equal(bob.sees(votes).at(-1)?.text, "Where?");
    await assert.rejects(channel.messages.fetch(reply.message!.id), { code: 10_008 });
  });

  test("presses nothing that is not there, disabled, gone, or not for their eyes", async () => {
    answering((press: ButtonInteraction) => press.reply({ ...ballot, ...privately }));
    const message = await posted();
    const own = await ann.press(message, "North");
    await assert.rejects(() => ann.press(message, "West"), /finds 0 buttons "West" among: North, South/);
    await assert.rejects(() => ann.press(message, "South"), /disabled/);
    await assert.rejects(() => bob.press(own, "North"), /not for Bob Bay/);
    votes.delete(message);
    await assert.rejects(() => ann.press(message, "North"), /no message before Ann Ace/);
    assert.deepEqual(bob.sees(discord.channel("officers")), []);
  });

  test("sees the message as it was edited", async () => {
    const { id } = await posted();
    await channel.messages.edit(id, { content: "Here.", components: [] });
    const now = votes.messages.find((message) => message.id === id);
    assert.deepEqual([now?.text, now?.buttons, now?.edited], ["Here.", [], true]);
  });

  test("waits while it thinks, then reads", async () => {
    answering(async (press: ButtonInteraction) => {
      await press.deferReply(privately);
      await press.editReply("done");
    });
    const reply = await ann.press(await posted(), "North");
    assert.deepEqual([reply.kind, reply.text, reply.message?.loading], ["message", "done", false]);
  });

  test("gets a file that came with an answer", async () => {
    answering((press: ButtonInteraction) =>
      press.reply({
        flags: MessageFlags.Ephemeral | MessageFlags.IsComponentsV2,
        components: [{ type: 13, file: { url: "attachment://votes.csv" } }],
        files: [{ attachment: Buffer.from("member,vote"), name: "votes.csv" }],
      }),
    );
    const reply = await ann.press(await posted(), "North");
    assert.deepEqual(reply.message?.files, [{ name: "votes.csv", text: "member,vote" }]);
  });

  test("fills in a form; what its fields do not take is not sent", async () => {
    answering((press: ButtonInteraction) =>
      press.showModal({
        custom_id: "f",
        title: "Link",
        components: [
          {
            type: 18,
            label: "E-mail",
            component: { type: 4, custom_id: "mail", style: 1, min_length: 5, max_length: 50 },
          },
        ],
      }),
    );
    const form = await ann.press(await posted(), "North");
    assert.deepEqual([form.kind, form.form?.title, form.form?.fields[0]?.label], ["form", "Link", "E-mail"]);
    await assert.rejects(() => ann.submit(form, { "E-mail": "x" }), /takes 5 to 50 characters/);
    answering((sent: ModalSubmitInteraction) => sent.reply(sent.fields.getTextInputValue("mail")));
    assert.equal((await ann.submit(form, { "E-mail": "ann@club.example" })).text, "ann@club.example");
  });

  test("types only commands that are registered and offered to them", async () => {
    await client.application.commands.set(
      [
        {
          name: "next",
          description: "The next event",
          options: [{ type: 5, name: "public", description: "x" }],
        },
        { name: "close", description: "Close", default_member_permissions: "32" },
      ],
      discord.guildId,
    );
    answering((typed: ChatInputCommandInteraction) =>
      typed.reply(`${typed.commandName} ${typed.options.getBoolean("public")}`),
    );
    assert.equal((await ann.command(votes, "next", { public: true })).text, "next true");
    await assert.rejects(() => ann.command(votes, "next", { public: "yes" }), /takes a boolean/);
    await assert.rejects(() => ann.command(votes, "close"), /There is no \/close/);
  });
});

describe("one answer in time", () => {
  const callback = ({ id, token }: Interaction, content: string): Promise<unknown> =>
    client.rest.post(Routes.interactionCallback(id, token), {
      body: { type: 4, data: { content, flags: 64 } },
      auth: false,
    });

  test("the second one is refused", async () => {
    answering(async (press) => {
      await callback(press, "one");
      await callback(press, "two");
    });
    assert.equal((await ann.press(await posted(), "North")).text, "one");
    await discord.until(() => failures.length === 1);
    assert.deepEqual(refused(), [40_060]);
  });

  test("one after three seconds is refused, and the person sees that it failed", async () => {
    answering((press) => {
      discord.clock.advance(3_001);
      return callback(press, "late");
    });
    assert.equal((await ann.press(await posted(), "North")).kind, "failed");
    await discord.until(() => failures.length === 1);
    assert.deepEqual(refused(), [10_062]);
  });

  test("the answer can be changed for fifteen minutes", async () => {
    answering((press: ButtonInteraction) => press.reply({ content: "one", ...privately }));
    const message = await posted();
    await ann.press(message, "North");
    const press = heard.at(-1) as ButtonInteraction;
    await discord.until(() => press.replied);
    discord.clock.advance(899_000);
    await press.editReply("two");
    assert.equal(ann.sees(votes).at(-1)?.text, "two");
    discord.clock.advance(2_000);
    await assert.rejects(press.editReply("three"), { code: 50_027 });
  });

  test("an event that comes twice has the same id", async () => {
    answering((press: ButtonInteraction) => press.reply({ content: "once", ...privately }));
    await ann.press(await posted(), "North");
    const [first] = heard.slice(-1);
    discord.repeat();
    await discord.until(() => failures.length === 1);
    assert.deepEqual([heard.at(-1)?.id, refused()], [first?.id, [40_060]]);
  });

  test("the id holds the moment of the press", async () => {
    answering((press: ButtonInteraction) => press.reply({ content: "in time", ...privately }));
    await ann.press(await posted(), "North", { at: "2026-03-15T17:59:59-05:00" });
    assert.equal(heard.at(-1)?.createdAt.toISOString(), "2026-03-15T22:59:59.000Z");
  });
});

describe("the gateway", () => {
  const resumes: [label: string, lose: () => void][] = [
    ["a cut line", () => discord.gateway.drop()],
    ["a request to reconnect", () => discord.gateway.askToReconnect()],
    ["an invalid session that can be resumed", () => discord.gateway.invalidate({ resumable: true })],
    ["a line that is dead and looks alive", () => discord.gateway.goSilent()],
  ];
  for (const [label, lose] of resumes) {
    test(`after ${label} the client resumes, and hears what was pressed meanwhile`, async () => {
      answering((press: ButtonInteraction) => press.reply({ content: "heard", ...privately }));
      const message = await posted();
      const { identified, resumed } = discord.gateway;
      lose();
      assert.equal((await ann.press(message, "North")).text, "heard");
      await discord.until(() => discord.gateway.resumed > resumed, { what: "a session resumed" });
      assert.deepEqual([discord.gateway.identified, discord.gateway.resumed], [identified, resumed + 1]);
    });
  }

  test("a guild that is out of order for a while", async () => {
    const gone = new Promise((resolve) => client.once(Events.GuildUnavailable, resolve));
    const back = new Promise((resolve) => client.once(Events.GuildAvailable, resolve));
    discord.loseGuild();
    await gone;
    discord.restoreGuild();
    await back;
    assert.equal((await channel.send("back")).content, "back");
  });

  test("intents that nobody granted, and a token that is none", async () => {
    const curious = open([GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent]);
    await assert.rejects(curious.login(discord.token), /disallowed intents/);
    await assert.rejects(open().login("MTgw.local0.another-token"), { code: "TokenInvalid" });
  });
});
