import { ComponentType } from "discord.js";
import { getPoll } from "#core/polls/polls.service.ts";
import type { BotButton } from "../command.ts";
import { face, text } from "../components.ts";
import { nameOf, prose } from "../messages/words.message.ts";
import { cut } from "../text.ts";

const longest = 3_500;

/** What a poll is about, whole: its message holds the beginning. */
const whole: BotButton = {
  verb: "text",
  async press(act, { of }) {
    const { title, description } = await act.read((work) => getPoll(work, { poll: of }));
    const about = description ?? "";
    const head = `## ${nameOf(title, 120)}\n`;
    if (prose(about).length <= longest) return { face: face(text(`${head}${prose(about)}`)) };
    const name = `poll-${of}.md`;
    return {
      face: face(text(`${head}${cut(prose(about), longest)}`), {
        type: ComponentType.File,
        file: { url: `attachment://${name}` },
      }),
      files: [{ name, text: about }],
    };
  },
};

export const textButtons: readonly BotButton[] = [whole];
