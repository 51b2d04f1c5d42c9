import { UsageError } from "../../errors.ts";
import { defineCommand } from "../../command.ts";
import { readCount, readInput, readJson } from "../../familiar.ts";
import type { SaidPoll } from "../../poll-room.ts";
import { closes, opens, readHours, readLake, readMoment, readOffice } from "../../poll-input.ts";
import { pollOutput } from "../../poll-shown.ts";

export const command = defineCommand({
  summary: "Make a poll: where to fish, a choice, yes or no, or an election.",
  description:
    "A location poll asks for lake, ramp and hours of a tournament; it opens ten days before at 6:00 and closes seven before at 18:00 unless --opens and --closes say otherwise. Elections and bylaws are secret. --file takes all of it as JSON. At a terminal it asks for what is left out.",
  parameters: {
    kind: {
      argument: "what kind of poll",
      choices: ["location", "choice", "yes-no", "election"],
      optional: true,
    },
    title: { option: "TEXT", about: "what it asks", optional: true },
    description: {
      option: "FILE",
      about: "more about it in Markdown; of a bylaw its text; - is stdin",
      optional: true,
    },
    tournament: {
      option: "TOURNAMENT",
      about: "of a location poll: id, day, 2026-03 or next",
      optional: true,
    },
    lake: {
      option: "LAKE",
      about: "a lake to offer; 'travis: Mansfield Dam' with only some of its ramps",
      many: true,
    },
    hours: { option: "HOURS", about: "first cast and weigh-in to offer, such as 06:30-15:00", many: true },
    option: { option: "TEXT", about: "of a choice: what can be chosen", many: true },
    office: { option: "OFFICE", about: "of an election: 'President: Ann Lee, Bob Cruz'", many: true },
    year: { option: "YEAR", about: "of an election: whose officers are chosen", optional: true },
    opens,
    closes,
    secret: { flag: "nobody can know who chose what" },
    bylaw: { flag: "a yes-no vote on the bylaw in --description" },
    live: { flag: "show the counts while it is open" },
    majority: { flag: "the winner needs more than half" },
    file: { option: "FILE", about: "the whole poll as JSON; - is stdin", optional: true },
  },
  examples: [
    "sabc poll create location --tournament next --lake travis --lake canyon --hours 06:30-15:00",
    "sabc poll create election --year 2027 --office 'President: Ann Lee, Bob Cruz' --closes '2026-12-10 20:00'",
  ],
  rehearsable: true,
  async input(given, context) {
    const { createPollSchema } = await import("#core/polls/polls.schemas.ts");
    if (given.file !== undefined) return createPollSchema.parse(await readJson(given.file, context));
    const asks = context.prompts.interactive;
    if (given.kind === undefined && !asks)
      throw new UsageError("missing", "Missing: KIND (location, choice, yes-no or election), or --file.");
    const { description } = given;
    const text =
      description === undefined ? undefined : new TextDecoder().decode(await readInput(description, context));
    const poll: SaidPoll & { totals?: "live"; decision?: "majority" } = {
      ...said({ kind: given.kind }),
      ...said({ title: given.title, description: text }),
      ...said({ opens: readMoment(given.opens, "--opens"), closes: readMoment(given.closes, "--closes") }),
      ...(given.live ? { totals: "live" } : {}),
      ...(given.majority ? { decision: "majority" } : {}),
      ...(given.secret ? { secret: true } : {}),
      ...(given.bylaw ? { bylaw: true } : {}),
      ...said({ tournament: given.tournament }),
      ...(given.kind === "location" || given.lake.length > 0 ? { lakes: given.lake.map(readLake) } : {}),
      ...(given.hours.length > 0 ? { hours: given.hours.map(readHours) } : {}),
      ...(given.kind === "choice" || given.option.length > 0 ? { options: given.option } : {}),
      ...(given.kind === "election" || given.office.length > 0
        ? { offices: given.office.map(readOffice) }
        : {}),
      ...said({ year: readCount(given.year, "The year") }),
    };
    if (asks) {
      const { askForPoll, isUnfinished } = await import("../../poll-conversation.ts");
      if (isUnfinished(poll)) return askForPoll(context, poll);
    }
    return createPollSchema.parse(poll.kind === "location" ? { tournament: "next", ...poll } : poll);
  },
  async run(context, input) {
    const { createPoll } = await import("#core/polls/create-poll.service.ts");
    return context.write((work) => createPoll(work, input));
  },
  output: (made) => pollOutput(made, [`Made poll ${made.id}: ${made.title}.`]),
});

/** What was said at all. */
const said = <Value>(values: Record<string, Value | undefined>): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, Value] => entry[1] !== undefined),
  );
