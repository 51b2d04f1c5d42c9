import { shore, short, text } from "./tournament-picture.chart.ts";

/** What stands beside a link to any other page of the site: the club's patch and its name, 1200 by 630 pixels. */
export function clubPicture({ club, patch }: { club: string; patch: string }): string {
  const name = { x: 500, fill: "#fffdf6", weight: 700 };
  const [first = "", second = ""] = inTwo(club);
  return [
    ...shore,
    `<g transform="translate(80 120)">${patch.replace("<svg ", '<svg width="360" height="360" ')}</g>`,
    text({ ...name, y: second ? 280 : 330, size: 84, value: short(first, 22) }),
    ...(second ? [text({ ...name, y: 380, size: 84, value: short(second, 22) })] : []),
    `<rect x="500" y="${second ? 420 : 370}" width="120" height="7" fill="#f0c46a"/>`,
    `</svg>`,
  ].join("");
}

/** A name as one line, or where that is too long as two of about the same length. */
function inTwo(name: string): string[] {
  if (name.length <= 20) return [name];
  const words = name.split(" ");
  const ends = words.map((_, at) => words.slice(0, at + 1).join(" ").length);
  const half = ends.findIndex((end) => end >= name.length / 2);
  return [words.slice(0, half + 1).join(" "), words.slice(half + 1).join(" ")];
}
