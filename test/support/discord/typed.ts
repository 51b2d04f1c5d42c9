import { type APIApplicationCommandOption, ApplicationCommandOptionType as Kind } from "discord.js";
import type { Given } from "./slash.ts";
import type { World } from "./world.ts";

/** A line as one types it into Discord: `/standings season:2026 angler:Ann Lee`, read by what the command takes. */
export function readTyped(world: World, line: string): { words: string; options: Record<string, Given> } {
  const [, words = "", rest = ""] = /^\/?([\w -]*?)((?:\s+[\w-]+:.*)?)$/s.exec(line.trim()) ?? [];
  const options: Record<string, Given> = {};
  for (const [, name, text] of rest.matchAll(/([\w-]+):\s*(.*?)(?=\s+[\w-]+:|$)/gs)) {
    options[name!] = given(kindOf(world, words, name!), text!);
  }
  return { words, options };
}

function kindOf(world: World, words: string, name: string): Kind | undefined {
  const [first, ...path] = words.split(" ");
  let known: APIApplicationCommandOption[] = world.commands.find((one) => one.name === first)?.options ?? [];
  for (const word of path) {
    const group = known.find((one) => one.name === word);
    known = group !== undefined && "options" in group ? (group.options ?? []) : [];
  }
  return known.find((one) => one.name === name)?.type;
}

function given(kind: Kind | undefined, text: string): Given {
  if (kind === Kind.Integer || kind === Kind.Number) return Number(text);
  if (kind === Kind.Boolean) return /^(true|yes)$/i.test(text);
  return text;
}
