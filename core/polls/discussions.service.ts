import type { Work } from "../work.ts";
import { type Discussed, findUndiscussed } from "./discussions.queries.ts";

/** The open polls that stand in a channel without a thread for talking about them. */
export const listUndiscussed = (work: Work, _: object = {}): Promise<Discussed[]> => findUndiscussed(work);
