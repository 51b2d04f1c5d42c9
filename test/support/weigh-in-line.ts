import { clubHome, sabc } from "./sabc.ts";
import { openScreen, openTerminal, type Terminal } from "./pseudo-terminal.ts";

/** A boat as an officer types it. */
export interface Typed {
  boat: number;
  /** Names as far as they are typed, with what is chosen then. */
  crew: (string | { typed: string; chosen: RegExp })[];
  /** Fish, dead, gross, biggest; one for the boat, or one for each aboard. */
  bags: [fish: number, dead: number, weight: string, big: string][];
}

export const firstNames = ["Ann", "Bob", "Cy", "Dee", "Eve", "Fay", "Gus", "Hal", "Ivy", "Jim"];
export const lastNames = ["Lee", "Cruz", "Poe", "Ray"];
export const everyone = lastNames.flatMap((last) => firstNames.map((first) => `${first} ${last}`));

/** A club of forty members with a tournament of this format, scheduled. */
export async function lineClub(rules: "sabc-team" | "sabc-individual"): Promise<string> {
  const home = await clubHome();
  const { openApp } = await import("#core/app.ts");
  const { loadConfig } = await import("#core/config.ts");
  const { addMembers } = await import("#core/membership/membership.service.ts");
  const { tester } = await import("./small-club.ts");
  const app = await openApp(loadConfig({ home, env: {} }));
  try {
    const members = everyone.map((name) => ({ name, status: "member" as const, from: "2020-01-01" }));
    await app.write(tester, (work) => addMembers(work, { members }));
  } finally {
    await app.close();
  }
  await run(home, "season", "rules", "2026", "--set", rules);
  await run(home, "tournament", "add", "January", "2026-01-25");
  return home;
}

export async function run(home: string, ...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await sabc([...words, "--home", home]);
  if (code !== 0) throw new Error(`${words.join(" ")}: ${stderr}`);
  return stdout;
}

/** The boats of the tournament as they are stored: number, crew and bags. */
export async function bookOf(home: string): Promise<string[]> {
  const text = await run(home, "results", "export", "2026-01");
  return text.trim().split("\n").slice(1).toSorted();
}

export const openLine = (home: string): Terminal => openTerminal(["results", "enter", "2026-01"], { home });

/** The same without a process of its own. */
export const lineInside = (home: string): Terminal => openScreen(["results", "enter", "2026-01"], { home });

/** Answers that the scales be opened, and waits for the line. */
export async function begin(terminal: Terminal): Promise<void> {
  await terminal.shows(/Open the scales now\?/);
  terminal.answer("");
  await atLine(terminal);
}

export async function atLine(terminal: Terminal): Promise<number> {
  const [, offered] = await terminal.shows(/\? Boat \(or .*? more\) \((\d+)\)/);
  return Number(offered);
}

/** Types a boat in the order of the line, and gives what was understood. */
export async function typeBoat(terminal: Terminal, boat: Typed, { until = Infinity } = {}): Promise<string> {
  const steps = stepsOf(boat);
  for (const step of steps.slice(0, until)) await step(terminal);
  if (until < steps.length) return "";
  const [, words] = await terminal.shows(/Saved\. (Boat .*)\n/);
  return words!;
}

type Step = (terminal: Terminal) => Promise<void>;

/** Question by question, so that one can stop after any. */
export function stepsOf({ boat, crew, bags }: Typed): Step[] {
  const asked =
    (pattern: RegExp, text: string): Step =>
    async (terminal) => {
      await terminal.shows(pattern);
      terminal.answer(text);
    };
  return [
    async (terminal) => terminal.answer(String(boat)),
    choosing(/First angler/, crew[0]!),
    crew[1] === undefined
      ? choosing(/Second angler/, { typed: "solo", chosen: /❯ solo/ })
      : choosing(/Second angler/, crew[1]),
    ...bags.flatMap(([fish, dead, weight, big]) => [
      fish === 0 ? nothing : asked(/Fish \(at most \d+\)/, String(fish)),
      ...(fish === 0
        ? []
        : [asked(/Dead/, String(dead)), asked(/Gross weight/, weight), asked(/Biggest fish/, big)]),
      ...(Number(big) > 5 && bags.length === 1 && crew.length === 2 ? [asked(/Who caught it/, "1")] : []),
    ]),
  ];
}

/** Waits until it is taken: the same words are asked of the next angler, who may be asked nothing if the number is gone. */
async function nothing(terminal: Terminal): Promise<void> {
  await terminal.shows(/Fish \(at most \d+\)/);
  terminal.answer("0");
  await terminal.shows(/✔ .*Fish \(at most \d+\) 0/);
}

/** Type-ahead: types, waits until the person is the one to be chosen, and chooses. */
export function choosing(question: RegExp, who: string | { typed: string; chosen: RegExp }): Step {
  const { typed, chosen } = typeof who === "string" ? { typed: who, chosen: new RegExp(`❯ ${who}`) } : who;
  return async (terminal) => {
    await terminal.shows(question);
    terminal.type(typed);
    await terminal.shows(chosen);
    // While the list of the last letter is still being made, Enter waits for it to be pressed again.
    for (let pressed = 0; pressed < 20; pressed += 1) {
      terminal.answer("");
      if (await terminal.showsSoon(new RegExp(`✔ ${question.source}`))) return;
    }
    throw new Error(`${typed} was not chosen. The screen:\n${terminal.screen().slice(-2_000)}`);
  };
}
