import { ComponentType } from "discord.js";
import { writeCsv } from "#core/anglers/csv-file.service.ts";
import { exportPoll } from "#core/polls/export-poll.service.ts";
import { face, text } from "../../components.ts";
import { nameOf } from "../../messages/words.message.ts";
import { offering, pollOf, pollOption } from "../../poll-option.ts";
import type { Subcommand } from "../../subcommands.ts";
import { counted } from "../../text.ts";

export const pollExport: Subcommand = {
  name: "export",
  description: "Every answer of a counted poll, without names, for anyone to count again",
  options: [pollOption],
  async run(act, options) {
    const { poll, hash, answers } = await act.read((work) => exportPoll(work, { poll: pollOf(options) }));
    const name = `poll-${poll.id}.csv`;
    const rows = answers.map(({ question, option, receipt }) => [question, option, receipt ?? ""]);
    return {
      face: face(
        text(
          `**${nameOf(poll.title, 120)}**: ${counted(answers.length, "answer")}.\nHash of what was counted: \`${hash}\``,
        ),
        { type: ComponentType.File, file: { url: `attachment://${name}` } },
      ),
      files: [{ name, text: writeCsv({ header: ["question", "option", "receipt"], rows }) }],
    };
  },
  complete: offering(["tied", "decided"]),
};
