import { cancelledNotes, event, reasonToldToAll } from "../../calendar-words.ts";
import { defineCommand } from "../../command.ts";

export const command = defineCommand({
  summary: "Cancel an event, a tournament too; it stays on the calendar, and members are told.",
  description:
    "A tournament with boats in its book, or an official one, is not cancelled. What takes place after all is put back with sabc event restore.",
  parameters: { event, reason: reasonToldToAll },
  examples: [
    'sabc event cancel 2026-03 --reason "lake closed by high water"',
    'sabc event cancel "March meeting" --reason "the hall is taken" --dry-run',
  ],
  rehearsable: true,
  async input(given) {
    const { cancelEventSchema } = await import("#core/events/events.schemas.ts");
    return cancelEventSchema.parse(given);
  },
  async run(context, input) {
    const { getEvent } = await import("#core/tournaments/find-event.service.ts");
    const { cancelEvent } = await import("#core/tournaments/cancel.service.ts");
    if (context.globals.dryRun) return context.write((work) => cancelEvent(work, input));
    // What is meant is settled before it is asked about: "next" may be another one a minute later.
    const { id, name, firstDay } = await context.read((work) => getEvent(work, { reference: input.event }));
    await context.prompts.confirm(`Cancel ${name} on ${firstDay}, and tell everybody?`);
    return context.write((work) => cancelEvent(work, { ...input, event: id }));
  },
  output: (cancelled) => ({ json: { ...cancelled }, notes: cancelledNotes(cancelled) }),
});
