import { stripVTControlCharacters } from "node:util";
import { type IPty, spawn } from "@lydell/node-pty";
import { operator } from "#core/actor.ts";
import { openApp } from "#core/app.ts";
import { loadConfig } from "#core/config.ts";
import { addMembers } from "#core/membership/membership.service.ts";
import { setRules } from "#core/results/season-rules.service.ts";
import { addTournament } from "#core/tournaments/new-tournaments.service.ts";
import { openTournament } from "#core/tournaments/open-tournament.service.ts";
import { type Figure, type Measurement, milliseconds } from "./measure.ts";
import { withTemporaryHome } from "./temporary-home.ts";

const officer = operator("load");
const anglers = 1_000;
const boats = 20;
const goal = "≤ 100 ms";

/** How long an officer at the scales waits: for the type-ahead over 1,000 anglers, and for a boat to be saved. */
export const weighIn: Measurement = {
  name: "weigh-in",
  measure: () =>
    withTemporaryHome(async (home) => {
      const app = await openApp(loadConfig({ home, env: {} }));
      try {
        const members = Array.from({ length: anglers }, (_, at) => ({
          name: nameOf(at),
          status: at % 3 === 0 ? ("guest" as const) : ("member" as const),
          from: "2020-01-01",
          aliases: [`Skipper ${spelled(at)}`],
        }));
        await app.write(officer, (work) => addMembers(work, { members }));
        await app.write(officer, (work) => setRules(work, { year: 2026, rules: "sabc-team" }));
        const added = { year: 2026, name: "January", firstDay: "2026-01-25" };
        const { id } = await app.write(officer, (work) => addTournament(work, added));
        await app.write(officer, (work) => openTournament(work, { tournament: id }));
        return await atTheScales(home);
      } finally {
        await app.close();
      }
    }),
};

async function atTheScales(home: string): Promise<Figure[]> {
  const person = sitDown(home);
  const found: number[] = [];
  const saved: number[] = [];
  for (let boat = 1; boat <= boats; boat += 1) {
    await person.sees("more) (");
    person.types("\r");
    for (const [question, at] of [
      ["First angler", boat * 3 + 1],
      ["Second angler", boat * 3 + 500 + 1],
    ] as const) {
      await person.sees(question);
      const name = nameOf(at);
      found.push(await person.waits(name, `❯ ${name}`));
      // Long enough for the list to be that of the last letter.
      await person.pauses();
      person.types("\r");
      await person.sees(`✔ ${question}`);
    }
    for (const [question, answer] of [
      ["Fish (at most", "5"],
      ["Dead", "0"],
      ["Gross weight", `${boat + 9}.25`],
    ] as const) {
      await person.sees(question);
      person.types(`${answer}\r`);
    }
    await person.sees("Biggest fish");
    saved.push(await person.waits("0\r", "Saved. Boat"));
  }
  await person.sees("more) (");
  person.types("q\r");
  return [
    figure(`type-ahead over ${anglers} anglers, a whole name typed`, found),
    figure("a boat: from the last answer until it is saved", saved),
  ].flat();
}

function figure(what: string, times: number[]): Figure[] {
  const sorted = times.toSorted((one, other) => one - other);
  return [
    {
      what: `${what}, median of ${times.length}`,
      figure: milliseconds(sorted[Math.floor(sorted.length / 2)]!),
      goal,
    },
    { what: `${what}, the slowest`, figure: milliseconds(sorted.at(-1)!), goal },
  ];
}

/** `sabc results enter` in a real pseudo-terminal, and someone before it. */
function sitDown(home: string) {
  const child: IPty = spawn(
    process.execPath,
    ["cli/sabc.ts", "results", "enter", "2026-01", "--home", home],
    {
      name: "xterm-256color",
      cols: 110,
      rows: 50,
      env: process.env,
    },
  );
  let raw = "";
  let seen = 0;
  let looked: (() => void) | undefined;
  child.onData((chunk) => {
    raw += chunk;
    looked?.();
  });
  const sees = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${text} did not come:\n${raw.slice(-1_000)}`)), 10_000);
      looked = () => {
        const screen = stripVTControlCharacters(raw).replaceAll("\r", "");
        const at = screen.indexOf(text, seen);
        if (at === -1) return;
        seen = at + text.length;
        looked = undefined;
        clearTimeout(late);
        resolve();
      };
      looked();
    });
  return {
    sees,
    types: (text: string) => child.write(text),
    pauses: () => new Promise((resolve) => setTimeout(resolve, 50)),
    async waits(typed: string, shown: string) {
      const start = performance.now();
      child.write(typed);
      await sees(shown);
      return performance.now() - start;
    },
  };
}

const firsts = ["Ann", "Bob", "Cy", "Dee", "Eve", "Fay", "Gus", "Hal", "Ivy", "Jim"];
const nameOf = (at: number): string => `${firsts[at % 10]} ${spelled(at)}`;

/** Letters for a number, so that no two names are alike. */
function spelled(at: number): string {
  const letters = Array.from(String(at).padStart(3, "0"), (digit) => "bacedifogu"[Number(digit)]!).join("");
  return `${letters.charAt(0).toUpperCase()}${letters.slice(1)}son`;
}
