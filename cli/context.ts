import { userInfo } from "node:os";
import type { Actor } from "#core/actor.ts";
import type { App } from "#core/app.ts";
import type { Config } from "#core/config.ts";
import type { Work } from "#core/work.ts";
import type { Section } from "./output.ts";
import { mindInterrupts } from "./interrupts.ts";
import { withPatience } from "./patience.ts";
import { openPrompts, type Prompts } from "./prompts.ts";
import { clean, paintFor, type Streams } from "./terminal.ts";

/** The flags every command takes. */
export interface Globals {
  home?: string;
  demo: boolean;
  json: boolean;
  csv: boolean;
  quiet: boolean;
  input: boolean;
  yes: boolean;
  color: boolean;
  as?: string;
  dryRun: boolean;
}

/** What a command has in its hands. Nothing is opened before it is asked for. */
export interface Context {
  readonly globals: Globals;
  readonly streams: Streams;
  readonly prompts: Prompts;
  readonly config: () => Promise<Config>;
  readonly app: () => Promise<App>;
  /** The operating-system user, on behalf of `--as ANGLER` where that is said. */
  readonly actor: () => Promise<Actor>;
  readonly read: <T>(verb: (work: Work) => Promise<T>) => Promise<T>;
  /** With `--dry-run` everything is done, told and taken back. */
  readonly write: <T>(verb: (work: Work) => Promise<T>) => Promise<T>;
  /** A sentence to the person, on stderr. */
  readonly say: (sentence: string) => void;
  /** The same for tables that a person should see before a question. */
  readonly show: (sections: Section[]) => Promise<void>;
  /** For what goes on until it is told to stop: from here on Ctrl-C is its own matter. */
  readonly mindsInterrupts: () => void;
  readonly interrupted: () => boolean;
  readonly close: () => Promise<void>;
}

export function openContext(streams: Streams, globals: Globals): Context {
  let opened: Promise<App> | undefined;
  const config = async (): Promise<Config> => {
    const { loadConfig } = await import("#core/config.ts");
    return loadConfig({ home: globals.home, demo: globals.demo });
  };
  const patiently = <T>(wait: () => Promise<T>): Promise<T> =>
    withPatience(streams, { quiet: globals.quiet, wait });
  const app = (): Promise<App> => (opened ??= patiently(() => open(config)));
  const leave = async (): Promise<void> => (await opened?.catch(() => undefined))?.close();
  let left: Promise<void> | undefined;
  const close = (): Promise<void> => (left ??= leave());
  const interrupts = mindInterrupts(streams, close);
  const actor = async (): Promise<Actor> => actOn(globals.as, app);
  return {
    globals,
    streams,
    prompts: openPrompts(streams, globals),
    config,
    app,
    actor,
    read: async (verb) => (await app()).read(await actor(), verb),
    write: async (verb) => {
      const club = await app();
      const by = await actor();
      return patiently(() => (globals.dryRun ? club.rehearse(by, verb) : club.write(by, verb)));
    },
    say: (sentence) => {
      if (!globals.quiet) streams.stderr.write(`${clean(sentence)}\n`);
    },
    show: async (sections) => {
      const { render } = await import("./render.ts");
      const { stderr } = streams;
      const look = { terminal: true, width: stderr.columns || 80, paint: paintFor(stderr, globals) };
      stderr.write(render({ sections }, { format: "screen", ...look }));
    },
    mindsInterrupts: interrupts.letGo,
    interrupted: () => interrupts.happened,
    close,
  };
}

async function open(config: () => Promise<Config>): Promise<App> {
  const { openApp } = await import("#core/app.ts");
  return openApp(await config());
}

async function actOn(reference: string | undefined, app: () => Promise<App>): Promise<Actor> {
  const { operator } = await import("#core/actor.ts");
  const user = operator(userName());
  if (reference === undefined) return user;
  const { resolvePerson } = await import("#core/anglers/anglers.service.ts");
  const { id } = await (await app()).read(user, (work) => resolvePerson(work, { reference }));
  return operator(user.name, id);
}

/** A user without an entry in the system's list, as in some containers, is known by number. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? ""}`.trim();
  }
}
