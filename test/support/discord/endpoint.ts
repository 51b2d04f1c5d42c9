import type { LocalFile } from "./request-body.ts";
import type { World } from "./world.ts";

/** One request as an endpoint gets it. */
export interface Call {
  world: World;
  /** From the path, by Discord's names: `channel_id`. */
  id: (name: string) => string;
  query: URLSearchParams;
  body: unknown;
  /** What came beside a message. */
  files: LocalFile[];
}

export interface Answer {
  status: 200 | 201 | 204;
  body?: unknown;
}

/** One method on one path of Discord's published description, spelled as there. */
export interface Endpoint {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  /** Who may call: the bot's token, or whoever knows the interaction's token in the path. */
  by: "bot" | "interaction";
  /** So many requests per so many milliseconds, counted per channel, guild or interaction; none: only the global limit. */
  limit?: { requests: number; per: number };
  answer: (call: Call) => Answer;
}
