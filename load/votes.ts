import type { Actor } from "#core/actor.ts";
import { type App, openApp } from "#core/app.ts";
import { loadConfig } from "#core/config.ts";
import { getPoll, type PollShown } from "#core/polls/polls.service.ts";
import { readyToVote } from "#core/polls/ready.service.ts";
import { castVote } from "#core/polls/vote.service.ts";
import { type Figure, type Measurement, milliseconds } from "./measure.ts";
import { withTemporaryHome } from "./temporary-home.ts";
import { officer, openPoll, percentile, votingClub } from "./voting-club.ts";

const members = 1_000;
const atOnce = 50;

/** How long a vote takes where fifty come at once, as the site calls the core, until all of a thousand have voted. */
export const votes: Measurement = {
  name: "votes",
  measure: () =>
    withTemporaryHome(async (home) => {
      const app = await openApp(loadConfig({ home, env: {} }));
      try {
        await app.getReady(readyToVote);
        return await measureVotes(app);
      } finally {
        await app.close();
      }
    }),
};

/** Twice: by a process that has just begun, and by the same once it has done this before. */
async function measureVotes(app: App): Promise<Figure[]> {
  const club = await votingClub(app, { members });
  const cold = await voteAll(app, club);
  const poll = await app.write(officer, openPoll);
  const warm = await voteAll(app, { ...club, poll });
  return [...figuresOf("a process just begun", cold), ...figuresOf("a process under way", warm)];
}

interface Voted {
  times: number[];
  all: number;
  ballots: number;
}

async function voteAll(app: App, club: { members: readonly Actor[]; poll: PollShown }): Promise<Voted> {
  const [question] = club.poll.questions;
  const times: number[] = [];
  const queue = club.members.entries();
  const start = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const [at, who] of queue) {
        const from = performance.now();
        const option = question!.options[at % question!.options.length]!.id;
        const vote = {
          poll: String(club.poll.id),
          choices: [{ question: question!.id, option }],
          request: `press ${club.poll.id} ${at}`,
        };
        await app.write(who, (work) => castVote(work, vote));
        times.push(performance.now() - from);
      }
    }),
  );
  const all = performance.now() - start;
  const { turnout } = await app.read(officer, (work) => getPoll(work, { poll: club.poll.id }));
  return { times, all, ballots: turnout.voted };
}

const figuresOf = (when: string, { times, all, ballots }: Voted): Figure[] => [
  {
    what: `a vote, ${atOnce} at once, ${when}, p95`,
    figure: milliseconds(percentile(times, 0.95)),
    goal: "≤ 100 ms",
  },
  { what: `${members} members vote, ${when}`, figure: milliseconds(all), goal: "≤ 10000 ms" },
  { what: `ballots in the end, ${when}`, figure: String(ballots), goal: String(members) },
];
