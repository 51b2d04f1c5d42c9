import { defineCommand } from "../../command.ts";
import { exitCodes } from "../../errors.ts";
import { deliver, deliveredWords, deliveryComplaint, deliveryJob } from "../../mail.ts";
import { whileStopping } from "../../stopping.ts";

export const command = defineCommand({
  summary: "Send the mail that is due now, instead of with the next sabc run due.",
  description:
    "Ctrl-C ends it after the mail on its way; what is left waits. What failed for good is not tried again: sabc notice retry.",
  parameters: {},
  examples: ["sabc notice send", "sabc notice send --json"],
  input: () => ({}),
  async run(context) {
    const app = await context.app();
    const actor = await context.actor();
    return whileStopping(context, async ({ signal, code }) => {
      const delivered = await app.lock(deliveryJob, () => deliver(app, { actor, stop: signal }));
      const { countNotices } = await import("#core/notices/notices.service.ts");
      const { waiting } = await context.read((work) => countNotices(work));
      return { ...delivered, waiting, stoppedBy: code() };
    });
  },
  output: ({ waiting, stoppedBy, ...delivered }) => {
    const complaint = deliveryComplaint(delivered);
    const { obstacle } = delivered;
    return {
      json: { ...delivered, waiting },
      notes: [
        `Mail: ${deliveredWords(delivered) ?? "nothing to send"}. ${waiting} waiting.`,
        ...(obstacle?.kind === "not-set-up" ? [`${obstacle.words} Run sabc init --smtp-url-file FILE.`] : []),
      ],
      ...(complaint === null ? {} : { complaint }),
      exitCode: stoppedBy ?? (obstacle?.kind === "away" ? exitCodes.unavailable.code : exitCodes.done.code),
    };
  },
});
