import { choiceButtons } from "./buttons/choice.button.ts";
import { ballotButtons } from "./buttons/ballot.button.ts";
import { decideButtons } from "./buttons/decide.button.ts";
import { standingButtons } from "./buttons/standing.button.ts";
import type { BotButton, BotCommand, BotJob, BotModal } from "./command.ts";

/** All that the bot answers to, and what it does by itself. What is not here is not there. */
export interface Registry {
  commands: readonly BotCommand[];
  buttons: readonly BotButton[];
  modals: readonly BotModal[];
  jobs: readonly BotJob[];
}

export const registry: Registry = {
  commands: [],
  buttons: [...choiceButtons, ...ballotButtons, ...standingButtons, ...decideButtons],
  modals: [],
  jobs: [],
};
