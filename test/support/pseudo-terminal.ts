import { join } from "node:path";
import { PassThrough } from "node:stream";
import { after } from "node:test";
import { stripVTControlCharacters } from "node:util";
import { spawn } from "@lydell/node-pty";
import { main } from "../../cli/program.ts";

/** A person at a real terminal: `sabc` in a process of its own, with what it shows and what is typed. */
export interface Terminal {
  /** Waits until the pattern stands on the screen after what was waited for before; gives what it matched. */
  shows(pattern: RegExp): Promise<RegExpExecArray>;
  /** Whether it stands there within a moment. */
  showsSoon(pattern: RegExp): Promise<boolean>;
  /** Answers this on the way, wherever it comes up before what is waited for. */
  whenever(pattern: RegExp, text: string): void;
  type(text: string): void;
  /** Types and presses Enter. */
  answer(text: string): void;
  /** `kill -9`. */
  kill(): void;
  readonly exit: Promise<number>;
  /** All that was shown. */
  readonly screen: () => string;
}

const patience = 20_000;
const program = join(import.meta.dirname, "../../cli/sabc.ts");

/** Starts `sabc WORDS` in a pseudo-terminal; ended with the test file whatever happens. */
export function openTerminal(words: string[], { home }: { home: string }): Terminal {
  const child = spawn(process.execPath, [program, ...words, "--home", home], {
    name: "xterm-256color",
    cols: 110,
    rows: 50,
    env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined },
  });
  let ended = false;
  const exit = new Promise<number>((resolve) => {
    child.onExit(({ exitCode, signal }) => {
      ended = true;
      resolve(signal ? 128 + signal : exitCode);
    });
  });
  const kill = (): void => {
    if (!ended) process.kill(child.pid, "SIGKILL");
  };
  after(async () => {
    kill();
    await exit;
  });
  return watch({
    hear: (listener) => void child.onData(listener),
    type: (text) => child.write(text),
    kill,
    exit,
  });
}

/** The same in this process, which starts faster; it cannot be killed. */
export function openScreen(words: string[], { home }: { home: string }): Terminal {
  const look = { isTTY: true, columns: 110, rows: 50, hasColors: () => true };
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  const stdout = Object.assign(new PassThrough(), look);
  // A process cannot end its stderr, and the prompts try.
  const stderr = Object.assign(new PassThrough(), look, { end: () => undefined });
  return watch({
    hear(listener) {
      for (const stream of [stdout, stderr]) stream.on("data", (chunk: Buffer) => listener(chunk.toString()));
    },
    type: (text) => stdin.write(text),
    kill: () => {
      throw new Error("Only a process can be killed.");
    },
    exit: main([...words, "--home", home], { stdin, stdout, stderr }),
  });
}

interface Place {
  hear: (listener: (chunk: string) => void) => void;
  type: (text: string) => void;
  kill: () => void;
  exit: Promise<number>;
}

function watch({ hear, type, kill, exit }: Place): Terminal {
  let raw = "";
  let plain: string | undefined;
  let seen = 0;
  let shownMore = (): void => undefined;
  hear((chunk) => {
    raw += chunk;
    plain = undefined;
    // Nobody answers while the question is still being written.
    setTimeout(() => shownMore(), blink);
  });
  const screen = (): string => (plain ??= stripVTControlCharacters(raw).replaceAll("\r", ""));
  const find = async (pattern: RegExp, patience: number): Promise<RegExpExecArray | null> => {
    const deadline = performance.now() + patience;
    for (;;) {
      const shown = screen().slice(seen);
      const match = pattern.exec(shown);
      const aside = asides.find((one) => one.pattern.test(shown));
      if (aside && !match) {
        const [text] = aside.pattern.exec(shown)!;
        seen += shown.indexOf(text) + text.length;
        type(`${aside.text}\r`);
        continue;
      }
      if (match) {
        seen += match.index + match[0].length;
        return match;
      }
      const left = deadline - performance.now();
      if (left <= 0) return null;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        shownMore = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const asides: { pattern: RegExp; text: string }[] = [];
  return {
    whenever: (pattern, text) => void asides.push({ pattern, text }),
    type,
    answer: (text) => type(`${text}\r`),
    kill,
    exit,
    screen,
    showsSoon: async (pattern) => (await find(pattern, soon)) !== null,
    async shows(pattern) {
      const match = await find(pattern, patience);
      if (match) return match;
      throw new Error(`${String(pattern)} did not come. The screen:\n${screen().slice(-2_000)}`);
    },
  };
}

const blink = 5;
const soon = 200;
