import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  PermissionFlagsBits,
} from "discord.js";
import type { Answer, BotCommand, Offer, Options, Typing } from "./command.ts";
import type { Act } from "./context.ts";
import { asOfficer } from "./officer.ts";

/** One of an officers' command's deeds: `/poll extend`. */
export interface Subcommand {
  name: string;
  description: string;
  options?: APIApplicationCommandBasicOption[];
  run(act: Act, options: Options): Promise<Answer>;
  complete?(act: Act, typing: Typing): Promise<Offer[]>;
}

/** An officers' command of several deeds. Who sees it on the server is tidiness: the core says who may. */
export function officersCommand(
  { name, description }: { name: string; description: string },
  subcommands: readonly Subcommand[],
): BotCommand {
  const named = (options: Pick<Options, "getSubcommand">): Subcommand => {
    const asked = options.getSubcommand();
    const found = subcommands.find((one) => one.name === asked);
    if (found === undefined) throw new Error(`/${name} ${asked} is registered and not there`);
    return found;
  };
  return {
    definition: {
      name,
      description,
      default_member_permissions: String(PermissionFlagsBits.ManageEvents),
      options: subcommands.map(({ name: deed, description: about, options = [] }) => ({
        type: ApplicationCommandOptionType.Subcommand,
        name: deed,
        description: about,
        options,
      })),
    },
    opensForm: true,
    run: (act, options) => asOfficer(act, async () => named(options).run(act, options)),
    complete: async (act, typing) =>
      act.actor.roles.length === 0 ? [] : ((await named(typing.options).complete?.(act, typing)) ?? []),
  };
}
