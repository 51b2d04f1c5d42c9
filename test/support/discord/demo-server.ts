import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { linkDiscord } from "#core/accounts/discord-link.service.ts";
import { operator } from "#core/actor.ts";
import { AnglerRole } from "#core/anglers/angler-role.entity.ts";
import { type App, openApp } from "#core/app.ts";
import { loadConfig, Secret } from "#core/config.ts";
import { buildDemo } from "#core/demo/build-demo.service.ts";
import { listOfficers } from "#core/membership/officers.service.ts";
import { listMembers } from "#core/membership/roster.service.ts";
import { setDiscordChannel, setDiscordRole } from "#core/seasons/discord.service.ts";
import { startBot } from "../../../bot/bot.ts";
import { type LocalDiscord, openDiscord } from "./discord.ts";
import type { Person } from "./person.ts";

/** The demo club on a Discord of its own, with its bot, until it is closed; nothing of it stays. */
export interface DemoServer {
  discord: LocalDiscord;
  /** Some of the club, officers and a guest among them. */
  people: readonly Person[];
  /** Who somebody is in the club: `president`. */
  aboutOf: (person: Person) => string;
  /** Once the bot has drawn what was done last, as far as one can tell. */
  settled: () => Promise<void>;
  close: () => Promise<void>;
}

const office = operator("office");

export async function openDemoServer(): Promise<DemoServer> {
  const home = await mkdtemp(join(tmpdir(), "sabc-discord-"));
  await chmod(home, 0o711);
  const discord = await openDiscord();
  const env = { ...process.env, DATABASE_URL: "", LOG_LEVEL: "silent" };
  const config = {
    ...loadConfig({ home, env }),
    publicUrl: new URL("https://club.example/"),
    discordToken: new Secret(discord.token),
    discordGuild: discord.guildId,
    discordApi: discord.api,
  };
  const app = await openApp(config);
  await app.write(office, (work) => buildDemo(work, { today: work.today }));
  const about = await settle(app, discord);
  const bot = startBot(app, config);
  await bot.ready;
  return {
    discord,
    people: [...about.keys()],
    aboutOf: (person) => about.get(person) ?? "",
    settled: () => pause(1_200),
    close: async () => {
      await bot.drain();
      await app.close();
      await discord.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Says which channel is for what, and lets some of the club join with their accounts linked. */
async function settle(app: App, discord: LocalDiscord): Promise<Map<Person, string>> {
  return app.write(office, async (work) => {
    await setDiscordChannel(work, { purpose: "polls", channel: discord.channel("votes").id });
    await setDiscordChannel(work, { purpose: "news", channel: discord.channel("news").id });
    await setDiscordChannel(work, { purpose: "officers", channel: discord.channel("officers").id });
    await setDiscordRole(work, { role: discord.role("member") });
    const terms = await listOfficers(work, { year: work.now.year });
    const admins = (await work.em.find(AnglerRole, { role: "admin" })).map(({ angler }) => angler.id);
    const known = await listMembers(work, {});
    const wordsFor = (id: number): string[] => [
      ...terms.filter(({ angler }) => angler.id === id).map(({ office }) => office.toLowerCase()),
      ...(admins.includes(id) ? ["may do all"] : []),
    ];
    const weight = ({ id }: { id: number }): number =>
      wordsFor(id).filter((word) => ["president", "may do all"].includes(word)).length;
    const officers = known
      .filter(({ id, current }) => current && wordsFor(id).length > 0)
      .toSorted((one, other) => weight(other) - weight(one))
      .slice(0, 3);
    const members = known.filter(({ id, current }) => current && wordsFor(id).length === 0).slice(0, 3);
    const guest = known.filter(({ status }) => status === "guest").slice(0, 1);
    const people = new Map<Person, string>();
    for (const { id, name, status } of [...members, ...officers, ...guest]) {
      const isOfficer = officers.some((officer) => officer.id === id);
      const person = discord.member({ name, roles: isOfficer ? ["member", "officer"] : ["member"] });
      await linkDiscord(work, { angler: String(id), discordId: person.id });
      people.set(person, [status, ...wordsFor(id)].join(", "));
    }
    people.set(discord.member({ name: "A Stranger" }), "linked to nobody");
    return people;
  });
}
