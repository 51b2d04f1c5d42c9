import { DomainError } from "#core/errors.ts";
import type { BoatEntered } from "#core/results/enter-boat.service.ts";
import type { Choice } from "./questions.ts";
import { askBag, askLine, isBoatNumber } from "./weigh-in-bag.ts";
import { askFirst, askSecond } from "./weigh-in-crew.ts";
import { bagRoom, type Draft, hasWeighed, inputOf, peopleOf, whoseOf } from "./weigh-in-draft.ts";
import { lookAgain, type Objections, objectionsIn, persist, type WeighInRoom } from "./weigh-in-room.ts";

/** The fields that can be asked again. */
const askable =
  /^(boat|angler|partner|(partner-)?(fish|dead|short|weight|lengths|big-bass|caught-by|late|penalty|penalty-reason))$/;

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
  // What was accepted of the fields asked again was of what they said before.
  draft.accepted = draft.accepted.filter(({ check }) => !isTouched(check, columns));
  if (columns.has("boat")) {
    draft.boat = await askFreeNumber(room, draft);
    if (!draft.edits && draft.known) Object.assign(draft, { crew: draft.known.crew, known: null });
  }
  if (columns.has("angler")) {
    const first = await askFirst(room, draft, "First angler");
    draft.crew = [first, ...draft.crew.slice(1)];
  }
  if (columns.has("partner")) {
    const second = await askSecond(room, draft, "Second angler");
    draft.crew = second === null ? draft.crew.slice(0, 1) : [draft.crew[0]!, second];
    if (second === null) draft.bags = draft.bags.slice(0, 1);
  }
  for (const [at, prefix] of ["", "partner-"].entries()) {
    const own = [...columns].filter((column) => at === 0 || column.startsWith(prefix));
    const only = new Set(own.map((column) => column.slice(prefix.length)));
    const before = draft.bags[at];
    if (!before && !only.has("fish")) continue;
    draft.bags[at] = await askBag(room.questions, {
      ...bagRoom(room, draft),
      whose: whoseOf(room, draft, at),
      ...(before ? { before, only } : {}),
    });
  }
}

/** A doubt about those aboard goes with them, one about a bag with any of its figures. */
function isTouched(check: string, columns: ReadonlySet<string>): boolean {
  const isCrew = (column: string) => column === "angler" || column === "partner";
  return isCrew(check.split(":")[1] ?? "")
    ? columns.has("angler") || columns.has("partner")
    : [...columns].some((column) => column !== "boat" && !isCrew(column));
}

/** The number, where it is asked apart from the line's own question. */
async function askFreeNumber(room: WeighInRoom, draft: Draft): Promise<number> {
  const text = await askLine(room.questions, {
    message: "Boat",
    fallback: String(draft.edits ? draft.boat : room.weighIn.offered),
    check: (typed) => isBoatNumber(typed) || "Type the boat's number, such as 7.",
  });
  return Number(text);
}

/** Bags come one after the other: what is missing of those not asked yet is no fault. */
const isSaid = ({ bags }: Draft, column: string | undefined): boolean =>
  bags.length > 0 || ["boat", "angler", "partner"].includes(column ?? "");
