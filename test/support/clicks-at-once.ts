import { visitor } from "#core/actor.ts";
import { getPoll, type PollShown } from "#core/polls/polls.service.ts";
import type { BotClub } from "./bot-club.ts";
import type { SeenMessage } from "./discord/seen.ts";

interface Outcome {
  voted: number;
  /** Who read something else than that their vote is in, and who waited in vain for three seconds. */
  unanswered: number;
  late: number;
  tally: Record<string, number | null>;
  /** How often the message was drawn anew, in how many seconds. */
  edits: number;
  seconds: number;
  /** Milliseconds until a press had its answer: all but one of a hundred were quicker. */
  p99: number;
}

/** Every member presses at the same moment, by turns the first and the second option. */
export async function votesAtOnce(
  { app, discord, people }: Pick<BotClub, "app" | "discord" | "people">,
  { poll, message }: { poll: PollShown; message: SeenMessage },
): Promise<Outcome> {
  const labels = message.buttons.slice(0, 2).map(({ label }) => label);
  const { length } = discord.sent;
  const from = performance.now();
  const replies = await Promise.all(people.map((person, at) => person.press(message, labels[at % 2]!)));
  const last = `${people.length} of ${people.length} members`;
  const drawn = () => discord.channel(message.channel).messages.find(({ id }) => id === message.id);
  await discord.until(() => drawn()?.text.includes(last) === true, {
    what: `${last} have voted`,
    seconds: 40,
  });
  const { turnout, questions } = await app.read(visitor, (work) => getPoll(work, { poll: poll.id }));
  const after = replies
    .map(({ acknowledgedAfter }) => acknowledgedAfter)
    .toSorted((one, other) => one - other);
  return {
    voted: turnout.voted,
    unanswered: replies.filter(({ kind, text }) => kind !== "failed" && !text.startsWith("Your vote is in."))
      .length,
    late: replies.filter(({ kind }) => kind === "failed").length,
    seconds: (performance.now() - from) / 1_000,
    tally: Object.fromEntries(questions[0]!.options.map(({ label, votes }) => [label, votes])),
    edits: discord.sent
      .slice(length)
      .filter(({ method, url }) => method === "PATCH" && url.endsWith(message.id)).length,
    p99: after[Math.ceil(after.length * 0.99) - 1]!,
  };
}
