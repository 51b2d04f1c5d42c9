import { isSelect, type Part, partType, walk } from "./component.ts";
import type { LocalFile } from "./request-body.ts";
import type { World } from "./world.ts";
import type { Kept } from "./kept.ts";

export interface SeenButton {
  label: string;
  disabled: boolean;
  /** Where a link button leads. */
  url: string | null;
  customId: string | null;
}

export interface SeenSelect {
  /** What stands in the field while nothing is chosen. */
  placeholder: string;
  options: { label: string; description: string | null; chosen: boolean }[];
  disabled: boolean;
  customId: string;
}

/** A message as a person reads it. */
export interface SeenMessage {
  id: string;
  channel: string;
  /** All its texts, a line each; the text above the components first. */
  text: string;
  buttons: SeenButton[];
  selects: SeenSelect[];
  /** Only this person sees it. */
  private: boolean;
  /** "Thinking…" */
  loading: boolean;
  edited: boolean;
  /** Which of its looks it is, counted from 0. */
  version: number;
  /** Names of those who hear a ping. */
  pings: string[];
  /** The name of the thread under it. */
  thread: string | null;
  /** The message that it answers. */
  repliesTo: string | null;
  files: LocalFile[];
}

export function seen(world: World, kept: Kept): SeenMessage {
  const { message, channel, onlyFor, loading } = kept;
  const parts = walk(message.components as Part[]).map(({ part }) => part);
  const texts = parts.flatMap(({ type, content }) => (type === partType.text ? (content ?? []) : []));
  return {
    id: message.id,
    channel: channel.name,
    text: [message.content, ...texts].filter((text) => text !== "").join("\n"),
    buttons: parts.filter(({ type }) => type === partType.button).map(seenButton),
    selects: parts.filter(isSelect).map(seenSelect),
    private: onlyFor !== null,
    loading,
    edited: message.edited_timestamp !== null,
    version: kept.versions.length - 1,
    pings: [
      ...(message.mention_everyone ? ["@everyone"] : []),
      ...message.mention_roles.map((id) => `@${world.roles.get(id)?.name}`),
      ...message.mentions.map((user) => user.global_name ?? user.username),
    ],
    thread: world.channels.get(message.id)?.name ?? null,
    repliesTo: message.message_reference?.message_id ?? null,
    files: kept.files,
  };
}

const seenButton = ({ label, emoji, disabled, url, custom_id: id }: Part): SeenButton => ({
  label: label ?? emoji?.name ?? "",
  disabled: disabled === true,
  url: url ?? null,
  customId: id ?? null,
});

const seenSelect = ({ placeholder, options = [], disabled, custom_id: id }: Part): SeenSelect => ({
  placeholder: placeholder ?? "",
  options: options.map((option) => ({
    label: option.label,
    description: option.description ?? null,
    chosen: option.default === true,
  })),
  disabled: disabled === true,
  customId: id ?? "",
});
