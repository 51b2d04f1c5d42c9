import { listPolls } from "#core/polls/polls.service.ts";
import type { BotButton, BotCommand, Words } from "../command.ts";
import type { Act } from "../context.ts";
import { pollsFace } from "../messages/polls.message.ts";

export const polls: BotCommand = {
  definition: { name: "polls", description: "The open polls, to vote in, and what was decided lately" },
  run: (act) => answer(act, { told: false }),
};

export const pollsButtons: BotButton[] = [
  { verb: "polls", press: (act, { numbers: [told = 0] }) => answer(act, { told: told === 1 }) },
];

async function answer(act: Act, { told }: { told: boolean }): Promise<Words> {
  const face = pollsFace({ polls: await act.read((work) => listPolls(work)), told });
  return told ? { face, shown: "in-channel" } : { face };
}
