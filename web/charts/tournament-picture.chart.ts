import type { LatestResults, ResultsShown } from "#core/results/results.service.ts";
import { escape } from "../escape.ts";
import { type Told, told } from "../told.ts";
import { words } from "../words.ts";

interface Given {
  club: string;
  results: Pick<ResultsShown, "tournament">;
  podium: LatestResults["podium"];
}

/** What stands beside a link to a tournament elsewhere: 1200 by 630 pixels, in letters a phone shows small. */
export function tournamentPicture({ club, results: { tournament }, podium }: Given): string {
  const { lake, name, season, number } = tournament;
  const title = lake?.name ?? name;
  const lines =
    podium.length > 0 && !tournament.cancelled
      ? podium.map((step) => stepLine(step, told(tournament.measure)))
      : facts(tournament);
  return [
    ...shore,
    text({ x: 70, y: 92, size: 40, fill: "#f0c46a", weight: 600, value: short(club, 56) }),
    text({ x: 66, y: 216, size: 116, fill: "#fffdf6", weight: 700, value: short(title, 22) }),
    text({
      x: 70,
      y: 276,
      size: 44,
      fill: "#e4f1ea",
      weight: 600,
      value: `${words.span(tournament)} · Tournament ${number} of ${season}`,
    }),
    `<rect x="70" y="306" width="120" height="7" fill="#f0c46a"/>`,
    ...lines.map((value, at) =>
      text({ x: 70, y: 384 + at * 62, size: 52, fill: "#fffdf6", weight: 600, value: short(value, 44) }),
    ),
    text({ x: 70, y: 594, size: 38, fill: "#f0c46a", weight: 600, value: stateOf(tournament) }),
    `</svg>`,
  ].join("");
}

/** Where every picture begins: deep water, a bank and its reeds. */
export const shore = [
  `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" font-family="Barlow Condensed">`,
  `<rect width="1200" height="630" fill="#0d4147"/>`,
  `<path d="M0 520q75-34 150 0t150 0 150 0 150 0 150 0 150 0 150 0 150 0v110H0z" fill="#072a2e"/>`,
  `<g fill="none" stroke="#4d6723" stroke-width="7" stroke-linecap="round"><path d="M1080 640q-6-80 8-170M1112 640q10-60 4-210M1140 640q-14-60-34-100M1162 640q4-90 26-140"/></g>`,
  `<g stroke="#7a4620" stroke-width="17" stroke-linecap="round"><path d="M1117 424v46M1088 476l-2 34"/></g>`,
];

const stepLine = (step: LatestResults["podium"][number], { full }: Told): string =>
  `${words.place(step)}  ${short(words.names(step.crew), 30)}  ${full(step.net)}`;

function facts({ ramp, firstCast, weighIn, cancelled }: ResultsShown["tournament"]): string[] {
  if (cancelled) return ["This tournament does not take place."];
  return [
    ...(ramp ? [ramp.name] : []),
    ...(firstCast ? [`First cast ${words.time(firstCast)}`] : []),
    ...(weighIn ? [`Weigh-in ${words.time(weighIn)}`] : []),
  ];
}

const states = {
  scheduled: "",
  weighing: "At the scales",
  provisional: "Provisional",
  official: "Official results",
};

const stateOf = ({ cancelled, state }: ResultsShown["tournament"]): string =>
  cancelled || state === "cancelled" ? "Cancelled" : states[state];

interface Line {
  x: number;
  y: number;
  size: number;
  fill: string;
  weight: number;
  value: string;
}

export const text = ({ x, y, size, fill, weight, value }: Line): string =>
  `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" xml:space="preserve">${escape(value)}</text>`;

/** As much of a text as there is room for. */
export function short(value: string, most: number): string {
  const signs = Array.from(value.toWellFormed().replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, " "));
  return signs.length <= most
    ? signs.join("")
    : `${signs
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}
