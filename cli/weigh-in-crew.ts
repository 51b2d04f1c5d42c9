import { offerPeople, type Person } from "./angler-search.ts";
import type { Choice } from "./questions.ts";
import { GivenUp } from "./weigh-in-bag.ts";
import type { Draft } from "./weigh-in-draft.ts";
import { placesOf, type WeighInRoom } from "./weigh-in-room.ts";

/** Asks who is aboard, unless the boat is known. */
export async function askCrew(room: WeighInRoom, draft: Draft): Promise<void> {
  const { seats, crew } = room.weighIn.asked;
  if (draft.known !== null && !draft.edits) return;
  const first = await askFirst(room, draft, seats ? "Boater" : "First angler");
  draft.crew = [first];
  if (draft.kind === "buy-in" || crew === 1) return;
  const second = await askSecond(room, draft, seats ? "Co-angler" : "Second angler");
  if (second !== null) draft.crew = [first, second];
}

/** Who is aboard first; there is always someone. */
export async function askFirst(room: WeighInRoom, draft: Draft, message: string): Promise<Person> {
  const first = await askPerson(room, { draft, at: 0, message });
  if (first === null) throw new GivenUp();
  return first;
}

/** Who is aboard beside the first; null: nobody. */
export const askSecond = (room: WeighInRoom, draft: Draft, message: string): Promise<Person | null> =>
  askPerson(room, { draft, at: 1, message });

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
