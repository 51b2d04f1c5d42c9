import { isOfficer } from "#core/actor.ts";
import type { BotCommand } from "../command.ts";
import { helpFace } from "../messages/help.message.ts";

export const help: BotCommand = {
  definition: { name: "help", description: "What you can do here" },
  async run(act) {
    const club = await act.read((work) => Promise.resolve(work.club));
    return { face: helpFace({ club: club?.name ?? "The club", officer: isOfficer(act.actor) }) };
  },
};
