import { DomainError } from "#core/errors.ts";
import type { EnterBoat } from "#core/results/enter-boat.schemas.ts";
import type { BoatEntered } from "#core/results/enter-boat.service.ts";
import type { BoatInBook } from "#core/results/weigh-in.service.ts";
import { offerPeople, type Person } from "./angler-search.ts";
import type { Choice } from "./questions.ts";
import { askBag, askLine, type Bag, emptyBag, GivenUp, readNumber, faultOf } from "./weigh-in-bag.ts";
import {
  lookAgain,
  type Objections,
  objectionsIn,
  persist,
  placesOf,
  type WeighInRoom,
} from "./weigh-in-room.ts";

/** The fields that can be asked again. */
const askable =
  /^(boat|angler|partner|(partner-)?(fish|dead|short|weight|lengths|big-bass|caught-by|late|penalty|penalty-reason))$/;

/** A boat as far as it was said. */
export interface Draft {
  kind: "boat" | "buy-in";
  boat: number | null;
  /** In the book already: it only weighs, or is said anew. */
  known: BoatInBook | null;
  edits: boolean;
  outcome: "fished" | "did-not-fish";
  reason: string | null;
  crew: Person[];
  /** One for the boat, or one for each aboard. */
  bags: (Bag | null)[];
  accepted: { check: string; reason: string }[];
}

export const draftOf = (more: Partial<Draft>): Draft => ({
  kind: "boat",
  boat: null,
  known: null,
  edits: false,
  outcome: "fished",
  reason: null,
  crew: [],
  bags: [],
  accepted: [],
  ...more,
});

/** Asks who is aboard, unless the boat is known. */
export async function askCrew(room: WeighInRoom, draft: Draft): Promise<void> {
  const { seats, crew } = room.weighIn.asked;
  if (draft.known !== null && !draft.edits) return;
  const first = await askFirst(room, draft, seats ? "Boater" : "First angler");
  draft.crew = [first];
  if (draft.kind === "buy-in" || crew === 1) return;
  const second = await askPerson(room, { draft, at: 1, message: seats ? "Co-angler" : "Second angler" });
  if (second !== null) draft.crew = [first, second];
}

/** Asks what was weighed: once for the boat, or once for each aboard. */
export async function askBags(room: WeighInRoom, draft: Draft): Promise<void> {
  const weighs = peopleOf(draft).map(({ name }, at) => ({ name, at }));
  const bringers = room.weighIn.asked.per === "boat" ? weighs.slice(0, 1) : weighs;
  for (const { at } of bringers) {
    if (hasWeighed(room, draft, at)) continue;
    draft.bags[at] = await askBag(room.questions, {
      ...bagRoom(room, draft),
      whose: whoseOf(room, draft, at),
    });
    await settle(room, draft);
  }
}

/** Asks again until nothing speaks against what was said so far. */
export async function settle(room: WeighInRoom, draft: Draft): Promise<void> {
  const { checkBoat } = await import("#core/results/enter-boat.service.ts");
  for (;;) {
    const edits = draft.edits && draft.known ? { edits: draft.known.entry } : {};
    const checked = await room.context.read((work) =>
      checkBoat(work, { boat: inputOf(room, draft), ...edits }),
    );
    const missing = { ...checked, problems: checked.problems.filter(({ column }) => isSaid(draft, column)) };
    if (missing.problems.length + missing.doubts.length === 0) return;
    await lookAgain(room);
    await answer(room, draft, missing);
  }
}

/** Saves the boat at once, whole; whatever speaks against it by now is asked again. */
export async function save(room: WeighInRoom, draft: Draft): Promise<BoatEntered> {
  const { editBoat, enterBoat } = await import("#core/results/enter-boat.service.ts");
  const { forgetIdleGuests } = await import("#core/results/idle-guests.service.ts");
  for (;;) {
    try {
      const boat = inputOf(room, draft);
      const { known } = draft;
      return await persist(room, async (work) => {
        if (!draft.edits || known === null) return enterBoat(work, boat);
        const edited = await editBoat(work, { ...boat, entry: known.entry });
        await forgetIdleGuests(work, { anglerIds: room.guests });
        return edited;
      });
    } catch (error) {
      const objections = objectionsIn(error);
      await lookAgain(room);
      await answer(room, draft, objections);
    }
  }
}

/** Tells what cannot be, and asks these fields again; what is hardly right may be so, with a reason. */
async function answer(room: WeighInRoom, draft: Draft, { problems, doubts }: Objections): Promise<void> {
  if (problems.length > 0 && !problems.some(({ column }) => askable.test(column ?? ""))) {
    const sentence = problems.map(({ reason }) => reason).join(" ");
    throw new DomainError("invalid", { code: "boat-impossible", sentence });
  }
  for (const { reason } of problems) room.context.say(`! ${reason}`);
  if (problems.length > 0) return mend(room, draft, new Set(problems.map(({ column }) => column ?? "boat")));
  for (const { check, column, sentence } of doubts) {
    room.context.say(`? ${sentence}`);
    const choices: Choice<"mend" | "accept">[] = [
      { name: "correct it", value: "mend" },
      { name: "it is so, and say why", value: "accept" },
    ];
    if ((await room.questions.choose({ message: "Is it so?", choices })) === "mend") {
      return mend(room, draft, new Set([column]));
    }
    draft.accepted.push({
      check,
      reason: await askLine(room.questions, {
        message: "Why",
        check: (text) => text !== "" || "A reason is needed.",
      }),
    });
    room.decidedBy ??= await askLine(room.questions, {
      message: "Who says so",
      fallback: (await room.context.actor()).name,
    });
  }
}

/** Asks single fields again, with what they are now. */
export async function mend(room: WeighInRoom, draft: Draft, columns: ReadonlySet<string>): Promise<void> {
  if (columns.has("boat")) draft.boat = await askFreeNumber(room, draft);
  if (columns.has("angler")) {
    const first = await askFirst(room, draft, "First angler");
    draft.crew = [first, ...draft.crew.slice(1)];
  }
  if (columns.has("partner")) {
    const second = await askPerson(room, { draft, at: 1, message: "Second angler" });
    draft.crew = second === null ? draft.crew.slice(0, 1) : [draft.crew[0]!, second];
    if (second === null) draft.bags = draft.bags.slice(0, 1);
  }
  for (const [at, prefix] of ["", "partner-"].entries()) {
    const own = [...columns].filter((column) => at === 0 || column.startsWith(prefix));
    const only = new Set(own.map((column) => column.slice(prefix.length)));
    const before = draft.bags[at];
    if (before === undefined && !(at === 0 && only.has("fish"))) continue;
    draft.bags[at] = await askBag(room.questions, {
      ...bagRoom(room, draft),
      before: before ?? emptyBag,
      whose: whoseOf(room, draft, at),
      only,
    });
  }
}

/** The number, where it is asked apart from the line's own question. */
async function askFreeNumber(room: WeighInRoom, draft: Draft): Promise<number> {
  const text = await askLine(room.questions, {
    message: "Boat",
    fallback: String(draft.edits ? draft.boat : room.weighIn.offered),
    check: (typed) => faultOf(() => readNumber(typed, "Boat")),
  });
  return Number(text);
}

/** Who is aboard first; there is always someone. */
export async function askFirst(room: WeighInRoom, draft: Draft, message: string): Promise<Person> {
  const first = await askPerson(room, { draft, at: 0, message });
  if (first === null) throw new GivenUp();
  return first;
}

/** Null: nobody; only the second place may stay empty. */
async function askPerson(
  room: WeighInRoom,
  { draft, at, message }: { draft: Draft; at: 0 | 1; message: string },
): Promise<Person | null> {
  const other = draft.crew[1 - at];
  const entered = placesOf(room, draft.edits ? draft.known?.entry : undefined);
  if (other && "id" in other) entered.set(other.id, "in this boat");
  const solo: Offered[] = at === 1 ? [{ name: "solo: nobody else aboard", value: null }] : [];
  const chosen = await room.questions.search<Offered["value"]>({
    message,
    offer: (typed) => {
      const text = typed.trim().toLowerCase();
      if (text === "") return [...solo, { name: "give this boat up", value: "back" }];
      const people: Offered[] = offerPeople(typed, { index: room.anglers, entered });
      if (solo.length === 0 || !"solo".startsWith(text)) return people;
      // Whoever types it out means it, whatever a guest may be called.
      return text === "solo"
        ? solo
        : [...people.filter(isKnown), ...solo, ...people.filter((one) => !isKnown(one))];
    },
  });
  if (chosen === "back") throw new GivenUp();
  return chosen;
}

type Offered = Choice<Person | null | "back">;

const isKnown = ({ value }: Offered): boolean => value !== null && value !== "back" && "id" in value;

const peopleOf = ({ known, edits, crew }: Draft): { name: string }[] => (known && !edits ? known.crew : crew);

function hasWeighed({ day, weighIn }: WeighInRoom, { known, edits }: Draft, at: number): boolean {
  if (known === null || edits || weighIn.asked.per === "boat") return false;
  return known.bags.some((bag) => bag.day === day && bag.angler?.id === known.crew[at]?.id);
}

const bagRoom = ({ weighIn }: WeighInRoom, draft: Draft) => ({
  asked: weighIn.asked,
  crew: peopleOf(draft).map(({ name }) => name),
});

const whoseOf = ({ weighIn }: WeighInRoom, draft: Draft, at: number): string =>
  weighIn.asked.per === "angler" && peopleOf(draft).length > 1 ? `${peopleOf(draft)[at]!.name}: ` : "";

/** Bags come one after the other: what is missing of those not asked yet is no fault. */
const isSaid = ({ bags }: Draft, column: string | undefined): boolean =>
  bags.length > 0 || ["boat", "angler", "partner"].includes(column ?? "");

function inputOf({ tournament, day, decidedBy, weighIn }: WeighInRoom, draft: Draft): EnterBoat {
  const { kind, boat, known, edits, crew, bags, outcome, reason, accepted } = draft;
  // Whose bag was not asked yet has none so far.
  const most = weighIn.asked.per === "boat" || bags.length === 0 ? bags.length : peopleOf(draft).length;
  return {
    tournament,
    day,
    kind,
    ...(kind === "boat" ? { boat } : {}),
    ...(known !== null && !edits
      ? {}
      : { crew: crew.map((person) => ("id" in person ? person.id : { guest: person.guest })) }),
    outcome,
    bags: Array.from({ length: most }, (_, at) => bags[at] ?? null),
    ...(reason === null ? {} : { reason }),
    accepted,
    decidedBy,
  };
}
