import { officersCommand } from "../subcommands.ts";
import { pollCancel } from "./poll/cancel.command.ts";
import { pollClose } from "./poll/close.command.ts";
import { pollCreate } from "./poll/create.command.ts";
import { pollEdit } from "./poll/edit.command.ts";
import { pollExport } from "./poll/export.command.ts";
import { pollExtend } from "./poll/extend.command.ts";
import { pollRemind } from "./poll/remind.command.ts";
import { pollReopen } from "./poll/reopen.command.ts";
import { pollRepost } from "./poll/repost.command.ts";
import { pollResults } from "./poll/results.command.ts";
import { pollVoteFor } from "./poll/vote-for.command.ts";

export const poll = officersCommand({ name: "poll", description: "Polls, for officers" }, [
  pollCreate,
  pollEdit,
  pollExtend,
  pollClose,
  pollReopen,
  pollCancel,
  pollRemind,
  pollResults,
  pollExport,
  pollRepost,
  pollVoteFor,
]);
