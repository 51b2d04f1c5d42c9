import { getPoll } from "#core/polls/polls.service.ts";
import type { BotButton, Words } from "../../command.ts";
import { face, rows } from "../../components.ts";
import type { Act } from "../../context.ts";
import { pollFace } from "../../messages/poll.message.ts";
import { showButton } from "../../messages/words.message.ts";
import { offering, pollOf, pollOption } from "../../poll-option.ts";
import type { Subcommand } from "../../subcommands.ts";

export const pollResults: Subcommand = {
  name: "results",
  description: "How a poll stands: turnout, and the counts once they may be seen",
  options: [pollOption],
  run: (act, options) => answer(act, { poll: pollOf(options), told: false }),
  complete: offering(["scheduled", "open", "closed", "tied", "decided", "cancelled"]),
};

export const outcomeButtons: BotButton[] = [
  {
    verb: "outcome",
    press: (act, { of, numbers: [told = 0] }) => answer(act, { poll: String(of), told: told === 1 }),
  },
];

async function answer(act: Act, { poll: reference, told }: { poll: string; told: boolean }): Promise<Words> {
  const poll = await act.read((work) => getPoll(work, { poll: reference }));
  const shown = pollFace(poll, { site: act.bot.config.publicUrl });
  // A poll that is open stands in its channel already, where its counts are kept right.
  const over = poll.state === "decided" || poll.state === "tied";
  if (told && over) return { face: shown, shown: "in-channel" };
  const show = over ? rows([showButton({ verb: "outcome", of: poll.id, numbers: [] })]) : [];
  return { face: face(...shown.components, ...show) };
}
