import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import type { Context } from "../../context.ts";
import type { DueStep } from "../../due-steps.ts";
import { describeFailure, exitCodes } from "../../errors.ts";
import { table, toJson } from "../../output.ts";
import { whileStopping } from "../../stopping.ts";

/** done · nothing: was due · busy: left to another run · failed · waits: would be done now · left: told to stop. */
type Became = "done" | "nothing" | "busy" | "failed" | "waits" | "left";

interface StepShown {
  step: string;
  became: Became;
  /** What it did or would do, or why it failed. */
  told: string | null;
  /** What is not well although it was done. */
  complaint: string | null;
  exitCode: number;
}

interface Outcome {
  steps: StepShown[];
  stoppedBy: number | null;
}

export const command = defineCommand({
  summary: "Do everything that is due now: what cron runs every minute.",
  description:
    "Each step has its lock, so that it may run late, twice, or twice at once; one that fails does not stop the others. --list shows what would be done and does nothing.",
  parameters: { list: { flag: "only show what would be done now" } },
  examples: ["sabc run due --quiet", "sabc run due --list"],
  input: ({ list }) => ({ list }),
  async run(context, { list }): Promise<Outcome> {
    const { dueSteps } = await import("../../due-steps.ts");
    const app = await context.app();
    // Without it no step can do anything: said once, not by each.
    await app.health();
    if (list) return { steps: await inTurn(dueSteps, (step) => look(app, step)), stoppedBy: null };
    return whileStopping(context, async ({ signal, code }) => ({
      steps: await inTurn(dueSteps, (step) => attempt(app, { step, stop: signal })),
      stoppedBy: code(),
    }));
  },
  output: ({ steps, stoppedBy }) => {
    const failed = steps.find(({ became }) => became === "failed");
    const wrong = steps.flatMap(({ step, became, told, complaint }) =>
      became === "failed" ? [`${step}: ${told}`] : complaint === null ? [] : [`${step}: ${complaint}`],
    );
    return {
      json: { steps: toJson(columns, steps) },
      sections: [table(columns, steps)],
      ...(wrong.length > 0 ? { complaint: wrong.join(" ") } : {}),
      exitCode: stoppedBy ?? failed?.exitCode ?? exitCodes.done.code,
    };
  },
});

const columns = columnsOf<StepShown>({ step: "word", became: { kind: "word", header: "Now" }, told: "text" });

type App = Awaited<ReturnType<Context["app"]>>;

async function inTurn(
  steps: readonly DueStep[],
  each: (step: DueStep) => Promise<StepShown>,
): Promise<StepShown[]> {
  const shown: StepShown[] = [];
  for (const step of steps) shown.push(await each(step));
  return shown;
}

const look = (app: App, step: DueStep): Promise<StepShown> =>
  orFailure(step, async () => {
    const waits = await step.waits(app);
    return waits === null ? { became: "nothing" } : { became: "waits", told: waits };
  });

const attempt = (app: App, { step, stop }: { step: DueStep; stop: AbortSignal }): Promise<StepShown> =>
  orFailure(step, async () => {
    if (stop.aborted) return { became: "left" };
    const { did, complaint = null } = await app.lock(step.name, () => step.run({ app, stop }));
    return { became: did === null ? "nothing" : "done", told: did, complaint };
  });

async function orFailure(
  { name }: DueStep,
  run: () => Promise<Pick<StepShown, "became"> & Partial<StepShown>>,
): Promise<StepShown> {
  const shown = { step: name, told: null, complaint: null, exitCode: exitCodes.done.code };
  try {
    return { ...shown, ...(await run()) };
  } catch (error) {
    const { kind, message } = describeFailure(error);
    // Another run is at it, or somebody's changes are on their way: the next run does it.
    if (kind === "busy") return { ...shown, became: "busy" };
    return { ...shown, became: "failed", told: message, exitCode: exitCodes[kind].code };
  }
}
