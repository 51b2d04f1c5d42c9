import type { Work } from "#core/work.ts";
import { columnsOf } from "../columns.ts";
import { defineCommand } from "../command.ts";
import { facts } from "../output.ts";

interface Status {
  club: string | null;
  season: number | null;
  next: string | null;
  home: string;
  demo: boolean;
  database: string;
  answersInMs: number;
  stepsDone: number;
  stepsWaiting: number;
  site: string;
}

export const command = defineCommand({
  summary: "Show which club this is, where its data lives and whether all of it can be reached.",
  parameters: {},
  examples: ["sabc status", "sabc status --demo --json"],
  input: () => ({}),
  async run(context): Promise<Status> {
    const { home, demo, publicUrl } = await context.config();
    const club = await context.app();
    const answersInMs = await club.health();
    const steps = await club.migrations.list();
    const waiting = steps.filter(({ at }) => at === null).length;
    return {
      ...(waiting === 0 ? await context.read(lookAround) : { club: null, season: null, next: null }),
      home,
      demo,
      database: club.place ?? "your own server",
      answersInMs,
      stepsDone: steps.filter(({ at }) => at !== null).length,
      stepsWaiting: waiting,
      site: publicUrl.href,
    };
  },
  output: (status) => ({
    json: status,
    sections: [facts(columns, status)],
    notes:
      status.stepsWaiting > 0
        ? ["The schema is behind: run sabc database migrate."]
        : status.club === null
          ? ["No club is set up here yet: sabc init, or sabc demo to look around."]
          : [],
  }),
});

/** The club's name, its current season and what comes next. */
async function lookAround(work: Work): Promise<Pick<Status, "club" | "season" | "next">> {
  const { findNextEvent } = await import("#core/tournaments/next-event.service.ts");
  const { findCurrentSeason } = await import("#core/tournaments/seasons-overview.service.ts");
  const next = await findNextEvent(work, {});
  return {
    club: work.club?.name ?? null,
    season: await findCurrentSeason(work),
    next: next && `${next.firstDay} ${next.name}`,
  };
}

const schemaOf = ({ stepsDone, stepsWaiting }: Status): string =>
  stepsWaiting === 0 ? "up to date" : `${stepsWaiting} of ${stepsDone + stepsWaiting} steps are waiting`;

const columns = columnsOf<Status>({
  club: "text",
  season: "word",
  next: { header: "Next event" },
  site: "text",
  home: { header: "Directory" },
  demo: { kind: "yes-no", header: "Demo club", unless: ({ demo }) => !demo },
  database: "text",
  answer: { kind: "word", header: "It answers", value: ({ answersInMs }) => `in ${answersInMs} ms` },
  schema: { kind: "word", value: schemaOf },
});
