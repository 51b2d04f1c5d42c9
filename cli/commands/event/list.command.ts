import type { EventShown } from "#core/events/events.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { readYear } from "../../familiar.ts";
import { table } from "../../output.ts";

export const command = defineCommand({
  summary: "List the calendar: tournaments, meetings, holidays and other events.",
  description: "Without a year or days it is the club's current year.",
  parameters: {
    year: { argument: "another year", optional: true },
    from: { option: "DAY", about: "from this day on, such as 2026-03-22", optional: true },
    to: { option: "DAY", about: "up to this day", optional: true },
    all: { flag: "all years" },
  },
  examples: ["sabc event list", "sabc event list --from 2026-03-01 --to 2026-05-31 --json"],
  list: true,
  async input({ year, from, to, all }) {
    const { listEventsSchema } = await import("#core/events/events.schemas.ts");
    const said = listEventsSchema.parse({ year: readYear(year), from, to });
    return { ...said, current: !all && Object.values(said).every((value) => value === undefined) };
  },
  async run(context, { current, ...input }) {
    const { listCalendar } = await import("#core/tournaments/list-calendar.service.ts");
    return context.read(async (work) => {
      const year = current ? work.now.year : input.year;
      const { events } = await listCalendar(work, { ...input, year });
      return { year, events };
    });
  },
  output: ({ year, events }, { current }) => ({
    json: { events },
    sections: [table(columns, events)],
    notes: [
      ...(events.length === 0
        ? [`Nothing is on the calendar${year === undefined ? "" : ` of ${year}`}.`]
        : []),
      ...(current ? [`Other years: sabc event list ${year! - 1}, or --all.`] : []),
    ],
  }),
});

const columns = columnsOf<EventShown>({
  id: { kind: "count", spare: true },
  firstDay: { kind: "word", header: "Day" },
  lastDay: {
    kind: "word",
    header: "Until",
    spare: true,
    unless: ({ firstDay, lastDay }) => lastDay === firstDay,
  },
  kind: "word",
  name: "text",
  startsAt: { kind: "word", header: "From", spare: true, unless: ({ startsAt }) => startsAt === null },
  endsAt: { kind: "word", header: "To", spare: true, unless: ({ endsAt }) => endsAt === null },
  cancelled: {
    value: ({ cancelled }) => cancelled?.reason ?? null,
    unless: ({ cancelled }) => cancelled === null,
  },
});
