import { type Actor, operator } from "#core/actor.ts";
import type { App } from "#core/app.ts";
import { addMembers } from "#core/membership/membership.service.ts";
import { recordDues } from "#core/membership/pay-dues.service.ts";
import { createPoll } from "#core/polls/create-poll.service.ts";
import type { CreatePoll } from "#core/polls/polls.schemas.ts";
import type { PollShown } from "#core/polls/polls.service.ts";
import { importLakes } from "#core/lakes/import.service.ts";
import { saveClub } from "#core/seasons/club.service.ts";
import { setRules } from "#core/results/season-rules.service.ts";
import { addTournament } from "#core/tournaments/new-tournaments.service.ts";
import { moveClock } from "./clock.ts";
import { openTestApp } from "./database.ts";

export const office = operator("office");

/** A club in March 2026 with members whose dues are paid, two lakes, and a tournament on the 22nd. */
export interface PollClub {
  app: App;
  /** The members as they act through the site, by their order. */
  members: Actor[];
  at: (moment: string) => Promise<void>;
  make: (poll?: Partial<Extract<CreatePoll, { kind: "location" }>>) => Promise<PollShown>;
}

export async function pollClub({ members: whom }: { members: Members }): Promise<PollClub> {
  const app = await openTestApp();
  const at = (moment: string): Promise<void> => moveClock(app, moment.slice(0, 10), moment.slice(11));
  await at("2026-03-12T05:00");
  const people = await foundPollClub(app, {
    members: whom,
    year: 2026,
    tournament: { year: 2026, firstDay: "2026-03-22" },
  });
  const members = people.map(({ id, name }) => acting(id, name));
  const make: PollClub["make"] = (poll = {}) =>
    app.write(office, (work) =>
      createPoll(work, {
        kind: "location",
        tournament: "2026-01",
        lakes: [{ lake: "north" }, { lake: "south" }],
        hours: [
          { firstCast: "06:30", weighIn: "14:30" },
          { firstCast: "07:00", weighIn: "15:00" },
        ],
        ...poll,
      }),
    );
  return { app, members, at, make };
}

/** How many, or their names. */
export type Members = number | readonly string[];

interface Founding {
  members: Members;
  /** Whose dues they have paid. */
  year: number;
  tournament: { year: number; firstDay: string };
}

/** Makes the club itself: its lakes, its rules, a tournament, and members who may vote. */
export const foundPollClub = (app: App, { members: whom, year, tournament }: Founding) =>
  app.write(office, async (work) => {
    await saveClub(work, { name: "Reed Bass Club" });
    await importLakes(work, { lakes });
    for (const season of new Set([year, tournament.year]))
      await setRules(work, { year: season, rules: "sabc-team" });
    await addTournament(work, { name: "March", ...tournament });
    const names =
      typeof whom === "number"
        ? Array.from({ length: whom }, (_, at) => `Member ${String(at + 1).padStart(4, "0")}`)
        : whom;
    const people = await addMembers(work, {
      members: names.map((name) => ({ name, status: "member" as const, joinedOn: "2024-01-01" })),
    });
    await recordDues(work, {
      payments: people.map(({ id }) => ({ angler: String(id), method: "cash" as const, year })),
    });
    return people.map(({ id, name }) => ({ id, name }));
  });

/** An angler without a role, through the site. */
export const acting = (anglerId: number, name: string): Actor => ({
  kind: "angler",
  name,
  channel: "site",
  anglerId,
  roles: [],
});

/** The choices of a ballot by the labels of its options. */
export const choose = (poll: PollShown, ...labels: string[]) =>
  labels.map((label) => {
    for (const { id: question, options } of poll.questions) {
      const option = options.find((one) => one.label === label);
      if (option !== undefined) return { question, option: option.id };
    }
    throw new Error(`no option ${label}`);
  });

const lakes = [
  {
    key: "north",
    name: "North Lake",
    ramps: [
      { name: "Pier", latitude: 30.1, longitude: -97.1 },
      { name: "Cove", latitude: 30.2, longitude: -97.2 },
    ],
    latitude: 30.1,
    longitude: -97.1,
  },
  {
    key: "south",
    name: "South Lake",
    ramps: [{ name: "Dam", latitude: 30.3, longitude: -97.3 }],
    latitude: 30.3,
    longitude: -97.3,
  },
];
