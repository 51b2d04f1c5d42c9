import { event, mustSay, orNone } from "../../calendar-words.ts";
import { defineCommand } from "../../command.ts";
import { reason } from "../../familiar.ts";

export const command = defineCommand({
  summary: "Change an event's name, hours or description; calendars learn of it, nobody is mailed.",
  description:
    "Of a tournament the hours are its first cast and weigh-in, and an official one needs --reason. Another day is sabc event move, which tells everybody.",
  parameters: {
    event,
    name: { option: "NAME", about: "what the calendar calls it now", optional: true },
    startsAt: { option: "TIME", about: "when it starts, such as 18:30; none takes it away", optional: true },
    endsAt: { option: "TIME", about: "when it ends; none takes it away", optional: true },
    description: { option: "TEXT", about: "more about it; none takes it away", optional: true },
    reason,
  },
  examples: [
    'sabc event edit "March meeting" --starts-at 19:00 --ends-at 20:30',
    'sabc event edit 2026-03-10 --name "March meeting and fish fry"',
  ],
  async input({ startsAt, endsAt, description, ...rest }) {
    mustSay({ name: rest.name, startsAt, endsAt, description });
    const { editEventSchema } = await import("#core/events/events.schemas.ts");
    return editEventSchema.parse({
      ...rest,
      startsAt: orNone(startsAt),
      endsAt: orNone(endsAt),
      description: orNone(description),
    });
  },
  async run(context, input) {
    const { editEvent } = await import("#core/tournaments/edit-event.service.ts");
    return context.write((work) => editEvent(work, input));
  },
  output: ({ event: edited, changed }) => ({
    json: { event: edited, changed },
    notes: changed
      ? [`Changed ${edited.name} on ${edited.firstDay}.`]
      : [`Nothing of ${edited.name} is different.`],
  }),
});
