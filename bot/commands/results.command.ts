import { ApplicationCommandOptionType } from "discord.js";
import { findLatestResults, getResults } from "#core/results/results.service.ts";
import { listSeasons } from "#core/tournaments/seasons-overview.service.ts";
import { listTournaments, type TournamentSummary } from "#core/tournaments/tournaments.service.ts";
import type { BotButton, BotCommand, Offer, Words } from "../command.ts";
import type { Act } from "../context.ts";
import { saidFace } from "../messages/answer.message.ts";
import { resultsFace } from "../messages/results.message.ts";
import { fits } from "../offers.ts";
import { cut } from "../text.ts";

export const results: BotCommand = {
  definition: {
    name: "results",
    description: "A tournament's results; your own line is always there",
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: "tournament",
        description: "Which one; left out: the last",
        autocomplete: true,
      },
    ],
  },
  async run(act, options) {
    const tournament = options.getString("tournament");
    if (tournament !== null) return answer(act, { tournament, page: 0, told: false });
    const last = await act.read((work) => findLatestResults(work));
    if (last === null) return { face: saidFace(["No tournament was weighed yet. See /next."]) };
    return answer(act, { tournament: last.tournament.id, page: 0, told: false });
  },
  complete: (act, { typed }) => tournaments(act, typed),
};

export const resultsButtons: BotButton[] = [
  {
    verb: "results",
    press: (act, { of, numbers: [page = 0, told = 0] }) =>
      answer(act, { tournament: of, page, told: told === 1 }),
  },
];

async function answer(
  act: Act,
  { tournament, page, told }: { tournament: string | number; page: number; told: boolean },
): Promise<Words> {
  const face = resultsFace({
    results: await act.read((work) => getResults(work, { tournament })),
    page,
    mine: told ? null : (act.actor.anglerId ?? 0),
    site: act.bot.config.publicUrl,
  });
  return told ? { face, shown: "in-channel" } : { face };
}

/** Discord shows no more. */
const mostOffered = 25;

/** What was weighed, the newest first, of as many seasons as it takes. */
async function tournaments(act: Act, typed: string): Promise<Offer[]> {
  return act.read(async (work) => {
    const found: Offer[] = [];
    for (const { year } of await listSeasons(work)) {
      if (found.length >= mostOffered) break;
      const held = (await listTournaments(work, { season: year })).filter(({ state }) => shown.has(state));
      found.push(
        ...held
          .toReversed()
          .map(offer)
          .filter(({ name }) => fits(name, typed)),
      );
    }
    return found;
  });
}

const shown: ReadonlySet<string> = new Set<TournamentSummary["state"]>([
  "weighing",
  "provisional",
  "official",
]);

const offer = ({ id, name, firstDay, lake }: TournamentSummary): Offer => ({
  name: cut(`${firstDay} ${name}${lake === null ? "" : `, ${lake.name}`}`, 100),
  value: String(id),
});
