import { clock } from "#core/actor.ts";
import { changeRoles } from "#core/anglers/roles.service.ts";
import { announceOpenPolls } from "#core/polls/announce.service.ts";
import { closeDuePolls } from "#core/polls/tally.service.ts";
import { castVote } from "#core/polls/vote.service.ts";
import { getPoll } from "#core/polls/polls.service.ts";
import type { BotClub } from "./bot-club.ts";
import type { Person } from "./discord/person.ts";
import { choose, office } from "./poll-club.ts";
import { lookOf, printed, type Seen } from "./poll-looks.ts";

/** One thing that somebody sees on Discord: when, and how it looks. */
export interface Scene {
  title: string;
  look: string;
}

/** A poll from the officer's command to the event in Discord's calendar, as those see it who are there. */
export async function livePoll(club: BotClub): Promise<Scene[]> {
  const { app, discord, people, members, at } = club;
  const [ann, bob, cal] = people as [Person, Person, Person];
  const scenes: Scene[] = [];
  const scene = (title: string, seen: Seen): void => void scenes.push({ title, look: lookOf(club, seen) });
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
