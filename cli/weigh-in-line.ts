import { DomainError } from "#core/errors.ts";
import type { BoatEntered } from "#core/results/enter-boat.service.ts";
import type { ResultsShown } from "#core/results/results.service.ts";
import type { BoatInBook } from "#core/results/weigh-in.service.ts";
import type { Measure } from "#core/weight.ts";
import type { Context } from "./context.ts";
import { openQuestions } from "./questions.ts";
import { askBags, save, settle } from "./weigh-in-boat.ts";
import { askCrew, askFirst } from "./weigh-in-crew.ts";
import { type Draft, draftOf } from "./weigh-in-draft.ts";
import { GivenUp, isBoatNumber } from "./weigh-in-bag.ts";
import { chooseDay, openScales } from "./weigh-in-scales.ts";
import { look, lookAgain, type WeighInRoom } from "./weigh-in-room.ts";
import { disqualify, editBoatOf, undo } from "./weigh-in-mend.ts";
import { takeFee } from "./weigh-in-pay.ts";
import { leaderboard } from "./weigh-in-shown.ts";

const hintsOf = (measure: Measure): string[] => [
  "Type the boat's number, or one of these:",
  "  u  undo the last boat          e  edit a boat           l  leaderboard",
  "  b  a buy-in                    d  a boat did not fish   x  disqualify",
  "  p  take a fee                  ?  this",
  "  q  done for now: everything is saved, sabc results enter goes on",
  `${amounts[measure]} < gives the boat up that is being asked.`,
];

const amounts = {
  weight: "A weight is 12.25 or 12-4 (pounds-ounces).",
  length: "A length is in inches: 81.25.",
};

/** How the tournament stands, and which boats still have to come to the scales that day. */
export interface LineDone {
  results: ResultsShown;
  waiting: string[];
}

/** Follows the weigh-in line, boat by boat, each saved at once; gives the results when the officer is done. */
export async function followWeighInLine(
  context: Context,
  { tournament: reference, day: asked }: { tournament: string; day: number | undefined },
): Promise<LineDone> {
  const questions = await openQuestions(context);
  await readyAll();
  const { id } = await openScales(context, { questions, reference });
  const day = asked ?? (await chooseDay(context, { questions, tournament: id }));
  const at = { context, tournament: id, day };
  const room: WeighInRoom = {
    ...at,
    questions,
    mine: [],
    guests: [],
    decidedBy: await saysSo(context),
    ...(await look(at)),
  };
  greet(room);
  for (;;) {
    const word = await askWord(room);
    if (word === "q") break;
    await attempt(room, word);
    await lookAgain(room);
  }
  const { getResults } = await import("#core/results/results.service.ts");
  const results = await context.read((work) => getResults(work, { tournament: id }));
  return { results, waiting: room.weighIn.boats.filter(({ waits }) => waits).map(({ words }) => words) };
}

/** All that the line may need is loaded before the first boat: nobody waits at the scales, whatever becomes of the files. */
async function readyAll(): Promise<void> {
  await Promise.all([
    import("#core/results/enter-boat.service.ts"),
    import("#core/results/entry-payment.service.ts"),
    import("#core/results/delete-boat.service.ts"),
    import("#core/results/idle-guests.service.ts"),
    import("#core/results/rulings.service.ts"),
    import("#core/results/weigh-in.service.ts"),
    import("./render.ts"),
  ]);
}

function greet({ context, weighIn, day }: WeighInRoom): void {
  const { tournament, asked, boats, days } = weighIn;
  const each = asked.per === "boat" ? "each boat brings one bag" : "each angler brings a bag";
  const which = days > 1 ? `, day ${day} of ${days}` : "";
  context.say(`${tournament.name}, ${tournament.firstDay}${which}: ${each} of at most ${asked.fish} fish.`);
  if (boats.length > 0) context.say(`${boats.length} in the book, the last ones:`);
  for (const { words } of boats.slice(-shownAtStart)) context.say(`  ${words}`);
  for (const hint of hintsOf(asked.measure)) context.say(hint);
}

const shownAtStart = 5;

/** The boat's number, or one of the words. */
async function askWord({ questions, weighIn }: WeighInRoom): Promise<string> {
  const words = new Set(["u", "e", "l", "d", "x", "p", "q", "?", ...(weighIn.asked.buyIn ? ["b"] : [])]);
  const text = await questions.line({
    message: "Boat (or u undo, e edit, l leaderboard, q done, ? more)",
    fallback: String(weighIn.offered),
    check: (typed) => {
      if (typed === "b" && !weighIn.asked.buyIn) return "This season offers no buy-in.";
      if (words.has(typed.toLowerCase())) return true;
      if (!isBoatNumber(typed)) return "Type the boat's number such as 7, or ? for what else there is.";
      const known = weighIn.boats.find(({ boatNumber }) => boatNumber === Number(typed));
      return known === undefined || known.waits || `${known.words}: it is in already. e edits it.`;
    },
  });
  return text.toLowerCase();
}

/** Does one thing; what the club refuses is told, and the line goes on. */
async function attempt(room: WeighInRoom, word: string): Promise<void> {
  try {
    await follow(room, word);
  } catch (error) {
    if (error instanceof GivenUp) room.context.say("Given up; nothing of it was saved.");
    else if (error instanceof DomainError && error.code === "scales-not-open") {
      room.context.say(error.message);
      await openScales(room.context, { questions: room.questions, reference: String(room.tournament) });
    } else if (error instanceof DomainError && goesOn.has(error.kind)) room.context.say(`! ${error.message}`);
    else throw error;
  }
}

const goesOn: ReadonlySet<string> = new Set(["not-found", "invalid", "conflict", "busy"]);

async function follow(room: WeighInRoom, word: string): Promise<void> {
  switch (word) {
    case "u":
      return undo(room);
    case "e":
      return tell(room, await editBoatOf(room));
    case "x":
      return disqualify(room);
    case "p":
      return takeFee(room);
    case "b":
      return tell(room, await buyIn(room));
    case "d":
      return tell(room, await didNotFish(room));
    case "l":
      return showAll(room);
    case "?":
      for (const hint of hintsOf(room.weighIn.asked.measure)) room.context.say(hint);
      return undefined;
    default:
      return tell(room, await weigh(room, Number(word)));
  }
}

async function weigh(room: WeighInRoom, number: number): Promise<BoatEntered> {
  const draft = draftOf({ boat: number, known: knownOf(room, number) });
  if (draft.known) room.context.say(`Boat ${number}: ${crewOf(draft.known)}.`);
  else {
    await askCrew(room, draft);
    await settle(room, draft);
  }
  await askBags(room, draft);
  return save(room, draft);
}

async function buyIn(room: WeighInRoom): Promise<BoatEntered> {
  const draft = draftOf({ kind: "buy-in" });
  draft.crew = [await askFirst(room, draft, "Who buys in")];
  return save(room, draft);
}

async function didNotFish(room: WeighInRoom): Promise<BoatEntered> {
  const { questions, weighIn } = room;
  const number = await questions.line({
    message: "Which boat did not fish",
    fallback: String(weighIn.offered),
    check: (typed) => /^[1-9]\d{0,3}$/.test(typed) || "Type the boat's number such as 7.",
  });
  const draft: Draft = draftOf({
    boat: Number(number),
    known: knownOf(room, Number(number)),
    outcome: "did-not-fish",
  });
  if (draft.known === null) await askCrew(room, draft);
  draft.reason = (await questions.line({ message: "Why (may stay blank)" })) || null;
  return save(room, draft);
}

/** What was understood, and how the tournament stands with it. */
async function tell(room: WeighInRoom, { entry, words, guests, results }: BoatEntered): Promise<void> {
  const { mine, context } = room;
  if (!mine.includes(entry)) mine.push(entry);
  context.say(`Saved. ${words}`);
  for (const { id, name } of guests) {
    room.guests.push(id);
    context.say(`${name} is a guest of the club now.`);
  }
  await context.show(leaderboard(results, { entry }));
}

async function showAll({ context, tournament }: WeighInRoom): Promise<void> {
  const { getResults } = await import("#core/results/results.service.ts");
  const results = await context.read((work) => getResults(work, { tournament }));
  const sections = leaderboard(results, { all: true });
  if (sections.length === 0) context.say("Nothing has been weighed yet.");
  await context.show(sections);
}

const knownOf = ({ weighIn }: WeighInRoom, number: number): BoatInBook | null =>
  weighIn.boats.find(({ boatNumber }) => boatNumber === number) ?? null;

const crewOf = ({ crew }: BoatInBook): string => crew.map(({ name }) => name).join(" + ");

/** On whose behalf all this is, where that was said. */
async function saysSo({ globals, read }: Context): Promise<string | null> {
  const reference = globals.as;
  if (reference === undefined) return null;
  const { resolveAngler } = await import("#core/anglers/anglers.service.ts");
  return (await read((work) => resolveAngler(work, { reference }))).name;
}
