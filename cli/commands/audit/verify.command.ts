import type { AuditVerified, BrokenSeal } from "#core/audit/verify.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { exitCodes } from "../../errors.ts";
import { counted, onClock } from "../../exact.ts";
import { lines, table } from "../../output.ts";

export const command = defineCommand({
  summary: "Prove that no sealed audit record was changed, removed or added.",
  description:
    "The seals are a chain of hashes; sabc run due adds to it. Whoever can write to the database could cut its end off or make it anew: keep the head outside, and give it later with --anchor. What came after the last seal is protected by privileges alone.",
  parameters: {
    anchor: { option: "HASH", about: "a head of the chain that was kept outside", optional: true },
  },
  examples: ["sabc audit verify", "sabc audit verify --anchor HASH --json"],
  async input(given) {
    const { verifyAuditSchema } = await import("#core/audit/audit.schemas.ts");
    return verifyAuditSchema.parse(given);
  },
  async run(context, input) {
    const { verifyAudit } = await import("#core/audit/verify.service.ts");
    return context.read((work) => verifyAudit(work, input));
  },
  output: (verified) => {
    const { head, broken, forged } = verified;
    const wrong = faultsOf(verified);
    return {
      json: { ok: wrong.length === 0, ...verified },
      sections: [
        ...(head === null ? [] : [lines([head.hash], "Head of the chain")]),
        ...(broken.length > 0 ? [table(brokenColumns, broken, "Not as sealed")] : []),
        ...(forged.length > 0 ? [table(forgedColumns, forged, "Personal values that do not fit")] : []),
      ],
      notes: [...soundness(verified, wrong.length === 0), ...protection(verified)],
      ...(wrong.length > 0 ? { complaint: wrong.join(" "), exitCode: exitCodes.conflict.code } : {}),
    };
  },
});

function faultsOf({ broken, forged, anchor }: AuditVerified): string[] {
  return [
    ...broken.map(brokenWords),
    ...(forged.length > 0
      ? [`${counted(forged.length, "personal value")} beside the records: not what was recorded.`]
      : []),
    ...(anchor?.found === false
      ? ["The head that was kept is not in the chain: its end was cut off, or it was made anew."]
      : []),
  ];
}

function brokenWords({ firstRecordId, lastRecordId, sealedAt, sealed, found, what }: BrokenSeal): string {
  const span =
    firstRecordId === lastRecordId ? `Record ${lastRecordId}` : spanWords(firstRecordId, lastRecordId);
  const became = {
    changed: "at least one of them was changed",
    removed: `${sealed - found} of them ${sealed - found === 1 ? "was" : "were"} removed`,
    added: `${counted(found - sealed, "record")} ${found - sealed === 1 ? "was" : "were"} added among them`,
  }[what];
  return `${span}, ${sealed} sealed on ${onClock(sealedAt)}: ${became}.`;
}

const spanWords = (first: number, last: number): string => `Records ${first} to ${last}`;

function soundness({ seals, records, anchor }: AuditVerified, ok: boolean): string[] {
  if (!ok) return ["Compare with a backup of before: it holds the records, and the head of its day."];
  if (seals === 0) return ["Nothing is sealed yet; sabc run due does it once an hour."];
  return [
    `${counted(records, "record")} in ${counted(seals, "seal")}: all as they were sealed.`,
    ...(anchor?.found ? [`The head that was kept is in the chain, sealed on ${onClock(anchor.at)}.`] : []),
  ];
}

function protection({ head }: AuditVerified): string[] {
  if (head === null) return [];
  const { unsealed } = head;
  return [
    unsealed === 0
      ? "Nothing came after the last seal."
      : `${counted(unsealed, "record")} came after the last seal: protected by privileges alone until the next.`,
    "Keep the head outside this database: a chain that was cut short is found by --anchor alone.",
  ];
}

const brokenColumns = columnsOf<BrokenSeal>({
  firstRecordId: { kind: "count", header: "From" },
  lastRecordId: { kind: "count", header: "To" },
  sealedAt: { kind: "word", header: "Sealed at", value: ({ sealedAt }) => onClock(sealedAt) },
  sealed: "count",
  found: "count",
  what: "word",
});

const forgedColumns = columnsOf<AuditVerified["forged"][number]>({
  recordId: { kind: "count", header: "Record" },
  field: "word",
});
