import { invalid } from "#core/errors.ts";
import type { TournamentAndFigures } from "#core/results/edit-tournament.service.ts";
import type { EditTournament } from "#core/tournaments/tournaments.schemas.ts";
import { mustSay, orNone } from "../../calendar-words.ts";
import { changesJson, changesSections } from "../../changes.ts";
import { defineCommand } from "../../command.ts";
import type { Context } from "../../context.ts";
import { readJson, reason, tournament } from "../../familiar.ts";
import { tournamentJson } from "../../results-json.ts";

const optional = true;

export const command = defineCommand({
  summary: "Change a tournament's name, lake, ramp, hours, protest deadline, or what it says of the rules.",
  description:
    "Calendars learn of it, nobody is mailed; another day is sabc event move. --changes is all that the event says otherwise than its season: fishLimit, money, purse, paper, countsForPoints, group. An official one needs --reason, and on a terminal the figures that change are shown before they are saved.",
  parameters: {
    tournament,
    name: { option: "NAME", about: "what the calendar calls it now", optional },
    lake: { option: "LAKE", about: "key or name; none takes it away", optional },
    ramp: { option: "RAMP", about: "a ramp of the lake; none takes it away", optional },
    firstCast: { option: "TIME", about: "such as 06:30; none takes it away", optional },
    weighIn: { option: "TIME", about: "such as 15:00; none takes it away", optional },
    description: { option: "TEXT", about: "more about it; none takes it away", optional },
    protestsUntil: {
      option: "INSTANT",
      about: "while it is provisional, such as 2026-03-29T18:00:00-05:00; none takes it away",
      optional,
    },
    changes: {
      option: "FILE",
      about: "what it says otherwise than its season: a JSON file, - for stdin; none: nothing",
      optional,
    },
    reason,
  },
  examples: [
    'sabc tournament edit next --lake travis --ramp "Mansfield Dam" --first-cast 06:30',
    "sabc tournament edit 2026-07 --changes summer-limit.json --dry-run",
  ],
  rehearsable: true,
  async input({ protestsUntil, changes, reason: why, name, tournament: reference, ...rest }, context) {
    mustSay({ name, ...rest, protestsUntil, changes });
    const { editTournamentSchema } = await import("#core/tournaments/tournaments.schemas.ts");
    const said = Object.fromEntries(Object.entries(rest).map(([key, text]) => [key, orNone(text)]));
    const file = orNone(changes);
    return editTournamentSchema.parse({
      ...said,
      tournament: reference,
      name,
      reason: why,
      protestDeadline: orNone(protestsUntil),
      changes: file === null ? {} : file && (await readChanges(file, context)),
    });
  },
  run: editShowing,
  output: ({ tournament: edited, changed, figures }) => ({
    json: { tournament: tournamentJson(edited), changed, changes: changesJson(figures) },
    sections: changesSections(figures),
    notes: changed
      ? [`Changed ${edited.name}. See it: sabc tournament show ${edited.id}`]
      : [`Nothing of ${edited.name} is different.`],
  }),
});

/** What the event says otherwise; every fault of the file is told with its field. */
async function readChanges(file: string, context: Context): Promise<unknown> {
  const { eventChangesSchema } = await import("#core/seasons/event-changes.schemas.ts");
  const { ruleProblem } = await import("#core/seasons/rules.schemas.ts");
  const document = await readJson(file, context);
  const { error } = eventChangesSchema.safeParse(document);
  if (error === undefined) return document;
  const problems = error.issues.map(ruleProblem);
  throw invalid("changes-invalid", `What stands in ${file} cannot be used.`, { problems });
}

/** At a terminal a person sees which figures would be others, and may still leave. */
async function editShowing(context: Context, input: EditTournament): Promise<TournamentAndFigures> {
  const { editTournamentAndRules } = await import("#core/results/edit-tournament.service.ts");
  if (input.changes !== undefined && context.prompts.interactive && !context.globals.dryRun) {
    const app = await context.app();
    const actor = await context.actor();
    const { figures, tournament: shown } = await app.rehearse(actor, (work) =>
      editTournamentAndRules(work, input),
    );
    if (figures.lines.length + figures.stays.length > 0) {
      await context.show(changesSections(figures));
      await context.prompts.confirm(`Change the rules of ${shown.name} so?`);
    }
  }
  return context.write((work) => editTournamentAndRules(work, input));
}
