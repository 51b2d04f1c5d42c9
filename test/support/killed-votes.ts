import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { authorize } from "#core/actor.ts";
import { type App, openApp } from "#core/app.ts";
import { loadConfig } from "#core/config.ts";
import { DomainError } from "#core/errors.ts";
import { createPoll } from "#core/polls/create-poll.service.ts";
import type { PollShown } from "#core/polls/polls.service.ts";
import { castVote } from "#core/polls/vote.service.ts";
import type { Work } from "#core/work.ts";
import { acting, foundPollClub, office } from "./poll-club.ts";
import { freshHome, serverOf, startSabc, until } from "./process.ts";
import { saidOtherwise } from "./said-otherwise.ts";

/** One press by one member, with the answers it chose. */
export interface Press {
  angler: number;
  name: string;
  request: string;
  labels: readonly string[];
}

/** How a press travels, and what the member is told: an outcome, the code of a refusal, or `unknown`. */
export type Road = (press: Press) => Promise<string>;

/** A press with what was told of it. */
type Answered = Press & { told: string };

/** A club on a database of its own that can be killed, with an open location poll. */
export interface VotingClub {
  home: string;
  app: App;
  poll: PollShown;
  members: { id: number; name: string }[];
}

/** What members choose from: a ballot of three answers, or one answer that is one press on Discord. */
const papers = {
  location: [
    ["North Lake", "Pier", "6:30 am to 2:30 pm"],
    ["North Lake", "Cove", "7:00 am to 3:00 pm"],
    ["South Lake", "Dam", "6:30 am to 2:30 pm"],
    ["South Lake", "Dam", "7:00 am to 3:00 pm"],
  ],
  choice: [["Hall"], ["Park"], ["Lake"], ["Pier"]],
} as const;

export async function votingClub({
  members: count,
  asks = "location",
}: {
  members: number;
  asks?: keyof typeof papers;
}): Promise<VotingClub> {
  // Closed before its directory goes.
  let opened: App | undefined;
  after(() => opened?.close());
  const home = freshHome("sabc-votes-");
  const app = (opened = await openApp(loadConfig({ home, env: { LOG_LEVEL: "silent" } })));
  const now = await app.read(office, (work) => Promise.resolve(work.now));
  const firstDay = now.plus({ days: 20 });
  const members = await foundPollClub(app, {
    members: count,
    year: now.year,
    tournament: { year: firstDay.year, firstDay: firstDay.toISODate() },
  });
  const poll = await app.write(office, (work) =>
    createPoll(work, {
      ...(asks === "choice"
        ? { kind: asks, title: "Where?", options: papers.choice.flat() }
        : { kind: asks, tournament: firstDay.toISODate(), ...places }),
      opens: { day: now.minus({ days: 1 }).toISODate(), time: "12:00" },
      closes: { day: now.plus({ days: 3 }).toISODate(), time: "12:00" },
    }),
  );
  return { home, app, poll, members };
}

const places = {
  lakes: [{ lake: "north" }, { lake: "south" }],
  hours: [
    { firstCast: "06:30", weighIn: "14:30" },
    { firstCast: "07:00", weighIn: "15:00" },
  ],
};

/** As the site will call the core: one verb behind its door. A press that fails is pressed again until it is answered. */
export const siteRoad =
  ({ app, poll }: VotingClub): Road =>
  async ({ angler, name, request, labels }) => {
    const choices = choicesOf(poll, labels);
    return toldBy(() =>
      app.write(acting(angler, name), async (work) => {
        const { outcome } = await castVote(work, { poll: String(poll.id), choices, request });
        return outcome;
      }),
    );
  };

/** An officer's `sabc poll vote` in a process of its own. */
export const terminalRoad =
  ({ home, poll }: VotingClub): Road =>
  async ({ angler, labels }) => {
    const words = [
      "poll",
      "vote",
      String(poll.id),
      String(angler),
      ...labels,
      "--reason",
      "asked by phone",
      "--json",
    ];
    const { code, stdout, stderr } = await startSabc(words, { home }).ended;
    if (code === 0) return (JSON.parse(stdout) as { vote: { outcome: string } }).vote.outcome;
    const { error } = JSON.parse(stderr.trim().split("\n").at(-1) ?? "{}") as {
      error: { kind: string; code: string };
    };
    return ["unavailable", "busy"].includes(error.kind) ? "unknown" : error.code;
  };

/** What became of it; `unknown` where the database went away before it said so. */
export async function toldBy(run: () => Promise<string>): Promise<string> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return ["unavailable", "busy"].includes(error.kind) ? "unknown" : error.code;
  }
}

interface Night {
  roads: readonly Road[];
  /** How often each member presses. */
  each: number;
  /** What is killed while it goes on, evenly spread. */
  kills: readonly (() => Promise<void>)[];
  /** How many members vote at the same moment. */
  atOnce: number;
  /** Members who ask an officer at the terminal instead, and how they are served. */
  byTerminal: { count: number; road: Road } | null;
}

/** A night of votes while its database is killed. All that was pressed, with what was told, in each member's order. */
export async function voteWhileKilled(
  { poll, members }: Pick<VotingClub, "poll" | "members">,
  { roads, each, kills, atOnce, byTerminal }: Night,
): Promise<Answered[]> {
  const asking = members.slice(0, byTerminal?.count ?? 0);
  const voting = members.slice(asking.length);
  const answered: Answered[] = [];
  const night = randomUUID();
  const paper = poll.kind === "choice" ? papers.choice : papers.location;
  const all = voting.length * each;
  const rounds = async (): Promise<void> => {
    for (let turn = 0; turn < each; turn += 1)
      await inSlots(voting, atOnce, async (member, at) => {
        const road = roads[(at + turn) % roads.length]!;
        answered.push(...(await pressed(road, { member, night, turn, at, paper })));
      });
  };
  const calls = async (): Promise<void> => {
    if (byTerminal !== null)
      await inSlots(asking, 2, async (member, at) => {
        answered.push(...(await pressed(byTerminal.road, { member, night, turn: 0, at, paper })));
      });
  };
  const progress = (): number =>
    Math.min(1, answered.filter(({ told }) => told !== "unknown").length / (all + asking.length));
  const voted = Promise.all([rounds(), calls()]);
  for (const [at, kill] of kills.entries()) {
    const due = () => progress() >= (at + 1) / (kills.length + 1);
    await Promise.race([until(due, { within: 550_000, what: `kill ${at + 1}` }), voted]);
    await kill();
  }
  await voted;
  return answered;
}

/** Kills the club's own database server, and waits until somebody has started it again. */
export const killDatabase =
  ({ home }: VotingClub) =>
  async (): Promise<void> => {
    const pid = serverOf(home)!;
    process.kill(pid, "SIGKILL");
    await until(() => ![pid, null].includes(serverOf(home)), { what: "the database is back" });
  };

interface Pressing {
  member: { id: number; name: string };
  night: string;
  turn: number;
  at: number;
  paper: readonly (readonly string[])[];
}

/** A member presses until they are told something; a nervous one presses twice. */
async function pressed(road: Road, { member, night, turn, at, paper }: Pressing): Promise<Answered[]> {
  const press: Press = {
    angler: member.id,
    name: member.name,
    request: `${night} ${member.id} ${turn}`,
    labels: paper[(at + turn * 3) % paper.length]!,
  };
  const told: Answered[] = [];
  const nervous = (at + turn) % 7 === 0 && turn > 0;
  for (;;) {
    const answers = await Promise.all(nervous ? [road(press), road(press)] : [road(press)]);
    told.push(...answers.map((answer) => ({ ...press, told: answer })));
    if (answers.some((answer) => answer !== "unknown")) return told;
    await pause(50);
  }
}

async function inSlots<T>(
  all: T[],
  slots: number,
  run: (one: T, at: number) => Promise<void>,
): Promise<void> {
  const queue = all.entries();
  await Promise.all(
    Array.from({ length: slots }, async () => {
      for (const [at, one] of queue) await run(one, at);
    }),
  );
}

const stands = ["recorded", "changed", "same", "repeated"];

/**
 * Holds what members were told against what is in the book: the last answer each was told is theirs, whole and once,
 * every press is there once with its audit record, and nobody has a ballot who was told of none.
 */
export async function wrongInTheBook(
  { app, poll }: Pick<VotingClub, "app" | "poll">,
  answered: readonly Answered[],
): Promise<string[]> {
  const rows = await app.read(office, (work) => work.em.execute<Booked[]>(bookOf, [poll.id]));
  const booked = Map.groupBy(rows, ({ angler }) => angler);
  const told = Map.groupBy(answered, ({ angler }) => angler);
  const wrong: string[] = [];
  for (const [angler, presses] of told) {
    const last = presses.findLast((press) => stands.includes(press.told));
    const [ballot, ...more] = booked.get(angler) ?? [];
    if (more.length > 0) wrong.push(`doubled: ${angler} has ${more.length + 1} ballots`);
    if (last === undefined) continue;
    if (ballot === undefined) wrong.push(`lost: ${angler} was told ${last.told}`);
    else if (ballot.labels.join() !== last.labels.join())
      wrong.push(
        `lost: ${angler} was told ${last.told} of ${last.labels.join()}, and ${ballot.labels.join()} stands`,
      );
  }
  for (const angler of booked.keys()) if (!told.has(angler)) wrong.push(`unasked: ${angler} has a ballot`);
  const [{ requests, records } = { requests: -1, records: -2 }] = await app.read(office, (work) =>
    work.em.execute<{ requests: number; records: number }[]>(recordsOf, [poll.id, poll.id]),
  );
  if (requests !== records) wrong.push(`doubled: ${requests} presses left ${records} records`);
  return wrong;
}

interface Booked {
  angler: number;
  labels: string[];
}

const bookOf = `
  select b.angler_id as angler,
         coalesce((select json_agg(o.label order by q.position) from selection s
                   join question q on q.id = s.question_id join option o on o.id = s.option_id
                   where s.ballot_id = b.id), '[]') as labels
  from ballot b where b.poll_id = ?`;

// A proxy by the terminal carries no press of its own.
const recordsOf = `
  select (select count(*)::int from ballot_request where poll_id = ?) as requests,
         (select count(*)::int from audit_record where subject = 'ballot' and verb = 'castVote' and after ->> 'poll' = ?::text) as records`;

/** Control: says "recorded" before it is kept, and then the line is cut. */
export const hastyRoad =
  ({ app, poll }: VotingClub): Road =>
  async ({ angler, name, request, labels }) => {
    let said = "unknown";
    await toldBy(() =>
      app.write(acting(angler, name), async (work) => {
        said = (await castVote(work, { poll: String(poll.id), choices: choicesOf(poll, labels), request }))
          .outcome;
        if (angler % 2 === 0) await work.em.execute("select pg_terminate_backend(pg_backend_pid())");
        return said;
      }),
    );
    return said;
  };

/** Control: without what keeps a second ballot of the same member out, in the database and in the statement. */
export async function unguardedRoad({ app, poll }: VotingClub): Promise<Road> {
  await app.write(office, async (work) => {
    authorize(work, "control", { roles: [] });
    await work.em.execute("alter table ballot drop constraint one_ballot_per_angler_and_poll");
  });
  const change = (sql: string): string =>
    sql.replace(/on conflict \(poll_id, angler_id\)[^]*?not excluded\.proxy/, "");
  return ({ angler, name, request, labels }) =>
    toldBy(() => {
      const choices = choicesOf(poll, labels);
      const verb = (work: Work) => castVote(work, { poll: String(poll.id), choices, request });
      return app.write(acting(angler, name), saidOtherwise(verb, change)).then(({ outcome }) => outcome);
    });
}

/** A database that forgets what it kept would prove nothing. */
export function assertDurable(home: string): void {
  const settings = readFileSync(join(home, "cluster", "data", "postgresql.conf"), "utf8");
  assert.doesNotMatch(settings, /^\s*(fsync|synchronous_commit)\s*=\s*off/m);
}

function choicesOf(poll: PollShown, labels: readonly string[]) {
  const picked = new Set<number | null>([null]);
  return poll.questions.map(({ id, options }, at) => {
    const option = options.find(({ label, parentId }) => label === labels[at] && picked.has(parentId))!.id;
    picked.add(option);
    return { question: id, option };
  });
}
