import type {
  APIModalInteractionResponseCallbackData,
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  ModalSubmitFields,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord.js";
import type { Face } from "./components.ts";
import type { Act, Bot, Gesture } from "./context.ts";
import type { Press, Verb } from "./custom-id.ts";

/**
 * What somebody gets for what they did: words and buttons, or a form to fill in. Words are private; on a private message
 * that was pressed they take its place, unless they are `fresh`. In the channel everybody sees them.
 */
export type Answer = Words | { form: Form };

export interface Words {
  face: Face;
  shown?: "fresh" | "in-channel";
  /** Files that the face shows by `attachment://NAME`. */
  files?: readonly { name: string; text: string }[];
}

/** A form; its custom id is written by `writeCustomId` and its verb is that of the modal that reads it. */
export type Form = APIModalInteractionResponseCallbackData;

export type Options = ChatInputCommandInteraction["options"];

/** A slash command. Its file stands in `commands/`, its line in the registry. */
export interface BotCommand {
  /** As Discord's API wants it; `name` is the key. */
  definition: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** May answer with a form: then it has to be quick, for nothing can be said before a form. */
  opensForm?: true;
  run(act: Act, options: Options): Promise<Answer>;
  /** What is offered while an option is typed: 25 at most are shown. */
  complete?(act: Act, typing: Typing): Promise<Offer[]>;
}

export interface Typing {
  /** The option being typed. */
  name: string;
  typed: string;
  options: AutocompleteInteraction["options"];
}

export interface Offer {
  name: string;
  value: string;
}

/** A button or a select. Its file stands in `buttons/`. */
export interface BotButton {
  verb: Verb;
  opensForm?: true;
  /** `picked` holds what was picked in a select; nothing for a button. */
  press(act: Act, press: Pressed): Promise<Answer>;
}

/** A button that finds out itself who pressed it, in the same transaction that does what was pressed. */
export interface VoteButton {
  verb: Verb;
  findsOut: true;
  press(by: Gesture, press: Pressed): Promise<Answer>;
}

export interface Pressed extends Press {
  picked: readonly string[];
}

/** A form that was sent. Its file stands in `modals/`. */
export interface BotModal {
  verb: Verb;
  submit(act: Act, sent: Press & { fields: ModalSubmitFields }): Promise<Answer>;
}

/** What the bot does by itself while it is up: at once when it is, then again so long after each end. */
export interface BotJob {
  name: string;
  /** Milliseconds. */
  every: number;
  run(bot: Bot): Promise<void>;
}
