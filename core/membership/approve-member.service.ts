import { authorize } from "../actor.ts";
import { type AnglerFound, resolvePerson } from "../anglers/anglers.service.ts";
import { conflict } from "../errors.ts";
import { notify } from "../notices/notify.service.ts";
import type { Work } from "../work.ts";
import type { Status } from "./angler-status.entity.ts";
import type { ApproveMember } from "./membership.schemas.ts";
import { setStatus, statusHistories } from "./membership.service.ts";
import { statusOn } from "./status.rules.ts";

export interface MemberApproved {
  angler: AnglerFound;
  from: string;
  /** False: they were a member already. */
  changed: boolean;
}

/**
 * Makes an applicant a member, from today where no day is said, and tells them. Approving a member again changes
 * nothing; who did not apply is a conflict.
 */
export async function approveMember(
  work: Work,
  { reference, from = work.today }: ApproveMember,
): Promise<MemberApproved> {
  authorize(work, "approveMember", { roles: [] });
  const angler = await resolvePerson(work, { reference });
  const history = (await statusHistories(work, { anglerIds: [angler.id] })).get(angler.id) ?? [];
  const now = statusOn(history, from);
  if (now === "member") return { angler, from, changed: false };
  if (now !== "applicant") throw didNotApply(angler, now);
  await setStatus(work, { reference: String(angler.id), status: "member", from });
  await notify(work, {
    purpose: "member-approved",
    occasion: from,
    recipients: [angler.id],
    facts: { from },
  });
  return { angler, from, changed: true };
}

function didNotApply({ id, name }: AnglerFound, status: Status | null) {
  const what = status === "guest" ? "a guest" : status === "former" ? "a former member" : "nobody yet";
  return conflict(
    "not-an-applicant",
    `${name} is ${what} to the club and has not applied. To make them a member all the same: sabc member edit ${id} --status member.`,
  );
}
