import { type APIMessage, PermissionFlagsBits as May } from "discord.js";
import { completed, type Part, walk } from "./component.ts";
import { judgeComponents, judgeLength } from "./component-rules.ts";
import { botMember, demand, permissionsOf } from "./permissions.ts";
import { judgeFiles, withFiles } from "./attached.ts";
import { type FieldProblem, Refused, refuseInvalid } from "./refused.ts";
import type { LocalFile } from "./request-body.ts";
import type { World } from "./world.ts";
import type { Channel, Kept } from "./kept.ts";

/** What the bot says in a message, from whichever endpoint. */
export interface Words {
  content?: string | null;
  components?: Part[] | null;
  embeds?: unknown[] | null;
  attachments?: unknown[] | null;
  flags?: number | null;
  nonce?: string | number;
  enforce_nonce?: boolean;
  allowed_mentions?: AllowedMentions | null;
  message_reference?: { message_id: string; fail_if_not_exists?: boolean } | null;
}

interface AllowedMentions {
  parse?: string[];
  users?: string[];
  roles?: string[];
}

export const ephemeral = 64;
const thinking = 128;
const hasThread = 32;
const componentsV2 = 32_768;
/** What a bot may set: no embeds, no sound, components V2. */
const settable = 4 | 4096 | componentsV2;

interface Posted {
  channel: Channel;
  words: Words;
  /** What an interaction adds. */
  extra?: Partial<APIMessage>;
  onlyFor?: string | null;
  loading?: boolean;
  files?: LocalFile[];
}

/** Puts a message into a channel; refuses what Discord would. */
export function post(world: World, posted: Posted): Kept {
  const { channel, words, extra, onlyFor = null, loading = false, files = [] } = posted;
  if (!loading) refuseWords(words, { flags: words.flags ?? 0, files });
  const flags =
    ((words.flags ?? 0) & settable) | (onlyFor === null ? 0 : ephemeral) | (loading ? thinking : 0);
  const message: APIMessage = {
    id: world.clock.snowflake(),
    type: 0,
    channel_id: channel.id,
    author: world.bot,
    content: words.content ?? "",
    components: withFiles(world, completed(words.components ?? [])),
    embeds: [],
    attachments: [],
    flags,
    timestamp: world.clock.iso(),
    edited_timestamp: null,
    tts: false,
    pinned: false,
    ...mentionsOf(world, channel, words),
    ...referenceOf(world, channel, words),
    ...extra,
    ...(words.nonce !== undefined && { nonce: words.nonce }),
  };
  const nonce = words.nonce === undefined ? null : String(words.nonce);
  const versions = [message.components as Part[]];
  const kept: Kept = { message, channel, onlyFor, loading, nonce, files, versions };
  world.messages.set(message.id, kept);
  if (channel.parent !== null) channel.archived = false;
  world.changed();
  return kept;
}

export type Edited = Words & { files?: LocalFile[] };

/** Changes what is given, leaves the rest. A message of components V2 stays one. */
export function edit(world: World, kept: Kept, { files = kept.files, ...words }: Edited): Kept {
  const before = kept.message;
  const v2 = ((before.flags ?? 0) | (words.flags ?? 0)) & componentsV2;
  const components =
    words.components === undefined ? (before.components as Part[]) : (words.components ?? []);
  const content = words.content === undefined ? before.content : (words.content ?? "");
  refuseWords({ ...words, content, components }, { flags: v2, files });
  kept.files = files;
  kept.message = {
    ...before,
    content,
    components: withFiles(world, completed(components)),
    flags: ((before.flags ?? 0) & ~thinking) | v2,
    ...mentionsOf(world, kept.channel, { ...words, content, components }),
    ...(!kept.loading && { edited_timestamp: world.clock.iso() }),
  };
  kept.loading = false;
  kept.versions.push(kept.message.components as Part[]);
  world.changed();
  return kept;
}

export function remove(world: World, kept: Kept): void {
  world.messages.delete(kept.message.id);
  world.changed();
}

/** Marks that a thread hangs under it. */
export function markThread({ message }: Kept, thread: Record<string, unknown>): void {
  message.flags = (message.flags ?? 0) | hasThread;
  message.thread = thread as unknown as NonNullable<APIMessage["thread"]>;
}

function refuseWords(words: Words, { flags, files }: { flags: number; files: LocalFile[] }): void {
  const { content, components, embeds, nonce, allowed_mentions: allowed } = words;
  const v2 = (flags & componentsV2) !== 0;
  const parts = components ?? [];
  const problems: FieldProblem[] = judgeComponents(parts, { v2 });
  problems.push(...judgeLength("content", content ?? "", 0, 2000));
  if (v2 && (content ?? "") !== "") {
    const message = "The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2";
    problems.push({ path: "content", code: "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", message });
  }
  if ((embeds ?? []).length > 0)
    problems.push({ path: "embeds", code: "LOCAL", message: "The local Discord knows no embeds." });
  problems.push(...judgeFiles(parts, files));
  if (nonce !== undefined) problems.push(...judgeLength("nonce", String(nonce), 1, 25));
  for (const kind of ["users", "roles"] as const) {
    if (allowed?.parse?.includes(kind) && (allowed[kind] ?? []).length > 0) {
      const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
      problems.push({ path: "allowed_mentions", code: "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", message });
    }
  }
  refuseInvalid(problems);
  if ((content ?? "").trim() === "" && parts.length === 0) throw new Refused(50006);
}

/** Who is really pinged: named in the text, allowed by the bot's own list, and by Discord's permissions. */
function mentionsOf(
  world: World,
  channel: Channel,
  { content, components, allowed_mentions: allowed }: Words,
): Pick<APIMessage, "mentions" | "mention_roles" | "mention_everyone"> {
  const text = [content ?? "", ...walk(components ?? []).map(({ part }) => part.content ?? "")].join("\n");
  const may = permissionsOf(world, botMember(world), channel);
  const all = (may & May.MentionEveryone) !== 0n;
  const lets = (kind: "users" | "roles", id: string): boolean =>
    (allowed ?? null) === null ||
    allowed?.parse?.includes(kind) === true ||
    allowed?.[kind]?.includes(id) === true;
  const named = (pattern: RegExp): string[] => [...new Set([...text.matchAll(pattern)].map(([, id]) => id!))];
  return {
    mentions: named(/<@!?(\d+)>/g)
      .filter((id) => lets("users", id))
      .flatMap((id) => world.members.get(id)?.user ?? []),
    mention_roles: named(/<@&(\d+)>/g).filter(
      (id) => lets("roles", id) && (all || world.roles.get(id)?.mentionable === true),
    ),
    mention_everyone:
      all &&
      /@(everyone|here)\b/.test(text) &&
      ((allowed ?? null) === null || allowed?.parse?.includes("everyone") === true),
  };
}

/** What it replies to. Refused where that is gone, unless the bot says that it does not matter. */
function referenceOf(
  world: World,
  channel: Channel,
  { message_reference: reference }: Words,
): Partial<APIMessage> {
  if (!reference) return {};
  demand(world, May.ReadMessageHistory, channel);
  const to = world.messages.get(reference.message_id);
  if (to?.channel === channel) {
    const { id } = to.message;
    return {
      type: 19,
      message_reference: { type: 0, channel_id: channel.id, guild_id: world.guildId, message_id: id },
    };
  }
  if (reference.fail_if_not_exists === false) return {};
  throw new Refused(50035, [
    { path: "message_reference", code: "REPLIES_UNKNOWN_MESSAGE", message: "Unknown message" },
  ]);
}
