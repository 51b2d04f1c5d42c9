import { createHash, type Hash } from "node:crypto";

/** A record as the chain sees it: its number, and the SHA-256 of all it says. */
export interface RecordDigest {
  id: number;
  digest: string;
}

/** The hash of one seal in the making: over the seal before it and its records in the order of their numbers. */
export interface Link {
  readonly hash: Hash;
  records: number;
}

/** What every chain begins with; a change of what is hashed, or how, needs another. */
const beginning = "sabc audit 1";

/** Begins a seal that follows another; null: the first of all. */
export function openLink(previous: string | null): Link {
  const hash = createHash("sha256").update(`${previous ?? beginning}\n`);
  return { hash, records: 0 };
}

export function addRecord(link: Link, { id, digest }: RecordDigest): void {
  link.hash.update(`${id} ${digest}\n`);
  link.records += 1;
}

export const closeLink = ({ hash }: Link): string => hash.digest("hex");
