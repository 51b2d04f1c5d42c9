import { clock } from "#core/actor.ts";
import { changeRoles } from "#core/anglers/roles.service.ts";
import { announceOpenPolls } from "#core/polls/announce.service.ts";
import { closeDuePolls } from "#core/polls/tally.service.ts";
import { castVote } from "#core/polls/vote.service.ts";
import { getPoll } from "#core/polls/polls.service.ts";
import { type BotClub, botClub } from "./bot-club.ts";
import type { SeenForm } from "./discord/form.ts";
import type { Reply } from "./discord/person.ts";
import type { SeenMessage } from "./discord/seen.ts";
import { choose, office } from "./poll-club.ts";

/** One thing that somebody sees on Discord: when, and how it looks. */
export interface Scene {
  title: string;
  look: string;
}

/** A poll from the officer's command to the event in Discord's calendar, as those see it who are there. */
export async function livePoll(): Promise<Scene[]> {
  const club = await botClub({ members: 5 });
  const { app, discord, people, members, at } = club;
  const [ann, bob, cal] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
  const scenes: Scene[] = [];
  const scene = (title: string, seen: SeenMessage | Reply): void =>
    void scenes.push({ title, look: lookOf(club, seen) });
  const shown = (channel: string, words: RegExp) => club.shows(channel, ({ text }) => words.test(text));
  await app.write(office, (work) =>
    changeRoles(work, { reference: String(members[0]!.anglerId), grant: ["admin"], revoke: [] }),
  );
  discord.giveRole(ann, "officer");
  const lobby = discord.channel("officers");
  await discord.until(() => discord.commands.length > 0, { what: "the commands are registered" });

  const form = await ann.command(lobby, "poll create", { kind: "where to fish" });
  scene("An officer types `/poll create` and fills in", form);
  const draft = await ann.submit(form, {
    "Lakes to offer": ["North Lake", "South Lake"],
    "Hours to offer, one a line": "06:30-14:30\n07:00-15:00",
  });
  scene("and looks it over", draft);
  scene("and makes it.", await ann.press(draft, "Make the poll"));

  await at("2026-03-12T06:00");
  const open = await shown("votes", /0 of 5 members have voted/);
  scene("It opens, and the members' role hears it.", open);
  let ballot = await bob.press(open, "Vote");
  scene("A member presses Vote,", ballot);
  ballot = await bob.choose(ballot, "Lake", ["North Lake"]);
  ballot = await bob.choose(ballot, "Ramp", ["Cove"]);
  ballot = await bob.choose(ballot, "Hours", ["6:30 am to 2:30 pm"]);
  scene("chooses, select by select,", ballot);
  scene("and casts the vote.", await bob.press(ballot, "Cast vote"));
  ballot = await bob.press(open, "Vote");
  ballot = await bob.choose(ballot, "Ramp", ["Pier"]);
  scene("A ramp is thought better of.", await bob.press(ballot, "Cast vote"));
  const poll = await app.read(office, (work) => getPoll(work, { poll: "open" }));
  const { id } = poll;
  for (const [voter, lake, ramp] of [
    [2, "North Lake", "Pier"],
    [3, "South Lake", "Dam"],
  ] as const) {
    const choices = choose(poll, lake, ramp, "6:30 am to 2:30 pm");
    await app.write(members[voter]!, (work) => castVote(work, { poll: String(id), choices }));
  }
  scene(
    "Others vote on the website; the message follows.",
    await shown("votes", /3 of 5 members have voted/),
  );
  scene("Who asks sees their own vote.", await cal.press(open, "My vote"));

  await at("2026-03-14T18:30");
  await announceOpenPolls(app, { actor: clock });
  scene("A day before the close,", await shown("votes", /not voted yet/));

  await at("2026-03-15T18:00:06");
  await closeDuePolls(app, { actor: clock });
  scene("The close: the same message, without its buttons,", await shown("votes", /🏆/));
  scene(
    "and a reply that says who won, and where the tournament now is.",
    await shown("votes", /^### Lake, ramp[\s\S]*North Lake/),
  );
  await discord.until(() => discord.events.length > 0, { what: "the event" });
  const [event] = discord.events as [(typeof discord.events)[0]];
  const { name, entity_metadata: place, scheduled_start_time: starts } = event;
  scenes.push({
    title: "Discord's own calendar has it.",
    look: `${name}\n${place?.location}\n${printed(Date.parse(starts))}`,
  });
  return scenes;
}

function lookOf(club: BotClub, seen: SeenMessage | Reply): string {
  if ("form" in seen && seen.form !== null) return lookOfForm(seen.form);
  const message = "form" in seen ? seen.message! : seen;
  const { text, selects, buttons } = message;
  const lists = selects.map(({ placeholder, options }) => {
    const chosen = options.find((option) => option.chosen);
    return `( ${placeholder}${chosen === undefined ? "" : `: ${chosen.label}`} ▾ )`;
  });
  const pressed = buttons.map(({ label }) => `[ ${label} ]`).join(" ");
  return [plainly(text, club), ...lists, ...(pressed === "" ? [] : [pressed])].join("\n");
}

const lookOfForm = ({ title, fields }: SeenForm): string =>
  [title, ...fields.map(({ label, required }) => `${label}${required ? "" : " (may stay empty)"}`)].join(
    "\n",
  );

/** Names instead of numbers, moments on the club's clock. */
const plainly = (text: string, { discord }: BotClub): string =>
  text
    .replaceAll(/<@&(\d+)>/g, (_, id: string) => `@${discord.roleName(id)}`)
    .replaceAll(
      /<#(\d+)>/g,
      (_, id: string) => `#${discord.channels.find((name) => discord.channel(name).id === id)}`,
    )
    .replaceAll(/ \(<t:\d+:R>\)/g, "")
    .replaceAll(/<t:(\d+):F>/g, (_, at: string) => printed(Number(at) * 1000));

const printed = (at: number): string =>
  new Date(at).toLocaleString("en-US", {
    timeZone: "America/Chicago",
    dateStyle: "full",
    timeStyle: "short",
  });
