import type { BoatEntered } from "#core/results/enter-boat.service.ts";
import type { BagInBook, BoatInBook } from "#core/results/weigh-in.service.ts";
import { type Bag, askLine, bagFields, GivenUp } from "./weigh-in-bag.ts";
import { mend, save, settle } from "./weigh-in-boat.ts";
import { type Draft, draftOf } from "./weigh-in-draft.ts";
import { persist, type WeighInRoom } from "./weigh-in-room.ts";
import { leaderboard } from "./weigh-in-shown.ts";

/** Takes back the last boat of this sitting; one that someone else entered, or that was here before, after asking. */
export async function undo(room: WeighInRoom): Promise<void> {
  const { context, questions, mine, weighIn } = room;
  const own = mine.findLast((entry) => weighIn.boats.some((boat) => boat.entry === entry));
  const last = weighIn.boats.find((boat) => boat.entry === own) ?? weighIn.boats.at(-1);
  if (last === undefined) return context.say("No boat is in yet; there is nothing to undo.");
  if (own === undefined) {
    context.say(last.words);
    const message = "It was not entered in this sitting. Take it back?";
    if (!(await questions.agree({ message, fallback: false }))) return undefined;
  }
  const { undoLastBoat } = await import("#core/results/delete-boat.service.ts");
  const { forgetIdleGuests } = await import("#core/results/idle-guests.service.ts");
  const { entry, words, results, forgotten } = await persist(room, async (work) => ({
    ...(await undoLastBoat(work, { tournament: room.tournament, entry: last.entry })),
    forgotten: await forgetIdleGuests(work, { anglerIds: room.guests }),
  }));
  mine.splice(0, mine.length, ...mine.filter((one) => one !== entry));
  context.say(`Undone. ${words}`);
  for (const name of forgotten) context.say(`${name} is no guest of the club any more.`);
  await context.show(leaderboard(results, {}));
}

/** Says a boat of the book anew, field by field; saved when the officer says that it is right. */
export async function editBoatOf(room: WeighInRoom): Promise<BoatEntered> {
  const boat = await askBoat(room, "Which boat");
  const draft = draftAnew(room, boat);
  for (;;) {
    const field = await room.questions.choose({ message: boat.words, choices: fieldsOf(room, draft) });
    if (field === "save") return save(room, draft);
    if (field === "give-up") throw new GivenUp();
    await mend(room, draft, new Set([field]));
    await settle(room, draft);
  }
}

/** A boat, or one aboard, is out: a ruling with its reason. */
export async function disqualify(room: WeighInRoom): Promise<void> {
  const { questions, weighIn, context, tournament } = room;
  const boat = await askBoat(room, "Which boat");
  const perAngler = weighIn.asked.per === "angler" && boat.crew.length > 1;
  const angler = perAngler
    ? await questions.choose({
        message: "Who is disqualified",
        choices: [
          ...boat.crew.map(({ id, name }): { name: string; value: number | "boat" } => ({ name, value: id })),
          { name: "the whole boat", value: "boat" },
        ],
      })
    : "boat";
  const reason = await askLine(questions, {
    message: "Why",
    check: (text) => text !== "" || "A reason is needed.",
  });
  room.decidedBy ??= await askLine(questions, {
    message: "Who decided",
    fallback: (await context.actor()).name,
  });
  const { recordRuling } = await import("#core/results/rulings.service.ts");
  const ruling = {
    kind: "disqualification" as const,
    tournament,
    reason,
    decidedBy: room.decidedBy,
    angler: angler === "boat" ? boat.crew[0]!.id : angler,
    whole: angler === "boat" ? ("boat" as const) : ("angler" as const),
  };
  const { rulings } = await persist(room, (work) => recordRuling(work, ruling));
  for (const { words, decidedBy } of rulings) context.say(`Recorded: ${words}, decided by ${decidedBy}.`);
}

async function askBoat({ questions, weighIn, mine }: WeighInRoom, message: string): Promise<BoatInBook> {
  const numbered = weighIn.boats.filter(({ boatNumber }) => boatNumber !== null);
  const last = numbered.findLast(({ entry }) => mine.includes(entry)) ?? numbered.at(-1);
  const find = (text: string) => numbered.find(({ boatNumber }) => String(boatNumber) === text);
  const text = await askLine(questions, {
    message,
    ...(last ? { fallback: String(last.boatNumber) } : {}),
    check: (typed) => find(typed) !== undefined || "There is no such boat. Type its number, or < to go back.",
  });
  return find(text)!;
}

function draftAnew({ day, weighIn }: WeighInRoom, known: BoatInBook): Draft {
  const bagOf = (angler: number | null): Bag | null => {
    const found = known.bags.find((bag) => bag.day === day && (bag.angler?.id ?? null) === angler);
    return found ? saidOf(found, known) : null;
  };
  const bags = weighIn.asked.per === "boat" ? [bagOf(null)] : known.crew.map(({ id }) => bagOf(id));
  return draftOf({
    boat: known.boatNumber,
    known,
    edits: true,
    outcome: known.outcome === "did-not-fish" ? "did-not-fish" : "fished",
    crew: known.crew,
    bags: known.outcome === "did-not-fish" ? [] : bags,
  });
}

function saidOf({ angler: _, caughtBy, ...bag }: BagInBook, { crew }: BoatInBook): Bag {
  const { fish, dead, short, gross, bigBass, late, otherPenalty, penaltyReason, lengths } = bag;
  const catcher = caughtBy === null ? -1 : crew.findIndex(({ id }) => id === caughtBy.id);
  const position = catcher === 0 ? 1 : catcher === 1 ? 2 : null;
  return {
    fish,
    dead,
    short,
    gross,
    bigBass,
    late,
    otherPenalty,
    penaltyReason,
    lengths,
    caughtBy: position,
  };
}

function fieldsOf({ weighIn: { asked } }: WeighInRoom, draft: Draft): { name: string; value: string }[] {
  const names = draft.crew.map(({ name }) => name);
  const bags = draft.bags.flatMap((bag, at) => {
    const whose = asked.per === "angler" && names.length > 1 ? `${names[at]}: ` : "";
    const prefix = at === 0 ? "" : "partner-";
    return bag === null
      ? []
      : bagFields(bag, { asked, crew: names }).map(({ column, name }) => ({
          name: `${whose}${name}`,
          value: `${prefix}${column}`,
        }));
  });
  return [
    { name: "it is right: save it", value: "save" },
    { name: `Boat: ${draft.boat}`, value: "boat" },
    { name: `First angler: ${names[0]}`, value: "angler" },
    ...(asked.crew > 1 ? [{ name: `Second angler: ${names[1] ?? "solo"}`, value: "partner" }] : []),
    ...bags,
    { name: "leave it as it was", value: "give-up" },
  ];
}
