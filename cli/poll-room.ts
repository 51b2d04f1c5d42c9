import type { CreatePoll } from "#core/polls/polls.schemas.ts";
import { clubInstant } from "#core/time.ts";
import type { Context } from "./context.ts";
import { readMoment } from "./poll-input.ts";
import { faultOf, type Questions } from "./questions.ts";

interface Moment {
  day: string;
  time: string;
}

/** A poll as far as it is said. */
export interface SaidPoll {
  kind?: CreatePoll["kind"];
  title?: string;
  description?: string;
  tournament?: string;
  lakes?: { lake: string; ramps?: string[] }[];
  hours?: { firstCast: string; weighIn: string }[];
  options?: string[];
  offices?: { office: string; candidates: string[] }[];
  year?: number;
  bylaw?: boolean;
  secret?: boolean;
  opens?: Moment | undefined;
  closes?: Moment | undefined;
}

/** What the conversation has in its hands. */
export interface PollRoom {
  context: Context;
  questions: Questions;
  zone: string;
  today: string;
}

/** Asks for a moment on the club's clock until there is one; without a fallback Enter means now. */
export async function askMoment(
  { questions, zone }: PollRoom,
  { message, fallback }: { message: string; fallback: Moment | null },
): Promise<Moment | undefined> {
  const answer = await questions.line({
    message,
    fallback: fallback === null ? "now" : `${fallback.day} ${fallback.time}`,
    check: (text) => {
      if (fallback === null && text === "now") return true;
      return faultOf(() => {
        const { day, time } = readMoment(text, "It")!;
        clubInstant(day, time, zone);
      });
    },
  });
  return answer === "now" ? undefined : readMoment(answer, message);
}
