import type { ModalSubmitFields } from "discord.js";
import { createPoll } from "#core/polls/create-poll.service.ts";
import { chooseDraftChannel, createDraftedPoll, keepPollDraft } from "#core/polls/draft-poll.service.ts";
import { type CreatePoll, createPollSchema } from "#core/polls/polls.schemas.ts";
import { listPlaceHistory } from "#core/polls/place-history.service.ts";
import { getDiscordSettings } from "#core/seasons/discord.service.ts";
import type { BotButton, BotModal } from "../command.ts";
import type { Act } from "../context.ts";
import { chosen, isTyped, typed, typedLines, understood } from "../form.ts";
import { draftFace, draftMadeFace, draftRefusedFace } from "../messages/draft.message.ts";
import { mannerOf, pollKinds } from "../messages/new-poll.message.ts";
import { asOfficer, refusalOf } from "../officer.ts";
import { readHours, readMoment, readOffice, readYear } from "../poll-input.ts";

/** Reads the form and shows what it would be. What was filled in waits in the club's book, so that a restart loses nothing. */
export const newPollModal: BotModal = {
  verb: "newpoll",
  submit: (act, { of: tournament, numbers, fields }) =>
    asOfficer(act, async () => {
      try {
        const poll = understood(createPollSchema, readPoll(fields, { numbers, tournament }));
        const preview = await look(act, poll);
        const { draft } = await act.write((work) => keepPollDraft(work, { poll }));
        return { face: draftFace({ ...preview, draft, channel: await usualChannel(act) }) };
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal === null) throw error;
        return { face: draftRefusedFace({ refusal, typed: everythingTyped(fields) }) };
      }
    }),
};

/** A form forgets what was typed once it is sent. */
const everythingTyped = (fields: ModalSubmitFields): string[] =>
  ["title", "options", "offices", "hours", "lakes", "opens", "closes", "description"].flatMap((name) =>
    isTyped(fields, name) ? (typed(fields, name) ?? []) : [],
  );

export const newPollButtons: BotButton[] = [
  {
    verb: "draftchannel",
    press: (act, { of: draft, picked: [channel = ""] }) =>
      asOfficer(act, async () => {
        const { poll } = await act.write((work) => chooseDraftChannel(work, { draft, channel }));
        return { face: draftFace({ ...(await look(act, poll)), draft, channel }) };
      }),
  },
  {
    verb: "makepoll",
    press: (act, { of: draft }) =>
      asOfficer(act, async () => ({
        face: draftMadeFace(await act.write((work) => createDraftedPoll(work, { draft }))),
      })),
  },
];

/** What it would be, with all that refuses it; nothing is kept. Of a location poll where the club was before, too. */
const look = ({ bot, actor }: Act, input: CreatePoll) =>
  bot.app.rehearse(actor, async (work) => {
    const poll = await createPoll(work, input);
    const { tournament } = poll;
    return { poll, history: tournament === null ? [] : await listPlaceHistory(work, tournament) };
  });

const usualChannel = async (act: Act): Promise<string | null> =>
  (await act.read((work) => getDiscordSettings(work))).channels.polls ?? null;

function readPoll(
  fields: ModalSubmitFields,
  { numbers, tournament }: { numbers: readonly number[]; tournament: number },
): object {
  const kind = pollKinds[numbers[0] ?? 0];
  const said = {
    title: typed(fields, "title"),
    description: typed(fields, "description"),
    opens: readMoment(typed(fields, "opens")),
    closes: readMoment(typed(fields, "closes")),
  };
  const shared = {
    kind,
    ...mannerOf(numbers),
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
  };
  if (kind === "location")
    return {
      ...shared,
      tournament: String(tournament),
      lakes: lakesOf(fields).map((lake) => ({ lake })),
      hours: typedLines(fields, "hours").map(readHours),
    };
  if (kind === "choice") return { ...shared, options: typedLines(fields, "options") };
  if (kind === "election")
    return {
      ...shared,
      year: readYear(typed(fields, "year")),
      offices: typedLines(fields, "offices").map(readOffice),
    };
  const [ballot] = chosen(fields, "ballot");
  return {
    ...shared,
    ...(ballot === "bylaw" && { bylaw: true }),
    ...(ballot === "secret" && { secret: true }),
  };
}

/** Chosen in a list, or typed where the club has more lakes than a list holds. */
const lakesOf = (fields: ModalSubmitFields): readonly string[] =>
  isTyped(fields, "lakes") ? typedLines(fields, "lakes") : chosen(fields, "lakes");
