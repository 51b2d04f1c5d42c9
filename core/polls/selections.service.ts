import { authorize } from "../actor.ts";
import type { Work } from "../work.ts";
import type { Choice } from "./ballot.rules.ts";
import { Ballot } from "./ballot.entity.ts";
import { rewriteSelections } from "./vote.queries.ts";

/** Puts these choices on a ballot in place of what stood; none withdraw it. Who wrote the ballot's row holds it. */
export async function replaceSelections(
  work: Work,
  { ballot, choices }: { ballot: number; choices: readonly Choice[] },
): Promise<void> {
  authorize(work, "replaceSelections", { roles: [], self: work.actor.anglerId ?? 0 });
  await rewriteSelections(work, { ballot, choices });
  if (choices.length === 0)
    await work.em.nativeUpdate(Ballot, { id: ballot }, { withdrawnAt: work.now.toJSDate() });
}
