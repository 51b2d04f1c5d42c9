import type { Work } from "../work.ts";
import type { Notice } from "./notice.entity.ts";
import { isSecret } from "./notices.rules.ts";
import { factsSchemas, type Purpose } from "./notices.schemas.ts";
import { isTooLate, type Told } from "./worth.rules.ts";

/** Whether what a notice says is over, so that it is not sent any more; a secret that is forgotten is. */
export function isOver(work: Work, { purpose, facts, madeAt }: Notice): boolean {
  const read = Object.hasOwn(factsSchemas, purpose)
    ? factsSchemas[purpose as Purpose].safeParse(facts)
    : null;
  // What is not understood fails when it is written, where an officer sees it.
  if (!read?.success) return isSecret(purpose);
  const told = { purpose, facts: read.data } as Told;
  return isTooLate({ ...told, madeAt }, work);
}
