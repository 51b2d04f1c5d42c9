import { type BotNight, withBotNight } from "./bot-night.ts";
import { type Figure, type Measurement, milliseconds } from "./measure.ts";
import { percentile } from "./voting-club.ts";

const count = 300;

/** Three hundred members press at the same moment, twice: on a bot that has just begun, and once more to change their vote. */
export const atOnce: Measurement = {
  name: "at-once",
  measure: () =>
    withBotNight({ members: count }, async (night) => [
      ...(await measureBurst(night, { labels: ["Hall", "Park"], said: "Your vote is in." })),
      ...(await measureBurst(night, { labels: ["Park", "Lake"], said: "Your vote is changed." })),
    ]),
};

async function measureBurst(
  { people, message, poll, work }: BotNight,
  { labels, said }: { labels: string[]; said: string },
): Promise<Figure[]> {
  const drawn = message();
  const before = await work();
  const answers = await Promise.all(
    people.map((person, at) => person.press(drawn, labels[at % labels.length]!)),
  );
  const worked = (await work()) - before;
  const waits = answers.map(({ acknowledgedAfter }) => acknowledgedAfter);
  const answered = answers.filter(({ text }) => text.startsWith(said)).length;
  const what = (figure: string): string => `${count} at once, "${said}" ${figure}`;
  return [
    { what: what("half of them within"), figure: milliseconds(percentile(waits, 0.5)), goal: "" },
    { what: what("p99"), figure: milliseconds(percentile(waits, 0.99)), goal: "< 1000 ms" },
    { what: what("the bot's own work for one"), figure: `${(worked / count).toFixed(1)} ms`, goal: "" },
    { what: what("so answered"), figure: String(answered), goal: String(count) },
    { what: what("ballots"), figure: String((await poll()).turnout.voted), goal: String(count) },
  ];
}
