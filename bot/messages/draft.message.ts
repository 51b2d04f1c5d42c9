import { ChannelType, ComponentType } from "discord.js";
import type { PlaceHeld } from "#core/polls/place-history.service.ts";
import type { PollShown, QuestionShown } from "#core/polls/polls.service.ts";
import { button, type Face, face, rows, text } from "../components.ts";
import { writeCustomId } from "../custom-id.ts";
import { counted, cut, fitting, moment } from "../text.ts";
import { historyLines } from "./place-history.message.ts";
import { nameOf, prose } from "./words.message.ts";

interface DraftView {
  /** As it would be; it is not made yet. */
  poll: PollShown;
  draft: number;
  /** Where it would stand; null: no channel is chosen, and none is set for polls. */
  channel: string | null;
  /** Of a location poll. */
  history: readonly PlaceHeld[];
}

/** What was filled in, as the core reads it, to look over before it is a poll. */
export function draftFace({ poll, draft, channel, history }: DraftView): Face {
  const where =
    channel === null ? "Choose the channel it is to stand in." : `It will stand in <#${channel}>.`;
  return face(
    text(
      fitting(
        [
          "**Not made yet: look it over.**",
          `## ${nameOf(poll.title, 120)}`,
          `Opens ${moment(poll.opensAt, "F")}, closes ${moment(poll.closesAt, "F")}.`,
          manner(poll),
          ...poll.questions.map((one) => question(one, poll)),
          ...(poll.description === null ? [] : [cut(prose(poll.description), 600)]),
          where,
          ...historyLines(history),
        ],
        3_900,
      ).join("\n"),
    ),
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.ChannelSelect,
          custom_id: writeCustomId({ verb: "draftchannel", of: draft, numbers: [] }),
          placeholder: "The channel it is to stand in",
          channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
        },
      ],
    },
    ...rows([
      button({ verb: "makepoll", of: draft, numbers: [] }, { words: "Make the poll", weight: "main" }),
    ]),
  );
}

/** The poll of the draft, made now or before. */
export const draftMadeFace = ({ poll, made }: { poll: PollShown; made: boolean }): Face =>
  face(
    text(
      [
        made
          ? `Poll \`${poll.id}\` is made: **${nameOf(poll.title, 120)}**.`
          : `It is made already: poll \`${poll.id}\`.`,
        poll.state === "open"
          ? "It is open, and stands in its channel in a moment."
          : `It opens ${moment(poll.opensAt, "F")} and stands in its channel then.`,
      ].join("\n"),
    ),
  );

/** Why it cannot be made, with what was typed, to be copied into the form once more. */
export function draftRefusedFace({ refusal, typed }: { refusal: string; typed: readonly string[] }): Face {
  if (typed.length === 0) return face(text(refusal));
  // Three ticks would end the block.
  const block = cut(typed.join("\n\n").replaceAll("`", "'"), 2_000);
  return face(text(`${refusal}\nWhat you had typed:\n\`\`\`\n${block}\n\`\`\``));
}

function manner({ secret, bylaw, totals, decision }: PollShown): string {
  return [
    secret ? "A secret ballot, final once it is cast" : "A vote can be changed until the close",
    ...(bylaw ? ["a bylaw"] : []),
    totals === "live" ? "counts are shown while it is open" : "counts are shown after the close",
    decision === "majority" ? "the winner needs more than half" : "most ballots win",
  ]
    .join("; ")
    .concat(".");
}

const mostListed = 25;

function question({ prompt, options }: QuestionShown, { questions }: PollShown): string {
  const above = new Map(questions.flatMap((one) => one.options).map(({ id, label }) => [id, label]));
  const groups = Map.groupBy(options.slice(0, mostListed), ({ parentId }) => above.get(parentId ?? 0));
  const listed = [...groups].map(([under, group]) => {
    const labels = group.map(({ label }) => nameOf(label, 60)).join(" · ");
    return under === undefined ? labels : `${nameOf(under, 40)}: ${labels}`;
  });
  const rest = options.length - mostListed;
  return `**${nameOf(prompt, 120)}** (${counted(options.length, "option")}): ${listed.join("; ")}${rest > 0 ? ` … and ${rest} more` : ""}`;
}
