import { listOpenPolls } from "#core/polls/open-polls.service.ts";
import { findNextEvent } from "#core/tournaments/next-event.service.ts";
import type { BotButton, BotCommand, Words } from "../command.ts";
import type { Act } from "../context.ts";
import { nextFace } from "../messages/next.message.ts";

export const next: BotCommand = {
  definition: { name: "next", description: "What comes next: tournament or meeting, where and when" },
  run: (act) => answer(act, { told: false }),
};

/** The same, for everybody in the channel. */
export const nextButtons: BotButton[] = [
  { verb: "next", press: (act, { numbers: [told = 0] }) => answer(act, { told: told === 1 }) },
];

async function answer(act: Act, { told }: { told: boolean }): Promise<Words> {
  const kinds = ["tournament", "meeting", "other"] as const;
  const known = await act.read(async (work) => ({
    next: await findNextEvent(work, { kinds }),
    polls: await listOpenPolls(work),
  }));
  const face = nextFace({ ...known, site: act.bot.config.publicUrl, told });
  return told ? { face, shown: "in-channel" } : { face };
}
