import type { CreatePoll } from "../polls/polls.schemas.ts";
import { addDays, type ClubDate } from "../time.ts";
import { chanceOf } from "./chance.rules.ts";
import type { DemoFacts, DemoTournament } from "./demo-facts.rules.ts";

/** A poll of the demo: made as officers make one, then dated as it was. */
export interface DemoPoll {
  poll: CreatePoll;
  opens: { day: ClubDate; time: string };
  closes: { day: ClubDate; time: string };
  /**
   * What the voter who comes so many-th chooses: of each question the so many-th that is offered, some where it says
   * nothing; undefined: does not vote.
   */
  voteOf: (turn: number) => number[] | undefined;
}

/**
 * What the club voted on and is voting on: the place of the tournament ahead, long decided; the one after it, open; a
 * tie that waits for the president; the officers of the year, elected in secret.
 */
export function demoPolls({ today, seasons }: DemoFacts): DemoPoll[] {
  const ahead = seasons.flatMap(({ tournaments }) => tournaments).filter(({ lastDay }) => lastDay >= today);
  const decided = ahead.find(({ water, firstDay }) => water !== null && firstDay > today);
  const open = ahead.find(({ water, firstDay }) => water === null && firstDay > addDays(today, 2));
  const season = seasons.find(({ chapter }) => chapter === "current")!;
  return [
    ...election(season),
    ...(decided === undefined ? [] : [place(decided, today)]),
    ...(open === undefined ? [] : [nextPlace(open, today)]),
    banquet(today),
  ];
}

/** The poll of the tournament ahead, which its lake and ramp won. */
function place({ firstDay, water, firstCast, weighIn }: DemoTournament, today: ClubDate): DemoPoll {
  const { lake, ramp } = water!;
  const closes = earlier(addDays(firstDay, -7), addDays(today, -1));
  const others = offered.filter((one) => one.lake !== lake).slice(0, 2);
  return {
    poll: {
      kind: "location",
      tournament: firstDay,
      lakes: [{ lake, ramps: [ramp] }, ...others.map((one) => ({ lake: one.lake, ramps: [one.ramp] }))],
      hours: [{ firstCast: firstCast!, weighIn: weighIn! }],
    },
    opens: { day: addDays(closes, -3), time: "06:00" },
    closes: { day: closes, time: "18:00" },
    voteOf: (turn) => (turn > 18 ? undefined : [turn % 3 === 2 ? 1 + (turn % 2) : 0]),
  };
}

/** The poll that is open now: half of the club has voted. */
function nextPlace({ firstDay }: DemoTournament, today: ClubDate): DemoPoll {
  const chance = chanceOf("the open poll");
  return {
    poll: {
      kind: "location",
      tournament: firstDay,
      description: "The first tournament of the next stretch: say where you want to fish it.",
      lakes: offered.map(({ lake }) => ({ lake })),
      hours: [
        { firstCast: "06:45", weighIn: "15:00" },
        { firstCast: "07:15", weighIn: "15:00" },
      ],
    },
    opens: { day: addDays(today, -2), time: "06:00" },
    closes: { day: earlier(addDays(today, 5), addDays(firstDay, -1)), time: "18:00" },
    voteOf: (turn) => (turn > 15 ? undefined : [chance.among([0, 0, 1, 2])]),
  };
}

/** Equally many for both: it waits for the president. */
function banquet(today: ClubDate): DemoPoll {
  return {
    poll: {
      kind: "choice",
      title: "Where we hold the banquet",
      options: ["Mesquite Feed & Tackle, upstairs", "The pavilion at the dam"],
    },
    opens: { day: addDays(today, -9), time: "08:00" },
    closes: { day: addDays(today, -2), time: "20:00" },
    voteOf: (turn) => (turn > 13 ? undefined : [turn % 2]),
  };
}

/** The officers of the current year, elected the winter before. */
function election({ year, officers }: DemoFacts["seasons"][number]): DemoPoll[] {
  const { president, treasurer } = officers;
  if (president === undefined || treasurer === undefined) return [];
  const rival = Object.values(officers).find((name) => name !== president && name !== treasurer)!;
  const offices = [
    { office: "President", candidates: [president, rival] },
    { office: "Treasurer", candidates: [treasurer] },
  ];
  return [
    {
      poll: { kind: "election", year, offices },
      opens: { day: `${year - 1}-12-01`, time: "08:00" },
      closes: { day: `${year - 1}-12-08`, time: "20:00" },
      voteOf: (turn) => (turn > 21 ? undefined : [turn % 4 === 0 ? 1 : 0]),
    },
  ];
}

const offered = [
  { lake: "travis", ramp: "Mansfield Dam" },
  { lake: "canyon", ramp: "Canyon Lake Marina" },
  { lake: "lbj", ramp: "Yacht Club & Marina" },
];

const earlier = (one: ClubDate, other: ClubDate): ClubDate => (one < other ? one : other);
