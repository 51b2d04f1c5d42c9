import type { Fault } from "./faults.ts";
import type { Pace } from "./limits.ts";
import { type Refused, sentenceOf } from "./refused.ts";

export interface Reply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

export function refusal({ status, body }: Refused, headers: Record<string, string> = {}): Reply {
  if (status !== 429) return { status, body, headers };
  return { status, body, headers: { ...headers, "retry-after": String(body["retry_after"]) } };
}

/** What a test ordered; undefined: hang up. */
export function faulty({ status, code = 0, retryAfter: seconds = 1, hangUp }: Fault): Reply | undefined {
  if (hangUp === true || status === undefined) return undefined;
  if (status >= 500) return { status };
  if (status !== 429) return { status, body: { message: sentenceOf(code), code } };
  const body = { message: "You are being rate limited.", retry_after: seconds, global: false, code };
  return { status, body, headers: { "retry-after": String(seconds) } };
}

export const tooMany = ({ resetAfter }: Pace, headers: Record<string, string>): Reply => ({
  status: 429,
  body: {
    message: "You are being rate limited.",
    retry_after: Number(resetAfter.toFixed(3)),
    global: "x-ratelimit-global" in headers,
    code: 0,
  },
  headers: { ...headers, "retry-after": resetAfter.toFixed(3) },
});

/** The limit as every reply tells it. */
export const limitHeaders = (
  { refused, remaining, resetAfter }: Pace,
  { bucket, requests }: { bucket: string; requests: number },
): Record<string, string> => ({
  "x-ratelimit-limit": String(requests),
  "x-ratelimit-remaining": String(remaining),
  "x-ratelimit-reset": ((Date.now() + resetAfter * 1000) / 1000).toFixed(3),
  "x-ratelimit-reset-after": resetAfter.toFixed(3),
  "x-ratelimit-bucket": bucket,
  ...(refused && { "x-ratelimit-scope": "user" }),
});
