import { clashNotes } from "../../calendar-words.ts";
import { defineCommand } from "../../command.ts";
import { readYear } from "../../familiar.ts";

export const command = defineCommand({
  summary: "Add a tournament to the season of its day; what else is on its days is said.",
  parameters: {
    name: { argument: "what the calendar calls it" },
    day: { argument: "its day, such as 2026-03-22" },
    lastDay: { option: "DAY", about: "its last day, when it takes several", optional: true },
    lake: { option: "LAKE", about: "key or name", optional: true },
    ramp: { option: "RAMP", about: "a ramp of the lake", optional: true },
    firstCast: { option: "TIME", about: "such as 06:30", optional: true },
    weighIn: { option: "TIME", about: "such as 15:00", optional: true },
    description: { option: "TEXT", about: "more about it", optional: true },
    season: { option: "YEAR", about: "another season than the day's year", optional: true },
  },
  examples: [
    'sabc tournament add "March" 2026-03-22 --lake travis --ramp "Mansfield Dam"',
    'sabc tournament add "Classic" 2026-10-24 --last-day 2026-10-25',
  ],
  async input({ day, season, ...rest }) {
    const { addTournamentSchema } = await import("#core/tournaments/tournaments.schemas.ts");
    return addTournamentSchema.parse({
      ...rest,
      firstDay: day,
      // Of what is no day, only that is told.
      year: readYear(season) ?? (Number.parseInt(day, 10) || 0),
    });
  },
  async run(context, input) {
    const { addTournament } = await import("#core/tournaments/new-tournaments.service.ts");
    const { listClashes } = await import("#core/tournaments/clashes.service.ts");
    const { firstDay, lastDay } = input;
    return context.write(async (work) => {
      const [clashes = []] = await listClashes(work, { spans: [{ firstDay, lastDay: lastDay ?? firstDay }] });
      return { tournament: await addTournament(work, input), clashes };
    });
  },
  output: ({ tournament: { id, name, season, number, firstDay }, clashes }) => ({
    json: { tournament: { id, name, season, number, firstDay }, clashes },
    notes: [
      `Added ${name} on ${firstDay}: ${season}-${String(number).padStart(2, "0")} (id ${id}).`,
      ...clashNotes(clashes),
    ],
  }),
});
