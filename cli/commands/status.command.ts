import type { Work } from "#core/work.ts";
import { columnsOf } from "../columns.ts";
import { defineCommand } from "../command.ts";
import { counted } from "../exact.ts";
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
  /** The server that sends mail; null: mail is not set up. */
  mail: string | null;
  noticesWaiting: number;
  noticesFailed: number;
}

export const command = defineCommand({
  summary: "Show which club this is, where its data lives and whether all of it can be reached.",
  parameters: {},
  examples: ["sabc status", "sabc status --demo --json"],
  input: () => ({}),
  async run(context): Promise<Status> {
    const { home, demo, publicUrl, smtpUrl } = await context.config();
    const club = await context.app();
    const answersInMs = await club.health();
    const steps = await club.migrations.list();
    const waiting = steps.filter(({ at }) => at === null).length;
    return {
      ...(waiting === 0 ? await context.read(lookAround) : nothingKnown),
      home,
      demo,
      database: club.place ?? "your own server",
      answersInMs,
      stepsDone: steps.filter(({ at }) => at !== null).length,
      stepsWaiting: waiting,
      site: publicUrl.href,
      mail: (await import("#core/notices/mail-setup.service.ts")).mailServerOf({ smtpUrl }),
    };
  },
  output: (status) => ({
    json: status,
    sections: [facts(columns, status)],
    notes: notes(status),
  }),
});

function notes({ stepsWaiting, club, mail, demo, noticesWaiting, noticesFailed }: Status): string[] {
  if (stepsWaiting > 0) return ["The schema is behind: run sabc database migrate."];
  if (club === null) return ["No club is set up here yet: sabc init, or sabc demo to look around."];
  return [
    ...(mail === null && noticesWaiting > 0 && !demo
      ? [
          `Mail is not set up, with ${counted(noticesWaiting, "notice")} waiting: sabc init --smtp-url-file FILE.`,
        ]
      : []),
    ...(noticesFailed > 0
      ? [`${counted(noticesFailed, "notice")} could not be sent: sabc notice list --state failed.`]
      : []),
  ];
}

type Around = Pick<Status, "club" | "season" | "next" | "noticesWaiting" | "noticesFailed">;

const nothingKnown: Around = { club: null, season: null, next: null, noticesWaiting: 0, noticesFailed: 0 };

/** The club's name, its current season, what comes next, and its mail. */
async function lookAround(work: Work): Promise<Around> {
  const { countNotices } = await import("#core/notices/notices.service.ts");
  const { findNextEvent } = await import("#core/tournaments/next-event.service.ts");
  const { findCurrentSeason } = await import("#core/tournaments/seasons-overview.service.ts");
  const next = await findNextEvent(work, {});
  const { waiting, failed } = await countNotices(work);
  return {
    club: work.club?.name ?? null,
    season: await findCurrentSeason(work),
    next: next && `${next.firstDay} ${next.name}`,
    noticesWaiting: waiting,
    noticesFailed: failed,
  };
}

const schemaOf = ({ stepsDone, stepsWaiting }: Status): string =>
  stepsWaiting === 0 ? "up to date" : `${stepsWaiting} of ${stepsDone + stepsWaiting} steps are waiting`;

const mailOf = ({ mail, demo, noticesWaiting }: Status): string =>
  `${mail ?? (demo ? "never sent in the demo" : "not set up")}, ${noticesWaiting} waiting`;

const columns = columnsOf<Status>({
  club: "text",
  season: "word",
  next: { header: "Next event" },
  site: "text",
  mail: { value: mailOf },
  home: { header: "Directory" },
  demo: { kind: "yes-no", header: "Demo club", unless: ({ demo }) => !demo },
  database: "text",
  answer: { kind: "word", header: "It answers", value: ({ answersInMs }) => `in ${answersInMs} ms` },
  schema: { kind: "word", value: schemaOf },
});
