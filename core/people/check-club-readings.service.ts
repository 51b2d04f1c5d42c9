import { verifyAudit } from "../audit/verify.service.ts";
import { factsSchemas, purposes } from "../notices/notices.schemas.ts";
import { verifyPoll } from "../polls/verify-poll.service.ts";
import { eventChangesSchema } from "../seasons/event-changes.schemas.ts";
import { rulesSchema } from "../seasons/rules.schemas.ts";
import type { Work } from "../work.ts";
import {
  findChangesDocuments,
  findCountedPolls,
  findNoticesToSend,
  findSeasonDocuments,
} from "./check-club-figures.queries.ts";
import type { Finding } from "./check-club.rules.ts";

/** Rules and changes that cannot be read, or lack what they leave out. */
export async function findUnreadableRules(work: Work): Promise<Finding[]> {
  const seasons = await findSeasonDocuments(work);
  const tournaments = await findChangesDocuments(work);
  return [
    ...seasons.flatMap(({ row, rules }) => unread(row, rulesSchema.safeParse(rules))),
    ...tournaments.flatMap(({ row, changes }) => unread(row, eventChangesSchema.safeParse(changes))),
  ];
}

/** Notices that no mail can be made of. */
export async function findUnreadableNotices(work: Work): Promise<Finding[]> {
  const notices = await findNoticesToSend(work);
  return notices.flatMap(({ row, purpose, facts }) => {
    const known = purposes.find((one) => one === purpose);
    if (known === undefined) return [{ row, what: `there is no mail of the purpose ${purpose}` }];
    return unread(row, factsSchemas[known].safeParse(facts));
  });
}

/** Sealed audit records that are not as they were sealed, and personal values that are not those recorded. */
export async function findBrokenSeals(work: Work): Promise<Finding[]> {
  const { broken, forged } = await verifyAudit(work, {});
  return [
    ...broken.map(({ firstRecordId, lastRecordId, what }) => ({
      row: `audit records ${firstRecordId} to ${lastRecordId}`,
      what: `are not as they were sealed: ${what}`,
    })),
    ...forged.map(({ recordId, field }) => ({
      row: `audit record ${recordId}`,
      what: `its ${field} is not what was recorded`,
    })),
  ];
}

/** Decided polls whose answers, counted again, do not come to what was announced. */
export async function findMiscountedPolls(work: Work): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const id of await findCountedPolls(work)) {
    const { poll, problems } = await verifyPoll(work, { poll: String(id) });
    findings.push(...problems.map((what) => ({ row: `poll ${poll.id}`, what: `${poll.title}: ${what}` })));
  }
  return findings;
}

function unread(
  row: string,
  read: {
    success: boolean;
    error?: { issues: readonly { path: readonly PropertyKey[]; message: string }[] };
  },
): Finding[] {
  if (read.success) return [];
  return (read.error?.issues ?? []).map(({ path, message }) => ({
    row,
    what: `${path.map(String).join(".")} ${message}`.trim(),
  }));
}
