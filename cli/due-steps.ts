import { type Actor, clock } from "#core/actor.ts";
import type { App } from "#core/app.ts";
import { unavailable } from "#core/errors.ts";
import type { Work } from "#core/work.ts";
import { counted } from "./exact.ts";
import { deliver, deliveredWords, deliveryComplaint, deliveryJob } from "./mail.ts";

interface Room {
  app: App;
  /** Told to stop: what is begun ends well, what is not is left. */
  stop: AbortSignal;
}

/** One thing that cron should do now. */
export interface DueStep {
  /** Also the name of its lock: a step that another run is at is left to that. */
  name: string;
  /** What it would do now; null: nothing. */
  waits(app: App): Promise<string | null>;
  /** Does it: what it did, null where there was nothing; and what is not well although it was done. */
  run(room: Room): Promise<{ did: string | null; complaint?: string | null }>;
}

/** Everything that happens by the clock, in this order: what makes mail stands before what delivers it. */
export const dueSteps: readonly DueStep[] = [
  inOneGo("remind of dues", async (work) => {
    const { remindDues } = await import("#core/membership/remind-dues.service.ts");
    return someOf((await remindDues(work, {})).reminded.length, "reminder of dues", "reminders of dues");
  }),
  { name: "tell of open polls", waits: pollTidings, run: tellOfPolls },
  { name: "count closed polls", waits: closedPolls, run: countPolls },
  inOneGo("seal the audit log", async (work) => {
    const { sealAudit } = await import("#core/audit/seal.service.ts");
    return someOf((await sealAudit(work, {})).sealed, "audit record");
  }),
  { name: deliveryJob, waits: mailDue, run: sendMail },
];

/** A step that is one verb in one transaction; asked what waits, it is done and taken back. */
function inOneGo(name: string, verb: (work: Work) => Promise<string | null>, actor: Actor = clock): DueStep {
  return {
    name,
    waits: (app) => app.rehearse(actor, verb),
    run: async ({ app }) => ({ did: await app.write(actor, verb) }),
  };
}

const someOf = (count: number, what: string, several?: string): string | null =>
  count === 0 ? null : counted(count, what, several);

async function pollTidings(app: App): Promise<string | null> {
  const { listPollTidings } = await import("#core/polls/announce.service.ts");
  return someOf((await app.read(clock, listPollTidings)).length, "poll");
}

async function tellOfPolls({ app }: Room): Promise<{ did: string | null }> {
  const { announceOpenPolls } = await import("#core/polls/announce.service.ts");
  return { did: someOf((await announceOpenPolls(app, { actor: clock })).announced, "poll") };
}

async function closedPolls(app: App): Promise<string | null> {
  const { listDuePolls } = await import("#core/polls/tally.service.ts");
  return someOf((await app.read(clock, listDuePolls)).length, "poll");
}

async function countPolls({ app }: Room): Promise<{ did: string | null }> {
  const { closeDuePolls } = await import("#core/polls/tally.service.ts");
  return { did: someOf((await closeDuePolls(app, { actor: clock })).length, "poll") };
}

async function mailDue(app: App): Promise<string | null> {
  const { countNotices } = await import("#core/notices/notices.service.ts");
  const { due } = await app.read(clock, (work) => countNotices(work));
  if (due === 0) return null;
  return app.config.smtpUrl === null ? null : counted(due, "notice");
}

async function sendMail({ app, stop }: Room): Promise<{ did: string | null; complaint: string | null }> {
  if ((await mailDue(app)) === null) return { did: null, complaint: null };
  const delivered = await deliver(app, { actor: clock, stop });
  const complaint = deliveryComplaint(delivered);
  if (delivered.obstacle?.kind === "away") throw unavailable("mail-server-away", complaint ?? "");
  return { did: deliveredWords(delivered), complaint };
}
