import { ComponentType } from "discord.js";
import { writeCsv } from "#core/anglers/csv-file.service.ts";
import { exportPoll } from "#core/polls/export-poll.service.ts";
import type { BotButton, Words } from "../command.ts";
import { face, text } from "../components.ts";
import type { Act } from "../context.ts";
import { nameOf } from "../messages/words.message.ts";
import { counted } from "../text.ts";
import { mustBeLinked } from "../voting.ts";

/** Under a secret poll that is counted: each answer with the code by which its voter finds it. */
const answers: BotButton = {
  verb: "answers",
  async press(act, { of }) {
    mustBeLinked(act);
    return answersOf(act, { poll: String(of) });
  },
};

export const answersButtons: readonly BotButton[] = [answers];

/** All that was counted, as a file and without names. */
export async function answersOf(act: Act, { poll: reference }: { poll: string }): Promise<Words> {
  const { poll, hash, answers: given } = await act.read((work) => exportPoll(work, { poll: reference }));
  const isSecret = given.some(({ receipt }) => receipt !== null);
  const name = `poll-${poll.id}.csv`;
  const lines = given.map(({ question, option, receipt }) => [question, option, receipt ?? ""]);
  return {
    face: face(
      text(
        `**${nameOf(poll.title, 120)}**: ${counted(given.length, "answer")}${isSecret ? ", each with the code that its voter got" : ""}.\nHash of what was counted: \`${hash}\``,
      ),
      { type: ComponentType.File, file: { url: `attachment://${name}` } },
    ),
    files: [{ name, text: writeCsv({ header: ["question", "option", "receipt"], rows: lines }) }],
  };
}
