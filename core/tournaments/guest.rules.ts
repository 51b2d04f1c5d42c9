import type { Rules } from "../seasons/rules.schemas.ts";

/** What the ladder of guests decides about one who may not have been a member that day. */
type Whose = { member: boolean };
type Ladder = Pick<Rules, "guests">;

/** Guests below "placed" stand outside the order. */
export function takesPlace({ member }: Whose, { guests }: Ladder): boolean {
  return member || guests.rank !== "unplaced";
}

/** Guests below "use-points" stand in the order without using up a value. */
export function usesValue({ member }: Whose, { guests }: Ladder): boolean {
  return member || guests.rank === "use-points" || guests.rank === "score";
}

/** Guests below "score" earn nothing. */
export function scores({ member }: Whose, { guests }: Ladder): boolean {
  return member || guests.rank === "score";
}
