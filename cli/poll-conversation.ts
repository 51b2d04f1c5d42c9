import { DomainError } from "#core/errors.ts";
import { addDays } from "#core/time.ts";
import type { CreatePoll } from "#core/polls/polls.schemas.ts";
import type { Context } from "./context.ts";
import { askOffices } from "./poll-offices.ts";
import { askPlaces } from "./poll-places.ts";
import { askMoment, type PollRoom, type SaidPoll } from "./poll-room.ts";
import { pollOutput } from "./poll-shown.ts";
import { openQuestions } from "./questions.ts";

type Kind = CreatePoll["kind"];

const kinds: { name: string; value: Kind }[] = [
  { name: "location: lake, ramp and hours of a tournament", value: "location" },
  { name: "choice: one of several answers", value: "choice" },
  { name: "yes or no, a bylaw too", value: "yes-no" },
  { name: "election of officers", value: "election" },
];

/** Whether something is missing that has no default, so that a person at a terminal is asked. */
export function isUnfinished({ kind, title, closes, lakes, options, offices, year }: SaidPoll): boolean {
  const none = (list: readonly unknown[] | undefined): boolean => (list ?? []).length === 0;
  switch (kind) {
    case undefined:
      return true;
    case "location":
      return none(lakes);
    case "choice":
      return title === undefined || none(options) || closes === undefined;
    case "yes-no":
      return title === undefined || closes === undefined;
    case "election":
      return none(offices) || year === undefined || closes === undefined;
  }
}

/** Asks for what the flags left out of a poll, shows what it would be, and asks whether to make it so. */
export async function askForPoll(context: Context, said: SaidPoll): Promise<CreatePoll> {
  const { zone, today } = await context.read((work) =>
    Promise.resolve({ zone: work.now.zoneName, today: work.today }),
  );
  const room: PollRoom = { context, questions: await openQuestions(context), zone, today };
  const kind = said.kind ?? (await room.questions.choose({ message: "What kind of poll?", choices: kinds }));
  const asked = await asking[kind](room, { ...said, kind });
  return agreeOn(room, asked);
}

const asking: Record<Kind, (room: PollRoom, said: SaidPoll) => Promise<SaidPoll>> = {
  location: askPlaces,
  choice: askChoice,
  "yes-no": askYesOrNo,
  election: async (room, said) => askWindow(room, await askOffices(room, said)),
};

async function askChoice(room: PollRoom, said: SaidPoll): Promise<SaidPoll> {
  const title = said.title ?? (await askTitle(room, "What does it ask?"));
  const options = [...(said.options ?? [])];
  while (said.options === undefined || said.options.length === 0) {
    const done = options.length >= 2 ? " (Enter: that is all)" : "";
    const option = await room.questions.line({
      message: `Answer ${options.length + 1}${done}:`,
      check: (text) => text !== "" || options.length >= 2 || "A choice needs two answers or more.",
    });
    if (option === "") break;
    options.push(option);
  }
  return askWindow(room, { ...said, title, options });
}

async function askYesOrNo(room: PollRoom, said: SaidPoll): Promise<SaidPoll> {
  const title = said.title ?? (await askTitle(room, "What does it ask? (answered with yes or no)"));
  return askWindow(room, { ...said, title });
}

const askTitle = ({ questions }: PollRoom, message: string): Promise<string> =>
  questions.line({ message, check: (text) => text !== "" || "It asks something: type it." });

/** Asks when it opens and closes, as far as that was not said: now, and a week from now, unless a bylaw has to wait. */
async function askWindow(room: PollRoom, said: SaidPoll): Promise<SaidPoll> {
  const wait = said.bylaw === true ? 8 : 0;
  const opens =
    said.opens ??
    (await askMoment(room, {
      message: "When does it open?",
      fallback: wait === 0 ? null : { day: addDays(room.today, wait), time: "06:00" },
    }));
  const usual = { day: addDays(opens?.day ?? room.today, 7), time: "18:00" };
  const closes = said.closes ?? (await askMoment(room, { message: "When does it close?", fallback: usual }));
  return { ...said, ...(opens && { opens }), ...(closes && { closes }) };
}

/** Shows the poll as it would be. What the core refuses of its times is asked again, with the reason. */
async function agreeOn(room: PollRoom, asked: SaidPoll): Promise<CreatePoll> {
  const { context } = room;
  const { createPoll } = await import("#core/polls/create-poll.service.ts");
  const { createPollSchema } = await import("#core/polls/polls.schemas.ts");
  for (let said = asked; ;) {
    const input = createPollSchema.parse(said);
    try {
      const shown = await (
        await context.app()
      ).rehearse(await context.actor(), (work) => createPoll(work, input));
      await context.show(pollOutput(shown).sections ?? []);
    } catch (error) {
      if (!(error instanceof DomainError) || !/^(poll-|bylaw-notice)/.test(error.code)) throw error;
      context.say(error.message);
      said = await askWindow(room, { ...said, opens: undefined, closes: undefined });
      continue;
    }
    await context.prompts.confirm("Make this poll?");
    return input;
  }
}
