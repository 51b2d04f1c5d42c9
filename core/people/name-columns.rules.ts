/** Columns that hold a person's name or what tells of them, each with the column that says whose it is. */
export interface NameColumn {
  table: string;
  column: string;
  whose: string;
}

/** Names that were written down beside a person's number; a test compares the list with the database. */
export const nameColumns: readonly NameColumn[] = [
  { table: "dues_payment", column: "recorded_by_name", whose: "recorded_by_id" },
  { table: "entry_payment", column: "recorded_by_name", whose: "recorded_by_id" },
  { table: "ruling", column: "recorded_by_name", whose: "recorded_by_id" },
  { table: "pot_movement", column: "recorded_by_name", whose: "recorded_by_angler_id" },
  { table: "page_revision", column: "saved_by_name", whose: "saved_by_angler_id" },
  { table: "ballot", column: "cast_by_name", whose: "cast_by_id" },
  { table: "option", column: "label", whose: "angler_id" },
];

/** Text in which names stand among others: the name there becomes the placeholder. */
export const nameTexts: readonly { table: string; column: string }[] = [
  { table: "notice", column: "facts" },
  { table: "announcement", column: "facts" },
  { table: "ruling", column: "outcome" },
  { table: "ruling", column: "decided_by" },
];

/**
 * A pattern for PostgreSQL that finds any of these texts where they stand alone, whatever their case: `Ann` is not
 * found in `Annual`.
 */
export const standsAlone = (texts: readonly string[]): string =>
  `(?<![[:alnum:]])(${texts.map((text) => text.replaceAll(/[^\p{L}\p{N} ]/gu, String.raw`\$&`)).join("|")})(?![[:alnum:]])`;

/** What is left of someone's name: `Former member 17`. */
export const placeholderFor = ({ id, member }: { id: number; member: boolean }): string =>
  `Former ${member ? "member" : "guest"} ${id}`;
