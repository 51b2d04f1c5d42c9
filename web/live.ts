import type { ServerResponse } from "node:http";
import type { Changes } from "./changes.ts";

/** Visitors who follow a weigh-in: each hears that something changed, and fetches the page it looks at anew. */
export interface Live {
  /** Keeps the answer open until the visitor leaves; false where there are too many, or the site is stopping. */
  follow(response: ServerResponse): boolean;
  /** Lets everyone go; they come back to whoever serves next. */
  end(): void;
}

interface Pace {
  /** How many may follow at once; each holds a connection. */
  most: number;
  /** Milliseconds: how often a silent line is shown to be alive, and how long changes are gathered. */
  beat: number;
  gather: number;
}

const usual: Pace = { most: 1_000, beat: 15_000, gather: 200 };

export function openLive(changes: Changes, pace: Partial<Pace> = {}): Live {
  const { most, beat, gather } = { ...usual, ...pace };
  const following = new Set<ServerResponse>();
  let ended = false;
  let gathering: NodeJS.Timeout | null = null;

  const say = (words: string): void => {
    for (const response of following) {
      // Who did not take what was said last is gone, or as good as gone.
      if (response.writableNeedDrain) response.destroy();
      else response.write(words);
    }
  };
  const beating = setInterval(() => say(":\n\n"), beat).unref();
  changes.tell((heard) => {
    // While the line is lost nothing is known; when it is back, anything may have changed.
    if (heard === "lost" || following.size === 0) return;
    gathering ??= setTimeout(() => {
      gathering = null;
      say("event: changed\ndata:\n\n");
    }, gather).unref();
  });

  return {
    follow(response) {
      if (ended || following.size >= most) return false;
      following.add(response);
      response.on("close", () => following.delete(response));
      // They do not all come back in the same moment.
      response.write(`retry: ${2_000 + Math.floor(Math.random() * 4_000)}\n\n`);
      return true;
    },
    end() {
      ended = true;
      clearInterval(beating);
      if (gathering !== null) clearTimeout(gathering);
      for (const response of following) response.end();
    },
  };
}
