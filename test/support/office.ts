import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after } from "node:test";
import { openApp } from "#core/app.ts";
import { moveClock } from "./clock.ts";
import { cloneDatabase, testConfig } from "./database.ts";
import { freshHome, startSabc } from "./process.ts";
import { sabc, type Said } from "./sabc.ts";
import { startSmtp } from "./smtp.ts";

/** How a command is started: a process of its own, or in this one, which takes a tenth of the time. */
export type Start = (words: string[], home: string) => Promise<Said>;

interface Office {
  home: string;
  /** Makes it another time of the club's; noon when left out. */
  itIs: (day: string, time?: string) => Promise<void>;
  /** The command as it is typed: done, and what it said and printed. */
  done: (...words: string[]) => Promise<string>;
  /** Done, and what it printed with --json. */
  read: (...words: string[]) => Promise<Printed>;
  /** Refused with this exit code, in one sentence or a list of problems, which it gives. */
  refused: (code: number, ...words: string[]) => Promise<string>;
  /** A file with this text, by its path. */
  file: (name: string, text: string) => string;
  /** What arrived since it was asked last: `ann: Dues received: $25.00`, sorted. */
  mail: () => string[];
}

// What is printed is looked into deeply, by tests that fail where it is not there.
// oxlint-disable-next-line typescript/no-explicit-any
type Printed = any;

export const asProcess: Start = async (words, home) => {
  const { code, stdout, stderr } = await startSabc(words, { home, typed: null }).ended;
  return { code: code ?? -1, stdout, stderr };
};

export const inThisProcess: Start = (words, home) => sabc([...words, "--home", home]);

/** A desk with a terminal, a mail server and nothing set up. */
export async function openOffice(start: Start): Promise<Office> {
  const home = freshHome("sabc-office-");
  const url = await cloneDatabase();
  const smtp = await startSmtp();
  const app = await openApp(testConfig(url));
  after(() => app.close());
  const file = (name: string, text: string): string => {
    const path = join(home, name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  };
  file("database-url", url);
  file("smtp-url", `${smtp.url}?tls=off`);

  const type = (words: string[]) => start([...words, "--no-input"], home);
  const done = async (...words: string[]): Promise<string> => {
    const { code, stdout, stderr } = await type(words);
    assert.equal(code, 0, `sabc ${words.join(" ")}: ${stderr}${stdout}`);
    return `${stderr}${stdout}`;
  };
  let seen = 0;
  return {
    home,
    file,
    done,
    itIs: (day, time) => moveClock(app, day, time),
    read: async (...words) => {
      const { code, stdout, stderr } = await type([...words, "--json"]);
      assert.equal(code, 0, `sabc ${words.join(" ")}: ${stderr}`);
      return JSON.parse(stdout);
    },
    refused: async (code, ...words) => {
      const end = await type(words);
      assert.deepEqual([end.code, end.stdout], [code, ""], `sabc ${words.join(" ")}: ${end.stderr}`);
      assert.match(end.stderr, /sabc: \S/);
      return end.stderr;
    },
    mail: () => {
      const fresh = smtp.arrived.slice(seen);
      seen = smtp.arrived.length;
      return fresh.map(({ to, mail }) => `${to.join().split("@")[0]}: ${mail.subject}`).toSorted();
    },
  };
}

/** The line of each who got the same. */
export const toEach = (names: string[], subject: string): string[] =>
  names.map((name) => `${name}: ${subject}`);
