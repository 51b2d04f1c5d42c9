import { clashNotes } from "../../calendar-words.ts";
import { defineCommand } from "../../command.ts";

export const command = defineCommand({
  summary: "Add a meeting, a holiday or another event to the calendar; what else is on its days is said.",
  description: "Tournaments come with sabc tournament add.",
  parameters: {
    kind: { argument: "what it is", choices: ["meeting", "holiday", "other"] },
    name: { argument: "what the calendar calls it" },
    day: { argument: "its day, such as 2026-03-10" },
    lastDay: { option: "DAY", about: "its last day, when it takes several", optional: true },
    startsAt: { option: "TIME", about: "when it starts, such as 18:30", optional: true },
    endsAt: { option: "TIME", about: "when it ends", optional: true },
    description: { option: "TEXT", about: "more about it", optional: true },
  },
  examples: [
    'sabc event add meeting "March meeting" 2026-03-10 --starts-at 18:30',
    'sabc event add holiday "Easter" 2026-04-05',
  ],
  async input({ day, ...rest }) {
    const { addEventSchema } = await import("#core/events/events.schemas.ts");
    return addEventSchema.parse({ ...rest, firstDay: day });
  },
  async run(context, input) {
    const { addEvent } = await import("#core/events/events.service.ts");
    const { listClashes } = await import("#core/tournaments/clashes.service.ts");
    const { firstDay, lastDay = firstDay } = input;
    return context.write(async (work) => {
      const [clashes = []] = await listClashes(work, { spans: [{ firstDay, lastDay }] });
      return { event: await addEvent(work, input), clashes };
    });
  },
  output: ({ event, clashes }) => ({
    json: { event, clashes },
    notes: [`Added ${event.name} on ${event.firstDay}.`, ...clashNotes(clashes)],
  }),
});
