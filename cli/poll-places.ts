import { DomainError } from "#core/errors.ts";
import type { LakeShown } from "#core/lakes/lakes.service.ts";
import type { LocationPollDefaults } from "#core/polls/poll-defaults.service.ts";
import { historySections } from "./place-history-shown.ts";
import { askMoment, type PollRoom, type SaidPoll } from "./poll-room.ts";
import { faultOf } from "./questions.ts";
import { readHours } from "./poll-input.ts";

/** Asks what a location poll offers: its lakes with their ramps, and hours, after showing where the club was. */
export async function askPlaces(room: PollRoom, said: SaidPoll): Promise<SaidPoll> {
  const defaults = await chooseTournament(room, said.tournament);
  const { context } = room;
  const { tournament, history } = defaults;
  context.say(`For ${tournament.name} on ${tournament.firstDay}.`);
  await context.show(historySections(history));
  const lakes = await askLakes(room, defaults);
  const hours = said.hours ?? (await askHours(room, defaults));
  const opens =
    said.opens ?? (await askMoment(room, { message: "When does it open?", fallback: defaults.opens }));
  const usual = defaults.closes ?? { day: tournament.firstDay, time: "05:00" };
  const closes = said.closes ?? (await askMoment(room, { message: "When does it close?", fallback: usual }));
  return {
    ...said,
    tournament: String(tournament.id),
    lakes,
    hours,
    ...(opens && { opens }),
    ...(closes && { closes }),
  };
}

async function chooseTournament(
  { context, questions }: PollRoom,
  named: string | undefined,
): Promise<LocationPollDefaults> {
  const { getLocationPollDefaults } = await import("#core/polls/poll-defaults.service.ts");
  const find = (tournament: string) => context.read((work) => getLocationPollDefaults(work, { tournament }));
  if (named !== undefined) return find(named);
  const message = "Of which tournament? (next, its day, or 2026-03)";
  for (;;) {
    const answer = await questions.line({ message, fallback: "next" });
    try {
      return await find(answer);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      context.say(error.message);
    }
  }
}

async function askLakes(
  { questions }: PollRoom,
  { lakes }: LocationPollDefaults,
): Promise<NonNullable<SaidPoll["lakes"]>> {
  const chosen = await questions.several<LakeShown>({
    message: "Which lakes? (space chooses, Enter ends)",
    choices: lakes.map((lake) => ({ name: lake.name, value: lake })),
    least: 1,
  });
  const offered: NonNullable<SaidPoll["lakes"]> = [];
  for (const { key, name, ramps } of chosen) {
    const all = ramps.map((ramp) => ramp.name);
    const some =
      all.length < 2
        ? all
        : await questions.several({
            message: `Which ramps of ${name}?`,
            choices: all.map((ramp) => ({ name: ramp, value: ramp, checked: true })),
            least: 0,
          });
    offered.push(some.length === all.length ? { lake: key } : { lake: key, ramps: some });
  }
  return offered;
}

/** None are fine: then the poll does not ask for hours. */
async function askHours({ questions }: PollRoom, { hours }: LocationPollDefaults) {
  const offered: { firstCast: string; weighIn: string }[] = [];
  for (;;) {
    const first = offered.length === 0 && hours !== null;
    const answer = await questions.line({
      message: `Hours to offer, such as 06:30-15:00 (${first ? "none" : "Enter"}: ${offered.length === 0 ? "not asked" : "that is all"}):`,
      ...(first ? { fallback: `${hours.firstCast}-${hours.weighIn}` } : {}),
      check: (text) => text === "" || text === "none" || faultOf(() => readHours(text)),
    });
    if (answer === "" || answer === "none") return offered;
    offered.push(readHours(answer));
  }
}
