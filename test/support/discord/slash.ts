import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  type APIGuildMember,
  ApplicationCommandOptionType as Kind,
} from "discord.js";
import { permissionsOf } from "./permissions.ts";
import type { World } from "./world.ts";
import type { Channel } from "./kept.ts";

/** A value that is typed or picked for an option; who or what is picked is named by its id. */
export type Given = string | number | boolean | { id: string };

interface Typed {
  member: APIGuildMember;
  channel: Channel;
  /** `poll create` */
  words: string;
  options: Record<string, Given>;
  /** The option that is being typed, for its suggestions. */
  focused?: string;
}

type Leaf = APIApplicationCommandOption & {
  choices?: { name: string; value: string | number }[];
  autocomplete?: boolean;
};

/** A slash command's data as it goes to the bot. Throws what Discord's own input would not let through. */
export function commandData(world: World, typed: Typed): Record<string, unknown> {
  const [name = "", ...path] = typed.words.split(" ");
  const command = world.commands.find((known) => known.name === name);
  if (command === undefined || !offered(world, typed, command))
    throw new Error(`There is no /${typed.words}.`);
  let known = command.options ?? [];
  const groups: { name: string; type: number }[] = [];
  for (const word of path) {
    const next = known.find((option) => option.name === word && isGroup(option));
    if (next === undefined) throw new Error(`There is no /${typed.words}.`);
    groups.push({ name: next.name, type: next.type });
    known = "options" in next ? (next.options ?? []) : [];
  }
  if (known.some(isGroup)) throw new Error(`/${typed.words} goes on: ${known.map((o) => o.name).join(", ")}`);
  const resolved: Resolved = {};
  const leaves: unknown[] = fill(world, { typed, known, resolved });
  const options = groups.reduceRight((inner, group) => [{ ...group, options: inner }], leaves);
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    guild_id: world.guildId,
    ...(options.length > 0 && { options }),
    ...(Object.keys(resolved).length > 0 && { resolved }),
  };
}

function offered(world: World, { member, channel }: Typed, command: APIApplicationCommand): boolean {
  const needed = BigInt(command.default_member_permissions ?? 0);
  return (permissionsOf(world, member, channel) & needed) === needed;
}

const isGroup = ({ type }: APIApplicationCommandOption): boolean =>
  type === Kind.Subcommand || type === Kind.SubcommandGroup;

interface Filling {
  typed: Typed;
  known: Leaf[];
  resolved: Resolved;
}

type Resolved = Record<string, Record<string, unknown>>;

function fill(world: World, { typed, known, resolved }: Filling): Record<string, unknown>[] {
  const { options, focused, words } = typed;
  const unknown = Object.keys(options).filter((name) => known.every((option) => option.name !== name));
  if (unknown.length > 0) throw new Error(`/${words} has no option ${unknown.join(", ")}.`);
  return known.flatMap((option) => {
    const given = options[option.name];
    if (given === undefined) {
      if (option.required === true && focused === undefined)
        throw new Error(`/${words} needs ${option.name}.`);
      return [];
    }
    if (option.name === focused)
      return [{ name: option.name, type: option.type, value: textOf(given), focused: true }];
    return [{ name: option.name, type: option.type, value: valueOf(world, { option, given, resolved }) }];
  });
}

const textOf = (given: Given): string => (typeof given === "object" ? given.id : String(given));

function valueOf(
  world: World,
  { option, given, resolved }: { option: Leaf; given: Given; resolved: Resolved },
): string | number | boolean {
  const picked = textOf(given);
  const put = (kind: string, value: unknown): string => {
    if (value === undefined) throw new Error(`${option.name}: there is no such one.`);
    (resolved[kind] ??= {})[picked] = value;
    return picked;
  };
  if (option.type === Kind.User) {
    const member = world.members.get(picked);
    put("members", member && { ...member, user: undefined, permissions: "0" });
    return put("users", member?.user);
  }
  if (option.type === Kind.Role) return put("roles", world.roles.get(picked));
  if (option.type === Kind.Channel) {
    const channel = world.channels.get(picked);
    return put("channels", channel && { id: channel.id, name: channel.name, type: 0, permissions: "0" });
  }
  if (option.choices !== undefined) {
    const choice = option.choices.find(({ name }) => name === given);
    if (choice === undefined)
      throw new Error(`${option.name} is one of ${option.choices.map((c) => c.name).join(", ")}.`);
    return choice.value;
  }
  const kinds: Partial<Record<Kind, string>> = {
    [Kind.String]: "string",
    [Kind.Integer]: "number",
    [Kind.Number]: "number",
    [Kind.Boolean]: "boolean",
  };
  if (typeof given !== kinds[option.type])
    throw new Error(`${option.name} takes a ${kinds[option.type] ?? "mention"}.`);
  return given as string | number | boolean;
}
