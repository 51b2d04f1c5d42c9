import { z } from "zod";
import { notFound } from "#core/errors.ts";
import { getPoll, listSomePolls } from "#core/polls/polls.service.ts";
import { getResults } from "#core/results/results.service.ts";
import { getAnglerPage, listAnglers } from "#core/standings/angler-page.service.ts";
import { getLakePage, listLakesFished } from "#core/standings/lake-page.service.ts";
import { getStandings } from "#core/standings/standings.service.ts";
import { listCalendar } from "#core/tournaments/list-calendar.service.ts";
import { listSeasons } from "#core/tournaments/seasons-overview.service.ts";
import { getTournament, listTournaments } from "#core/tournaments/tournaments.service.ts";
import { type Endpoint, many, one } from "./api-endpoint.ts";
import { Refusal } from "./refusal.ts";
import {
  anglerAnswer,
  anglerDetailAnswer,
  lakeAnswer,
  lakeDetailAnswer,
  pollAnswer,
} from "./routes/api-people.schemas.ts";
import {
  eventAnswer,
  resultsAnswer,
  seasonAnswer,
  standingsAnswer,
  tournamentAnswer,
  tournamentDetailAnswer,
} from "./routes/api.schemas.ts";

const year = z
  .string()
  .regex(/^[12]\d{3}$/, "must be a year such as 2026")
  .transform(Number)
  .meta({ example: "2026" });
const number = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, "must be a number")
  .transform(Number)
  .meta({ example: "17" });
const reference = z
  .string()
  .regex(/^[12]\d{3}-\d{1,3}$/, "must be a year and a number such as 2026-03")
  .meta({ example: "2026-03", description: "The season and its number in it." });
const key = z.string().min(1).max(60).meta({ example: "travis" });

/** The whole API: read-only, what everyone may see, and nothing that needs more than one reading. */
export const endpoints: readonly Endpoint[] = [
  many({
    path: "/seasons",
    name: "listSeasons",
    summary: "All seasons, newest first.",
    params: {},
    query: {},
    item: seasonAnswer,
    read: (work) => listSeasons(work),
  }),
  one({
    path: "/seasons/{year}",
    name: "getSeason",
    summary: "One season.",
    params: { year },
    answer: seasonAnswer,
    read: async (work, asked) => {
      const season = (await listSeasons(work)).find((one) => one.year === asked.year);
      if (season === undefined) throw notFound("season-not-found", `There is no season ${asked.year}.`);
      return season;
    },
  }),
  many({
    path: "/seasons/{year}/tournaments",
    name: "listTournaments",
    summary: "The tournaments of a season by first day, cancelled ones among them.",
    params: { year },
    query: {},
    item: tournamentAnswer,
    read: (work, asked) => listTournaments(work, { season: asked.year }),
  }),
  one({
    path: "/seasons/{year}/standings",
    name: "getStandings",
    summary: "How a season stands: every race, with what each tournament brought.",
    params: { year },
    answer: standingsAnswer,
    read: (work, asked) => getStandings(work, { season: asked.year }),
  }),
  one({
    path: "/tournaments/{reference}",
    name: "getTournament",
    summary: "When, where and under which rules a tournament is fished.",
    params: { reference },
    answer: tournamentDetailAnswer,
    read: getTournament,
  }),
  one({
    path: "/tournaments/{reference}/results",
    name: "getResults",
    summary: "Places, weights, points and payouts, provisional ones too.",
    params: { reference },
    answer: resultsAnswer,
    read: async (work, asked) => {
      const results = await getResults(work, { tournament: asked.reference });
      return { ...results, final: results.tournament.state === "official" };
    },
  }),
  many({
    path: "/events",
    name: "listEvents",
    summary:
      "Everything on the calendar by day and hour, cancelled events among it. A tournament begins with its first cast and ends with its weigh-in.",
    params: {},
    query: { year: year.optional() },
    item: eventAnswer,
    read: async (work, { year: asked, offset, limit }) => {
      const { events, total } = await listCalendar(work, { year: asked, offset, limit });
      return { items: events, total };
    },
  }),
  many({
    path: "/anglers",
    name: "listAnglers",
    summary: "Everyone with an official result, by the name they chose.",
    params: {},
    query: {},
    item: anglerAnswer,
    read: async (work, { offset: from, limit }) => {
      const { anglers, total } = await listAnglers(work, { from, limit });
      return { items: anglers, total };
    },
  }),
  one({
    path: "/anglers/{id}",
    name: "getAngler",
    summary: "An angler's official tournaments, and what they came to.",
    params: { id: number },
    answer: anglerDetailAnswer,
    read: async (work, asked) => {
      const page = await getAnglerPage(work, asked);
      if (page.is === "erased") throw erased;
      if (page.is === "kept-as")
        throw notFound("angler-not-found", `There is no angler ${asked.id} any more: see ${page.angler.id}.`);
      return { ...page, ...page.angler };
    },
  }),
  many({
    path: "/lakes",
    name: "listLakes",
    summary: "The club's lakes by name.",
    params: {},
    query: {},
    item: lakeAnswer,
    read: (work) => listLakesFished(work),
  }),
  one({
    path: "/lakes/{key}",
    name: "getLake",
    summary: "A lake, its ramps and the official tournaments there.",
    params: { key },
    answer: lakeDetailAnswer,
    read: getLakePage,
  }),
  many({
    path: "/polls",
    name: "listPolls",
    summary:
      "The club's polls and their state, the latest close first. Who voted, and for what, is the members' own.",
    params: {},
    query: {},
    item: pollAnswer,
    read: async (work, { offset, limit }) => {
      const { polls, total } = await listSomePolls(work, { offset, limit });
      return { items: polls, total };
    },
  }),
  one({
    path: "/polls/{id}",
    name: "getPoll",
    summary: "One poll and its state.",
    params: { id: number },
    answer: pollAnswer,
    read: (work, asked) => getPoll(work, { poll: asked.id }),
  }),
];

const erased = new Refusal(410, {
  code: "angler-erased",
  sentence: "Whoever this was about asked the club to forget them.",
});
