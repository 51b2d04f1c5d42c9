import type { APIGuildMember, APIMessage } from "discord.js";
import type { Part } from "./component.ts";
import type { ModalForm } from "./modal-rules.ts";
import type { LocalFile } from "./request-body.ts";

/** What a channel allows or denies to a role, on top of the guild. */
export interface Overwrite {
  allow: bigint;
  deny: bigint;
}

/** A text channel, or a thread under a message of one. */
export interface Channel {
  id: string;
  name: string;
  parent: Channel | null;
  overwrites: Map<string, Overwrite>;
  archiveAfter: number;
  archived: boolean;
}

/** A message as Discord keeps it. */
export interface Kept {
  message: APIMessage;
  channel: Channel;
  /** Only this user sees it; null: everyone who sees the channel. */
  onlyFor: string | null;
  /** Said "thinking…", not yet filled. */
  loading: boolean;
  nonce: string | null;
  files: LocalFile[];
  /** The components as they were before each edit, and as they are. */
  versions: Part[][];
}

export interface Choice {
  name: string;
  value: string | number;
}

/** What becomes of a click, a command, a form. */
export type FirstAnswer =
  | { kind: "message" | "thinking" | "update"; kept: Kept }
  | { kind: "later" }
  | { kind: "choices"; choices: Choice[] }
  | { kind: "modal"; modal: ModalForm }
  | { kind: "failed" };

/** What a person did, until the bot answers it, once. */
export interface Interaction {
  id: string;
  token: string;
  type: 2 | 3 | 4 | 5;
  /** The whole path of a command's name, for what Discord says about the answer. */
  command: string | null;
  member: APIGuildMember;
  channel: Channel;
  /** The message that was pressed, or under which the form opened. */
  on: Kept | null;
  /** When it was delivered, by Discord's time. */
  since: number;
  state: "waiting" | "answered" | "failed";
  /** What `@original` means. */
  original: Kept | null;
  /** As it went to the bot. */
  data: Record<string, unknown>;
  answer: (first: FirstAnswer) => void;
  /** Its time is over: "This interaction failed". */
  fail: () => void;
}
