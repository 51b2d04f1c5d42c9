import { ApplicationCommandOptionType } from "discord.js";
import { notFound } from "#core/errors.ts";
import { getStandings, type StandingsShown } from "#core/standings/standings.service.ts";
import { listSeasons } from "#core/tournaments/seasons-overview.service.ts";
import type { BotButton, BotCommand, Offer, Options, Words } from "../command.ts";
import type { Act } from "../context.ts";
import { pageWith, standingsFace } from "../messages/standings.message.ts";
import { fits } from "../offers.ts";
import { seasonMeant } from "../season.ts";

export const standings: BotCommand = {
  definition: {
    name: "standings",
    description: "The season's standings; your own line is always there",
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: "season",
        description: "The year; left out: the current one",
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: "angler",
        description: "Whose line to look for",
        autocomplete: true,
      },
    ],
  },
  run(act, options) {
    const angler = options.getString("angler") ?? act.actor.anglerId ?? 0;
    return answer(act, { season: seasonOf(options), race: 0, page: null, angler, told: false });
  },
  complete: (act, { name, typed, options }) =>
    name === "season" ? seasons(act, typed) : anglers(act, { typed, season: seasonOf(options) }),
};

export const standingsButtons: BotButton[] = [
  {
    verb: "standings",
    press: (act, { of: season, numbers: [race = 0, page = 0, angler = 0, told = 0] }) =>
      answer(act, { season, race, page, angler, told: told === 1 }),
  },
];

/** The year that was chosen or typed; what is no year is a season that is not there. */
function seasonOf(options: Pick<Options, "getString">): number | null {
  const typed = options.getString("season");
  if (typed === null || /^\d{4}$/.test(typed.trim())) return typed === null ? null : Number(typed);
  throw notFound("season-not-found", "A season is a year, such as 2026.");
}

interface Asked {
  season: number | null;
  race: number;
  /** Null: the one with the line that is looked for. */
  page: number | null;
  /** By id, or as somebody typed them. */
  angler: number | string;
  told: boolean;
}

async function answer(act: Act, { season, race, page, angler, told }: Asked): Promise<Words> {
  const shown = await act.read(async (work) =>
    getStandings(work, { season: await seasonMeant(work, season) }),
  );
  const asked = shown.races[race];
  const id = typeof angler === "number" ? angler : idOf(shown, angler);
  const face = standingsFace({
    standings: shown,
    race,
    page: page ?? (asked === undefined ? 0 : pageWith(asked, id)),
    angler: id,
    mine: told ? null : (act.actor.anglerId ?? 0),
    site: act.bot.config.publicUrl,
  });
  return told ? { face, shown: "in-channel" } : { face };
}

async function seasons(act: Act, typed: string): Promise<Offer[]> {
  const years = (await act.read(listSeasons)).map(({ year }) => String(year));
  return years.filter((year) => year.startsWith(typed)).map((year) => ({ name: year, value: year }));
}

/** Who was chosen from the list, or is called so; 0 where nobody in the standings is. */
function idOf(shown: StandingsShown, typed: string): number {
  const everyone = everyoneIn(shown);
  if (/^\d{1,9}$/.test(typed)) return Number(typed);
  return [...everyone].find(([, name]) => fits(name, typed))?.[0] ?? 0;
}

const everyoneIn = ({ races }: StandingsShown): Map<number, string> =>
  new Map(
    races.flatMap(({ rows }) => rows.flatMap(({ crew }) => crew.map(({ id, name }) => [id, name] as const))),
  );

/** Everyone in the season's standings. */
async function anglers(
  act: Act,
  { typed, season }: { typed: string; season: number | null },
): Promise<Offer[]> {
  const shown = await act.read(async (work) =>
    getStandings(work, { season: await seasonMeant(work, season) }),
  );
  return [...everyoneIn(shown)]
    .filter(([, name]) => fits(name, typed))
    .map(([id, name]) => ({ name, value: String(id) }));
}
