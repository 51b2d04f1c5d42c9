import {
  clashNotes,
  daysInWords,
  event,
  hoursInWords,
  orNone,
  reasonToldAlong,
  toldInWords,
} from "../../calendar-words.ts";
import { defineCommand } from "../../command.ts";

export const command = defineCommand({
  summary: "Move an event to another day, a tournament too; calendars and members are told.",
  description:
    "Without --last-day it lasts as long as before. A tournament stays in its season and takes its number by its day; one with boats in its book, or an official one, is not moved.",
  parameters: {
    event,
    to: { option: "DAY", about: "its new day, such as 2026-03-29" },
    lastDay: { option: "DAY", about: "its new last day, when it takes several", optional: true },
    startsAt: {
      option: "TIME",
      about: "when it starts now (a tournament: first cast), none takes it away",
      optional: true,
    },
    endsAt: {
      option: "TIME",
      about: "when it ends now (a tournament: weigh-in), none takes it away",
      optional: true,
    },
    reason: reasonToldAlong,
  },
  examples: [
    'sabc event move 2026-03 --to 2026-03-29 --reason "flood gates open"',
    'sabc event move "March meeting" --to 2026-03-17 --starts-at 19:00 --dry-run',
  ],
  rehearsable: true,
  async input({ startsAt, endsAt, ...rest }) {
    const { moveEventSchema } = await import("#core/events/events.schemas.ts");
    return moveEventSchema.parse({ ...rest, startsAt: orNone(startsAt), endsAt: orNone(endsAt) });
  },
  async run(context, input) {
    const { moveEvent } = await import("#core/tournaments/move.service.ts");
    return context.write((work) => moveEvent(work, input));
  },
  output: (moved) => ({
    json: { ...moved },
    notes: [
      ...(moved.changed
        ? [
            `${moved.event.name}: ${daysInWords(moved.from)} → ${daysInWords(moved.event)}${hoursInWords(moved)}.`,
          ]
        : [`${moved.event.name} is there already; nobody is told.`]),
      ...(moved.changed && moved.number !== null ? [`Its number is ${moved.number} now.`] : []),
      ...clashNotes(moved.clashes),
      ...(moved.changed ? [toldInWords(moved.told)] : []),
    ],
  }),
});
