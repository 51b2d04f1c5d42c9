import { event, reasonToldAlong, restoredNotes } from "../../calendar-words.ts";
import { defineCommand } from "../../command.ts";
import { confirmRestoring } from "../../confirm-restoring.ts";

export const command = defineCommand({
  summary: "Put a cancelled event back on the calendar, a tournament too, as it was; members are told.",
  description:
    "Whoever heard that it is cancelled hears that it takes place after all. Not for a tournament when a later one is official.",
  parameters: { event, reason: reasonToldAlong },
  examples: [
    'sabc event restore 2026-03 --reason "the lake is open again"',
    'sabc event restore "March meeting" --dry-run',
  ],
  rehearsable: true,
  async input(given) {
    const { restoreEventSchema } = await import("#core/events/events.schemas.ts");
    return restoreEventSchema.parse(given);
  },
  async run(context, input) {
    const { getEvent } = await import("#core/tournaments/find-event.service.ts");
    const { restoreEvent } = await import("#core/tournaments/restore.service.ts");
    if (context.globals.dryRun) return context.write((work) => restoreEvent(work, input));
    const named = { reference: input.event, meaning: "cancelled" } as const;
    const meant = await context.read((work) => getEvent(work, named));
    await confirmRestoring(context, meant);
    return context.write((work) => restoreEvent(work, { ...input, event: meant.id }));
  },
  output: (restored) => ({ json: { ...restored }, notes: restoredNotes(restored) }),
});
