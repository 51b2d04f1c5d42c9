import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Command } from "./command.ts";

export interface Entry {
  name: string;
  command: Command;
}

/** What each group is about, in the order of the help. A group without a directory yet is not shown. */
const groups: Record<string, string> = {
  season: "A year with its rules",
  event: "The club's calendar",
  tournament: "Tournaments, from the plan to official",
  results: "What was weighed, and what it came to",
  ruling: "Decisions the rules leave to people",
  standings: "The season's races, and why they stand as they do",
  pot: "The pots: their ledger, and who joined the optional ones",
  member: "Anglers: members, guests and applicants",
  dues: "Who has paid, and until when",
  officer: "Who holds which office",
  lake: "Lakes of the club",
  ramp: "Ramps of the lakes",
  poll: "Votes for lake, ramp, hours and more",
  news: "What the club announces",
  notice: "Mail and messages on their way",
  page: "The club's texts: about, bylaws, join",
  account: "Signing in on the site",
  credential: "Secrets and their age",
  discord: "The club's Discord server",
  database: "Schema, backups and checks",
  audit: "Who changed what, and why",
  config: "What this installation is set to",
  run: "What cron should do now",
};

// The chapters of the help from top to bottom; what none of them names stands under the last.
const chapters: Record<string, string[]> = {
  "To begin": ["init", "demo", "status", "serve"],
  "The season": ["season", "event", "tournament", "results", "ruling"],
  "How it stands": ["standings", "awards", "records", "pot"],
  "People and places": ["member", "dues", "officer", "lake", "ramp"],
  "Talking with members": ["poll", "news", "notice", "page", "account", "discord"],
  Upkeep: ["doctor", "config", "credential", "database", "audit", "run", "completion", "help"],
};

/** The chapter of the help that a group or a command that stands alone belongs to. */
export const chapterOf = (name: string): string =>
  Object.keys(chapters).find((title) => chapters[title]!.includes(name)) ?? Object.keys(chapters).at(-1)!;

/** The chapters in their order, each with its commands in theirs. */
export const listChapters = (): [string, string[]][] => Object.entries(chapters);

const suffix = ".command.ts";
const root = join(import.meta.dirname, "commands");

/** The groups that have commands, without loading any. */
export function listGroups(): { name: string; summary: string }[] {
  const built = new Set(
    readdirSync(root, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])),
  );
  return Object.entries(groups).flatMap(([name, summary]) => (built.has(name) ? [{ name, summary }] : []));
}

/** The commands of one group in order of name, or those that stand alone (`sabc status`) when none is named. */
export async function loadCommands(group = ""): Promise<Entry[]> {
  const files = readdirSync(join(root, group)).filter((file) => file.endsWith(suffix));
  return Promise.all(files.toSorted().map((file) => load(join(root, group, file))));
}

async function load(path: string): Promise<Entry> {
  const loaded: { command: Command } = await import(pathToFileURL(path).href);
  return { name: path.slice(path.search(/[^/\\]+$/), -suffix.length), command: loaded.command };
}
