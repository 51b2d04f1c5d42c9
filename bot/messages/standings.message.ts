import type { Race, StandingRow, StandingsShown } from "#core/standings/standings.service.ts";
import { printDate } from "#core/time.ts";
import type { Measure } from "#core/weight.ts";
import { button, type Face, face, limits, link, rows, text } from "../components.ts";
import { counted, cut, escaped } from "../text.ts";
import { crewOf, nameOf, pageOf, placeOf, pointsOf, showButton, weightOf } from "./words.message.ts";

export interface StandingsView {
  standings: StandingsShown;
  /** Which race and which page of it, from 0. */
  race: number;
  page: number;
  /** Whose line is looked for, by id; 0: nobody's. Their page is shown where none is said. */
  angler: number;
  /** Who asks, by id; null in the channel, where everybody reads it. */
  mine: number | null;
  site: URL;
}

const perPage = 10;

/** One page of a race; whoever asks always finds their own line. */
export function standingsFace({ standings, race: asked, page, angler, mine, site }: StandingsView): Face {
  const { season, official, planned, asOf, measure, races } = standings;
  const address = link(new URL(`standings/${season}`, site), "On the website");
  const race = races[Math.min(asked, races.length - 1)];
  if (race === undefined || asOf === null)
    return face(text(`No tournament of ${season} is official yet.`), ...rows(address));
  const { pages, at, rows: shown } = pageOf(race.rows, { page, size: perPage });
  const state = (numbers: readonly number[]) => ({ verb: "standings", of: season, numbers }) as const;
  const here = races.indexOf(race);
  const words = [
    `## ${nameOf(race.title, 80)} ${season}`,
    `After ${official} of ${counted(planned, "tournament")}, ${printDate(asOf)}. ${escaped(cut(race.orderWords, 200))} ${escaped(cut(race.keepWords, 200))}`,
    ...shown.map((row) => line(row, { measure, angler, mine })),
    ...own(race, { measure, shown, mine }),
    ...(pages > 1 ? [`Page ${at + 1} of ${pages}`] : []),
  ];
  const turns = [
    ...(at > 0 ? [button(state([here, at - 1, angler, 0]), { words: "Back" })] : []),
    ...(at < pages - 1 ? [button(state([here, at + 1, angler, 0]), { words: "More" })] : []),
    ...(mine === null ? [] : [showButton(state([here, at, angler]))]),
    ...address,
  ];
  const others = races.flatMap(({ title }, index) =>
    index === here ? [] : [button(state([index, 0, angler, 0]), { words: title })],
  );
  return face(
    text(cut(words.join("\n"), limits.text)),
    ...rows(turns),
    ...rows(others.slice(0, limits.buttons)),
  );
}

/** The page on which somebody's line stands; the first where they have none. */
export function pageWith({ rows: all }: Race, angler: number): number {
  const at = all.findIndex((row) => isAboard(row, angler));
  return at === -1 ? 0 : Math.floor(at / perPage);
}

const isAboard = ({ crew }: StandingRow, angler: number | null): boolean =>
  crew.some(({ id }) => id === angler);

interface Reading {
  measure: Measure;
  angler: number;
  mine: number | null;
}

function line(row: StandingRow, { measure, angler, mine }: Reading): string {
  const { place, tied, crew, points, wins, weight, events } = row;
  const facts = [
    ...(points === null ? [] : [pointsOf(points)]),
    ...(wins === null ? [] : [counted(wins, "win")]),
    weightOf(weight, measure),
    counted(events, "event"),
  ];
  const mark = mine !== null && isAboard(row, mine) ? " ← you" : isAboard(row, angler) ? " ←" : "";
  return `${placeOf(place, tied)} **${crewOf(crew)}** · ${facts.join(" · ")}${mark}`;
}

function own(
  race: Race,
  { measure, shown, mine }: Omit<Reading, "angler"> & { shown: readonly StandingRow[] },
): string[] {
  if (mine === null || shown.some((row) => isAboard(row, mine))) return [];
  const mineRow = race.rows.find((row) => isAboard(row, mine));
  return mineRow === undefined ? [] : ["…", line(mineRow, { measure, angler: 0, mine })];
}
