import { ApplicationCommandOptionType } from "discord.js";
import { conflict } from "#core/errors.ts";
import { getLocationPollDefaults } from "#core/polls/poll-defaults.service.ts";
import { listPolls } from "#core/polls/polls.service.ts";
import { listTournaments } from "#core/tournaments/tournaments.service.ts";
import { listSeasons } from "#core/tournaments/seasons-overview.service.ts";
import type { Form, Offer, Options } from "../../command.ts";
import type { Act } from "../../context.ts";
import {
  choiceForm,
  electionForm,
  locationForm,
  type Manner,
  pollKinds,
  yesNoForm,
} from "../../messages/new-poll.message.ts";
import { fits } from "../../offers.ts";
import type { Subcommand } from "../../subcommands.ts";
import { cut } from "../../text.ts";

const words = {
  location: "where to fish",
  choice: "a choice",
  "yes-no": "yes or no, also a bylaw",
  election: "an election of officers",
} as const;

/** A form first, then a look at what it would be, then the poll. */
export const pollCreate: Subcommand = {
  name: "create",
  description: "Make a poll: fill in, look it over, choose the channel",
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: "kind",
      description: "What kind of poll",
      required: true,
      choices: pollKinds.map((kind) => ({ name: words[kind], value: kind })),
    },
    {
      type: ApplicationCommandOptionType.String,
      name: "tournament",
      description: "Where to fish in which one; left out: the next",
      autocomplete: true,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: "counts",
      description: "When members see the counts; left out: after the close",
      choices: [
        { name: "after the close", value: "after-close" },
        { name: "while it is open", value: "live" },
      ],
    },
    {
      type: ApplicationCommandOptionType.String,
      name: "wins",
      description: "What wins; left out: as the club's rules say",
      choices: [
        { name: "most ballots", value: "plurality" },
        { name: "more than half of the ballots", value: "majority" },
      ],
    },
  ],
  run: async (act, options) => ({ form: await formFor(act, options) }),
  complete: (act, { typed }) => ahead(act, typed),
};

async function formFor(act: Act, options: Options): Promise<Form> {
  const kind = options.getString("kind");
  const manner: Manner = {
    ...(options.getString("counts") === "live" && { totals: "live" }),
    ...(options.getString("wins") === "majority" && { decision: "majority" }),
  };
  if (kind === "choice") return choiceForm(manner);
  if (kind === "yes-no") return yesNoForm(manner);
  if (kind === "election") return electionForm({ year: await act.read(officersYear), ...manner });
  const reference = options.getString("tournament") ?? "next";
  const start = await act.read((work) => getLocationPollDefaults(work, { tournament: reference }));
  if (start.lakes.length === 0)
    throw conflict(
      "no-lakes",
      "The club knows no lakes yet, so there is nothing to choose from. Add lakes first.",
    );
  return locationForm({ start, ...manner });
}

/** Officers are elected at a year's end for the next one. */
const officersYear = ({ now }: { now: { year: number; month: number } }): Promise<number> =>
  Promise.resolve(now.month >= 7 ? now.year + 1 : now.year);

/** Tournaments that lie ahead and have no poll. */
function ahead(act: Act, typed: string): Promise<Offer[]> {
  return act.read(async (work) => {
    const found: Offer[] = [];
    const standing = (await listPolls(work)).filter(({ state }) => state !== "cancelled");
    const polled = new Set(standing.map(({ tournament }) => tournament?.id));
    for (const { year } of (await listSeasons(work)).slice(0, 2)) {
      for (const { id, name, firstDay, state } of await listTournaments(work, { season: year }))
        if (state === "scheduled" && firstDay >= work.today && !polled.has(id))
          found.push({ name: cut(`${firstDay} ${name}`, 100), value: String(id) });
    }
    return found
      .filter(({ name }) => fits(name, typed))
      .toSorted((one, other) => one.name.localeCompare(other.name));
  });
}
