import { unlinkDiscord } from "#core/accounts/discord-link.service.ts";
import type { BotCommand } from "../command.ts";
import { unlinkedFace } from "../messages/link.message.ts";
import { mustBeLinked } from "../voting.ts";

export const unlink: BotCommand = {
  definition: { name: "unlink", description: "Take your Discord account off your record in the club" },
  async run(act) {
    mustBeLinked(act);
    await act.write((work) => unlinkDiscord(work, { angler: String(act.actor.anglerId) }));
    return { face: unlinkedFace() };
  },
};
