import type { EventShown } from "#core/events/events.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { readYear } from "../../familiar.ts";
import { table } from "../../output.ts";

export const command = defineCommand({
  summary: "List the calendar: tournaments, meetings, holidays and other events.",
  parameters: {
    year: { argument: "only this year", optional: true },
    from: { option: "DAY", about: "from this day on, such as 2026-03-22", optional: true },
    to: { option: "DAY", about: "up to this day", optional: true },
  },
  examples: ["sabc event list 2026", "sabc event list --from 2026-03-01 --to 2026-05-31 --json"],
  list: true,
  async input({ year, from, to }) {
    const { listEventsSchema } = await import("#core/events/events.schemas.ts");
    return listEventsSchema.parse({ year: readYear(year), from, to });
  },
  async run(context, input) {
    const { listEvents } = await import("#core/events/events.service.ts");
    return context.read((work) => listEvents(work, input));
  },
  output: (events) => ({ json: { events }, sections: [table(columns, events)] }),
});

const columns = columnsOf<EventShown>({
  id: { kind: "count", spare: true },
  firstDay: { kind: "word", header: "Day" },
  lastDay: { kind: "word", header: "Until", spare: true },
  kind: "word",
  name: "text",
  startsAt: { kind: "word", header: "From", spare: true },
  endsAt: { kind: "word", header: "To", spare: true },
  cancelled: { value: ({ cancelled }) => cancelled?.reason ?? null },
});
