import { conflict, type DomainError } from "../errors.ts";
import { printInstant } from "../time.ts";
import { seasonClosed } from "./closed-season.rules.ts";
import type { Obstacle } from "./official.rules.ts";
import type { ResultsShown } from "./results-shown.rules.ts";

/** Why it does not become official, in a sentence that says what to do about it. */
export function refusal(obstacle: Obstacle, { tournament, rulingsNeeded }: ResultsShown): DomainError {
  const { name } = tournament;
  switch (obstacle.kind) {
    case "cancelled":
      return conflict("tournament-cancelled", `${name} is cancelled; it does not become official.`);
    case "season-closed":
      return seasonClosed(obstacle.year);
    case "nothing-weighed":
      return conflict("nothing-weighed", `${name} has no entries. Enter or import its results first.`);
    case "rulings-needed": {
      const words = rulingsNeeded.map((needed) => needed.words);
      return conflict(
        "rulings-needed",
        `${name} waits for a ruling: ${words.join("; ")}. Record it with sabc ruling record.`,
        { rulingsNeeded: words },
      );
    }
    case "protests-open":
      return conflict(
        "protests-open",
        `Protests against ${name} may come in until ${printInstant(obstacle.until)}. Wait, or override with a reason.`,
      );
    case "earlier-not-official":
      return conflict(
        "earlier-not-official",
        `Earlier tournaments of the pot "${obstacle.pot}" are not official or cancelled: ${obstacle.earlier.join(", ")}. Settle them first, or override with a reason.`,
        { earlier: obstacle.earlier },
      );
  }
}
