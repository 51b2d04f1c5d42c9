import { addRecord, closeLink, type Link, openLink, type RecordDigest } from "./seal.rules.ts";

/** What a seal says it holds. */
export interface SealFacts {
  lastRecordId: number;
  records: number;
  hash: string;
}

/** A seal whose records are not what was sealed: those behind one number and up to another. */
export interface BrokenSpan<Seal extends SealFacts = SealFacts> {
  seal: Seal;
  /** The first number that may be in it. */
  firstRecordId: number;
  found: number;
  /** Told by how many there are now. */
  what: "changed" | "removed" | "added";
}

/** Follows the chain record by record; what is in memory is one seal. */
export interface ChainWalk<Seal extends SealFacts> {
  /** The next record by number, none behind the last seal. */
  take(record: RecordDigest): void;
  /** The seals that do not hold what they say, once the last record was taken. */
  finish(): BrokenSpan<Seal>[];
}

/**
 * Walks along the seals in their order. Each is made again from the one stored before it, so that a broken one does
 * not hide what comes after.
 */
export function walkChain<Seal extends SealFacts>(seals: readonly Seal[]): ChainWalk<Seal> {
  const broken: BrokenSpan<Seal>[] = [];
  let at = 0;
  let link: Link = openLink(null);
  const close = (seal: Seal): void => {
    const firstRecordId = (seals[at - 1]?.lastRecordId ?? 0) + 1;
    const found = link.records;
    if (closeLink(link) !== seal.hash || found !== seal.records)
      broken.push({ seal, firstRecordId, found, what: howBroken(seal, found) });
    at += 1;
    link = openLink(seal.hash);
  };
  const closeBefore = (id: number): void => {
    for (let seal = seals[at]; seal !== undefined && seal.lastRecordId < id; seal = seals[at]) close(seal);
  };
  return {
    take(record) {
      closeBefore(record.id);
      addRecord(link, record);
    },
    finish() {
      closeBefore(Number.POSITIVE_INFINITY);
      return broken;
    },
  };
}

function howBroken({ records }: SealFacts, found: number): BrokenSpan["what"] {
  if (found === records) return "changed";
  return found < records ? "removed" : "added";
}
