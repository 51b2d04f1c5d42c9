import type { PotShown } from "../pots/pots.service.ts";
import type { AnglerResult, BoatResult, ResultsShown } from "../results/results-shown.rules.ts";
import type { Figure, FigureKind, FigureValue } from "./figure.rules.ts";
import { recordFigures } from "./record-figures.rules.ts";
import type { RecordsShown } from "./records-shown.rules.ts";
import type { AwardsShown, StandingsShown } from "./standings-shown.rules.ts";

/** A figure that moves; null on the side where it is not shown. */
export interface FigureChange extends Omit<Figure, "value" | "key"> {
  before: FigureValue;
  after: FigureValue;
}

/** Everything that pages show of these tournaments, seasons and pots, and the club's book. */
export interface ShownFigures {
  results: readonly ResultsShown[];
  standings: readonly StandingsShown[];
  awards: readonly AwardsShown[];
  pots: readonly PotShown[];
  records: RecordsShown;
}

/** Each of their figures. */
export function figuresOf({ results, standings, awards, pots, records }: ShownFigures): Figure[] {
  return [
    ...results.flatMap(ofResults),
    ...standings.flatMap(ofStandings),
    ...awards.flatMap(ofAwards),
    ...pots.flatMap(({ name, balance }) =>
      figures({ key: `pot ${name}`, where: "Pots", who: name }, { balance: ["money", balance] }),
    ),
    ...recordFigures(records),
  ];
}

/** The figures that are not the same before and after, in the order of the pages. */
export function movedFigures(before: readonly Figure[], after: readonly Figure[]): FigureChange[] {
  const was = new Map(before.map((figure) => [figure.key, figure]));
  const is = new Map(after.map((figure) => [figure.key, figure]));
  const moved = after
    .filter(({ key, value }) => (was.get(key)?.value ?? null) !== value)
    .map((figure) => change(figure, { before: was.get(figure.key)?.value ?? null, after: figure.value }));
  const gone = before
    .filter(({ key, value }) => !is.has(key) && value !== null)
    .map((figure) => change(figure, { before: figure.value, after: null }));
  return [...moved, ...gone];
}

const change = (
  { where, who, what, kind }: Figure,
  values: { before: FigureValue; after: FigureValue },
): FigureChange => ({ where, who, what, kind, ...values });

type Of = Pick<Figure, "key" | "where" | "who">;

const figures = ({ key, ...of }: Of, named: Record<string, [FigureKind, FigureValue]>): Figure[] =>
  Object.entries(named).map(([what, [kind, value]]) => ({ key: `${key} ${what}`, ...of, what, kind, value }));

const names = (people: readonly { name: string }[]): string => people.map(({ name }) => name).join(" + ");
const ids = (people: readonly { id: number }[]): string => people.map(({ id }) => id).join("-");
const yes = (says: boolean): FigureValue => (says ? "yes" : null);

function ofResults({ tournament, anglers, boats, bigBass, pots, payouts, ...shown }: ResultsShown): Figure[] {
  const { id, season, number, name } = tournament;
  const where = `${season}-${String(number).padStart(2, "0")} ${name}`;
  const of = (rest: string, who: string): Of => ({ key: `tournament ${id} ${rest}`, where, who });
  return [
    ...anglers.flatMap((line) => figures(of(`angler ${line.angler.id}`, line.angler.name), weighed(line))),
    ...boats.flatMap((line) => {
      const crew = line.crew.map(({ angler }) => angler);
      return figures(
        of(`boat ${line.entry}`, names(crew)),
        boatFigures(line, { alone: anglers.length === 0 }),
      );
    }),
    ...pots.flatMap((pot) =>
      figures(of(`pot ${pot.name}`, pot.name), {
        "pot before": ["money", pot.before],
        "pot added": ["money", pot.added],
        "pot paid": ["money", pot.paid],
        "pot winners": ["word", names(pot.winners) || null],
        "pot after": ["money", pot.after],
      }),
    ),
    // Place money stands on the lines; the pots' is told here.
    ...payouts.flatMap(({ to, words, cents }) => {
      const pot = pots.find(({ name: own }) => words === own || words.startsWith(`${own}, `))?.name;
      if (pot === undefined) return [];
      // What was paid stays paid; that the results say otherwise since is a figure of its own.
      const told = words.slice(pot.length + 2);
      return figures(of(`payout ${pot} ${ids(to)}`, names(to)), {
        [pot]: ["money", cents],
        [`${pot}, as it was`]: ["word", told === "" ? null : told],
      });
    }),
    ...figures(of("all", ""), {
      "big bass": ["weight", bigBass[0]?.weight ?? null],
      "big bass of": [
        "word",
        bigBass.map(({ crew, caughtBy }) => caughtBy?.name ?? names(crew)).join(", ") || null,
      ],
      fished: ["count", shown.fished],
      limits: ["count", shown.limits],
      zeros: ["count", shown.zeros],
      "total net": ["weight", shown.totalNet],
      "total fish": ["count", shown.totalFish],
    }),
  ];
}

const weighed = (line: AnglerResult | BoatResult): Record<string, [FigureKind, FigureValue]> => ({
  place: ["word", line.place === null ? null : `${line.place}${line.tied ? " tied" : ""}`],
  points: ["points", line.points],
  fish: ["count", line.fish],
  dead: ["count", line.dead],
  gross: ["weight", line.gross],
  penalty: ["weight", line.penalty],
  net: ["weight", line.net],
  "big bass": ["weight", line.bigBass],
  win: ["word", yes(line.win)],
  "place money": ["money", line.payout === 0 ? null : line.payout],
  outcome: ["word", line.outcome],
});

/** A boat beside its anglers has figures of the same names, and is told apart. */
function boatFigures(line: BoatResult, { alone }: { alone: boolean }): ReturnType<typeof weighed> {
  const said = weighed(line);
  return alone
    ? said
    : Object.fromEntries(Object.entries(said).map(([what, value]) => [`boat's ${what}`, value]));
}

function ofStandings({ season, races, official }: StandingsShown): Figure[] {
  return [
    ...figures(
      { key: `season ${season}`, where: `Standings ${season}`, who: "" },
      {
        "official tournaments": ["count", official],
      },
    ),
    ...races.flatMap(({ race, title, rows }) =>
      rows.flatMap((row) =>
        figures(
          {
            key: `season ${season} ${race} ${row.key}`,
            where: `Standings ${season}: ${title}`,
            who: names(row.crew),
          },
          {
            place: ["word", row.place === null ? null : `${row.place}${row.tied ? " tied" : ""}`],
            points: ["points", row.points],
            wins: ["count", row.wins],
            weight: ["weight", row.weight],
            events: ["count", row.events],
          },
        ),
      ),
    ),
  ];
}

function ofAwards({ season, awards }: AwardsShown): Figure[] {
  return awards.flatMap(({ title, winners }) => {
    const of = { key: `award ${season} ${title}`, where: `Awards ${season}`, who: "" };
    const [first] = winners;
    return [
      ...figures(of, { [title]: ["word", winners.map(({ crew }) => names(crew)).join(", ") || null] }),
      ...(first?.weight === null || first?.weight === undefined || first.points !== null
        ? []
        : figures(of, { [`${title}, weight`]: ["weight", first.weight] })),
    ];
  });
}
