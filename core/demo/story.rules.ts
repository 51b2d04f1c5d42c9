import { isMemberOn } from "../membership/status.rules.ts";
import { parseWeight, type Weight } from "../weight.ts";
import type { DemoPerson } from "./people.rules.ts";
import type { PlannedTournament } from "./plan.rules.ts";
import type { DemoBoat } from "./scales.rules.ts";
import {
  arriveLate,
  inOrder,
  landBass,
  mistype,
  penalize,
  type DemoCorrection,
  type Scene,
  stayAshore,
  tie,
} from "./tales.rules.ts";

/** What officers had to decide. Ties show themselves when the tournament is scored; they are not told here. */
export type DemoRuling =
  | { kind: "disqualification"; angler: string; reason: string }
  | { kind: "grace"; angler: string; reason: string };

/** A tournament as it can be told: the boats, and what people did about them. */
export interface Told {
  boats: DemoBoat[];
  rulings: DemoRuling[];
  correction: DemoCorrection | null;
}

/** No fish of these tournaments is heavier, so that the pot rolls over; the lake decides elsewhere. */
export const heaviestAt = (key: string): Weight | null => caps[key] ?? null;

/** Tells what has to happen at this place of the story, by what the scales said so far. */
export function tell(
  { chapter, month, firstDay }: PlannedTournament,
  { boats, people }: { boats: DemoBoat[]; people: readonly DemoPerson[] },
): Told {
  const members = new Set(
    people.filter(({ statuses }) => isMemberOn(statuses, firstDay)).map(({ name }) => name),
  );
  const told: Told = { boats, rulings: [], correction: null };
  const place = places[`${chapter} ${month}`];
  return { ...told, ...place?.({ boats, isMember: (name) => members.has(name) }) };
}

const caps: Record<string, Weight> = {
  "first 1": parseWeight("4.96"),
  "first 2": parseWeight("4.89"),
  "second 2": parseWeight("4.99"),
  "current 1": parseWeight("4.94"),
  "current 5": parseWeight("4.80"),
  "current 10": parseWeight("4.97"),
  "current 11": parseWeight("4.91"),
};

/** The fixed places; what is left out goes as the lake gives. */
const places: Record<string, (scene: Scene) => Partial<Told>> = {
  // Exactly five pounds does not win the pot.
  "first 2": (scene) => ({ boats: landBass(scene, { weight: parseWeight("5.00"), by: "member", nth: 3 }) }),
  "first 3": (scene) => ({ boats: landBass(scene, { weight: parseWeight("7.31"), by: "member", nth: 5 }) }),
  "first 5": (scene) => ({ boats: penalize(scene, { nth: 6 }) }),
  "first 9": (scene) => ({
    rulings: [
      {
        kind: "disqualification",
        angler: inOrder(scene)[7]!.bag.angler!,
        reason: "Fished inside the buoys at the dam.",
      },
    ],
  }),
  "first 10": (scene) => ({ boats: arriveLate(scene, { nth: 4, day: 2, minutes: 6 }) }),
  // A guest's trophy wins no pot; the heaviest bass of a member does.
  "second 2": (scene) => {
    const boats = landBass(scene, { weight: parseWeight("9.38"), by: "guest", nth: 0 });
    return { boats: landBass({ ...scene, boats }, { weight: parseWeight("5.86"), by: "member", nth: 2 }) };
  },
  "second 3": (scene) => ({ boats: tie(scene, { nth: 3 }) }),
  "second 5": (scene) => mistype(scene, { nth: 2 }),
  "second 8": (scene) => ({ boats: arriveLate(scene, { nth: 5, day: 1, minutes: 4 }) }),
  "second 9": (scene) => {
    const angler = inOrder(scene)[9]!.bag.angler!;
    const reason = "Ran the big engine without a life vest.";
    const mercy = "Owned up at once; one point less than a zero.";
    return {
      rulings: [
        { kind: "disqualification", angler, reason },
        { kind: "grace", angler, reason: mercy },
      ],
    };
  },
  "second 11": (scene) => ({ boats: stayAshore(scene) }),
  "current 2": (scene) => ({ boats: tie(scene, { nth: 1 }) }),
  // Two guests' bass is the heavier; the boat with a member takes the pot.
  "current 5": (scene) => {
    const boats = landBass(scene, { weight: parseWeight("6.10"), by: "guest", nth: 0 });
    return { boats: landBass({ ...scene, boats }, { weight: parseWeight("5.40"), by: "member", nth: 1 }) };
  },
};
