import { answersButtons } from "./buttons/answers.button.ts";
import { choiceButtons } from "./buttons/choice.button.ts";
import { ballotButtons } from "./buttons/ballot.button.ts";
import { decideButtons } from "./buttons/decide.button.ts";
import { standingButtons } from "./buttons/standing.button.ts";
import { textButtons } from "./buttons/text.button.ts";
import type { BotButton, BotCommand, BotJob, BotModal, VoteButton } from "./command.ts";
import { club } from "./commands/club.command.ts";
import { help } from "./commands/help.command.ts";
import { link, linkButtons } from "./commands/link.command.ts";
import { me, meButtons } from "./commands/me.command.ts";
import { next, nextButtons } from "./commands/next.command.ts";
import { poll } from "./commands/poll.command.ts";
import { outcomeButtons } from "./commands/poll/results.command.ts";
import { polls, pollsButtons } from "./commands/polls.command.ts";
import { results, resultsButtons } from "./commands/results.command.ts";
import { standings, standingsButtons } from "./commands/standings.command.ts";
import { unlink } from "./commands/unlink.command.ts";
import { announce } from "./jobs/announce.job.ts";
import { guildEvents } from "./jobs/guild-event.job.ts";
import { memberRoles } from "./jobs/member-role.job.ts";
import { threads } from "./jobs/thread.job.ts";
import { keepPollModals } from "./modals/keep-poll.modal.ts";
import { linkModals } from "./modals/link.modal.ts";
import { newPollButtons, newPollModal } from "./modals/new-poll.modal.ts";

/** All that the bot answers to, and what it does by itself. What is not here is not there. */
export interface Registry {
  commands: readonly BotCommand[];
  buttons: readonly (BotButton | VoteButton)[];
  modals: readonly BotModal[];
  jobs: readonly BotJob[];
}

export const registry: Registry = {
  commands: [next, standings, results, polls, me, link, unlink, help, poll, club],
  buttons: [
    ...choiceButtons,
    ...ballotButtons,
    ...standingButtons,
    ...decideButtons,
    ...answersButtons,
    ...textButtons,
    ...nextButtons,
    ...standingsButtons,
    ...resultsButtons,
    ...pollsButtons,
    ...meButtons,
    ...linkButtons,
    ...newPollButtons,
    ...outcomeButtons,
  ],
  modals: [...linkModals, newPollModal, ...keepPollModals],
  jobs: [announce, guildEvents, threads, memberRoles],
};
