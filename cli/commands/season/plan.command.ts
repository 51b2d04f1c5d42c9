import type { PlannedMonth, SeasonPlan } from "#core/tournaments/plan.service.ts";
import type { PlanSeason } from "#core/tournaments/plan.schemas.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import type { Context } from "../../context.ts";
import { UsageError } from "../../errors.ts";
import { readYear } from "../../familiar.ts";
import { type Section, table } from "../../output.ts";

export const command = defineCommand({
  summary: "Plan a year's tournaments by the schedule of its rules, and tell what falls on the same days.",
  description:
    "Months that have a tournament already, cancelled ones too, stay as they are, so it can be run again. --copy-from takes over names, hours, several days and changes of the rules of another year, month by month; lakes only with --lakes, since most clubs vote on them. On a terminal the plan is shown before it is made.",
  parameters: {
    year: { argument: "the season" },
    copyFrom: { option: "YEAR", about: "take over what another year's months were", optional: true },
    lakes: { flag: "with --copy-from: the lakes and ramps too" },
    move: {
      option: "MONTH=DAY",
      about: "hold a month on another day, such as 2027-03=2027-03-21",
      many: true,
    },
  },
  examples: [
    "sabc season plan 2027 --dry-run",
    "sabc season plan 2027 --copy-from 2026 --move 2027-03=2027-03-21",
  ],
  list: true,
  rehearsable: true,
  async input({ year, copyFrom, lakes, move }) {
    const { planSeasonSchema } = await import("#core/tournaments/plan.schemas.ts");
    return planSeasonSchema.parse({
      year,
      copyFrom: readYear(copyFrom),
      lakes: lakes ? "copied" : "open",
      moves: move.map((text) => readMove(text, year)),
    });
  },
  async run(context, input) {
    return { dryRun: context.globals.dryRun, plan: await planShowing(context, input) };
  },
  output: ({ plan, dryRun }) => ({
    json: plan,
    sections: sections(plan),
    notes: [...counted(plan), ...ways(plan, { dryRun })],
  }),
});

/** `2027-03=2027-03-21`, or `03=2027-03-21`. */
function readMove(text: string, year: string): { month: number; day: string } {
  const read = /^(?:(\d{4})-)?(0?[1-9]|1[0-2])=(\d{4}-\d{2}-\d{2})$/.exec(text.trim());
  if (read === null || (read[1] ?? year) !== year) {
    throw new UsageError(
      "move-not-understood",
      `--move "${text}" is not a month of ${year} and its day, such as ${year}-03=${year}-03-21.`,
    );
  }
  return { month: Number(read[2]), day: read[3]! };
}

/** At a terminal a person sees the year before it is made, and may still leave. */
async function planShowing(context: Context, input: PlanSeason): Promise<SeasonPlan> {
  const { planSeason } = await import("#core/tournaments/plan.service.ts");
  const { interactive } = context.prompts;
  if (interactive && !context.globals.dryRun && !context.globals.yes) {
    const app = await context.app();
    const plan = await app.rehearse(await context.actor(), (work) => planSeason(work, input));
    if (plan.tournaments.some((one) => one.plan === "added")) {
      await context.show(sections(plan));
      for (const way of ways(plan, { dryRun: true })) context.say(way);
      await context.prompts.confirm(`${counted(plan)[0]} Make it so?`);
    }
  }
  return context.write((work) => planSeason(work, input));
}

const sections = ({ tournaments }: SeasonPlan): Section[] => [table(columns, tournaments)];

function counted({ season, tournaments, notCopied }: SeasonPlan): string[] {
  const number = (plan: PlannedMonth["plan"]): number =>
    tournaments.filter((one) => one.plan === plan).length;
  const [added, kept, cancelled, over] = [
    number("added"),
    number("kept"),
    number("cancelled"),
    number("over"),
  ];
  return [
    `${season}: ${added} planned, ${kept} as before${cancelled > 0 ? `, ${cancelled} cancelled` : ""}.`,
    ...(over > 0 ? [`Not planned, since the day is over: ${over}.`] : []),
    ...(notCopied.length > 0 ? [`Outside of the schedule, not copied: ${notCopied.join(", ")}.`] : []),
  ];
}

/** How to go around what falls on the same day; nobody is told of what is only being planned. */
function ways({ season, tournaments }: SeasonPlan, { dryRun }: { dryRun: boolean }): string[] {
  const clashing = tournaments.filter(
    ({ plan, clashes, instead }) =>
      (plan === "added" || plan === "kept") && clashes.length > 0 && instead.length > 0,
  );
  return clashing.map(({ plan, month, event, name, firstDay, instead }) => {
    const way =
      plan === "added" && dryRun
        ? `--move ${season}-${String(month).padStart(2, "0")}=${instead[0]}`
        : `sabc event move ${event} --to ${instead[0]}`;
    return `${name}, ${firstDay}: free in that month is ${instead.slice(0, 2).join(" or ")} (${way}).`;
  });
}

const columns = columnsOf<PlannedMonth>({
  number: { kind: "count", spare: true },
  day: { kind: "word", value: ({ firstDay }) => firstDay },
  lastDay: {
    kind: "word",
    header: "Until",
    spare: true,
    unless: ({ firstDay, lastDay }) => lastDay === firstDay,
  },
  name: "text",
  lake: { unless: ({ lake }) => lake === null },
  firstCast: {
    kind: "word",
    header: "First cast",
    spare: true,
    unless: ({ firstCast }) => firstCast === null,
  },
  weighIn: { kind: "word", header: "Weigh-in", spare: true, unless: ({ weighIn }) => weighIn === null },
  plan: "word",
  clashes: {
    header: "On the same days",
    value: ({ clashes }) => clashes.join(", ") || null,
    unless: ({ clashes }) => clashes.length === 0,
  },
});
