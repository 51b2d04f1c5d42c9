/** A table whose rows speak of anglers: what becomes of them when two records are made one, or someone is erased. */
export interface AnglerPlace {
  table: string;
  /** The columns that hold an angler's id; the first says whose row it is. */
  columns: readonly [string, ...string[]];
  /** When the person is erased: "goes" where a row is nothing but their own, "stays" where it is the club's history. */
  erased: "goes" | "stays";
  /** What tells its rows apart, where that is not their `id`. */
  key?: readonly string[];
  /** Ids within JSON: the lists under these keys of the column, the column itself where there are none. */
  lists?: { column: string; keys: readonly string[] };
  /** One row for an angler and each value of these: where both have one, the kept person's stays. */
  oncePer?: readonly string[];
  /** "rules": worked out by a rule of its own. "crew": the database lets it follow those aboard. */
  moves?: "rules" | "crew";
  /** Its other columns live on by themselves, such as a mail that is sent meanwhile. */
  restless?: true;
  /** One row and many, as the preview counts them. */
  words: readonly [string, string];
}

/**
 * Every place that names an angler; a test compares the list with the database, so that a table that comes later is
 * not forgotten. Audit records stay as they are: they say who it was then.
 */
export const anglerPlaces: readonly AnglerPlace[] = [
  {
    table: "crew",
    erased: "stays",
    columns: ["angler_id", "stands_in_for_id"],
    words: ["boat fished in", "boats fished in"],
  },
  {
    table: "bag",
    erased: "stays",
    columns: ["angler_id", "caught_by_id"],
    moves: "crew",
    words: ["bag", "bags"],
  },
  {
    table: "ruling",
    erased: "stays",
    columns: ["angler_id", "recorded_by_id"],
    lists: { column: "outcome", keys: ["order", "crew"] },
    words: ["ruling", "rulings"],
  },
  {
    table: "entry_payment",
    erased: "stays",
    columns: ["recorded_by_id"],
    words: ["fee taken", "fees taken"],
  },
  {
    table: "pot_movement",
    erased: "stays",
    columns: ["recorded_by_angler_id"],
    lists: { column: "paid_to", keys: [] },
    words: ["line of a pot", "lines of pots"],
  },
  {
    table: "pot_membership",
    erased: "stays",
    columns: ["angler_id"],
    oncePer: ["pot", "season_id"],
    words: ["pot joined", "pots joined"],
  },
  {
    table: "dues_payment",
    erased: "stays",
    columns: ["angler_id", "recorded_by_id"],
    words: ["payment of dues", "payments of dues"],
  },
  {
    table: "attendance",
    erased: "stays",
    columns: ["angler_id"],
    oncePer: ["meeting_id"],
    words: ["meeting", "meetings"],
  },
  {
    table: "angler_status",
    erased: "stays",
    columns: ["angler_id"],
    moves: "rules",
    words: ["status", "statuses"],
  },
  { table: "officer_term", erased: "stays", columns: ["angler_id"], words: ["office", "offices"] },
  {
    table: "angler_role",
    erased: "goes",
    columns: ["angler_id"],
    oncePer: ["role"],
    words: ["role", "roles"],
  },
  { table: "angler_alias", erased: "goes", columns: ["angler_id"], words: ["alias", "aliases"] },
  { table: "ballot", erased: "stays", columns: ["angler_id", "cast_by_id"], words: ["ballot", "ballots"] },
  {
    table: "ballot_request",
    erased: "stays",
    columns: ["angler_id"],
    key: ["request"],
    words: ["click", "clicks"],
  },
  {
    table: "roll",
    erased: "stays",
    columns: ["angler_id"],
    key: ["poll_id", "angler_id"],
    words: ["secret ballot", "secret ballots"],
  },
  { table: "option", erased: "stays", columns: ["angler_id"], words: ["candidacy", "candidacies"] },
  {
    table: "notice",
    erased: "goes",
    columns: ["recipient_id"],
    oncePer: ["purpose", "occasion"],
    restless: true,
    words: ["notice", "notices"],
  },
  {
    table: "notice_preference",
    erased: "goes",
    columns: ["angler_id"],
    oncePer: ["category"],
    words: ["wish about mail", "wishes about mail"],
  },
  {
    table: "discord_link",
    erased: "goes",
    columns: ["angler_id"],
    oncePer: [],
    words: ["Discord account", "Discord accounts"],
  },
  {
    table: "page_revision",
    erased: "stays",
    columns: ["saved_by_angler_id"],
    words: ["club text", "club texts"],
  },
  {
    table: "angler_merge",
    erased: "stays",
    columns: ["kept_id"],
    words: ["earlier merge", "earlier merges"],
  },
];

/** Derived: lines of results and what they come to follow by themselves and are worked out again, awards among them. */
export const derivedPlaces = [
  "result",
  "angler_sum",
  "angler_total",
  "season_award",
  "season_standing",
] as const;

/** The columns that tell a table's rows apart. */
export const keyOf = (table: string): readonly string[] => placeOf(table)?.key ?? ["id"];

export const placeOf = (table: string): AnglerPlace | undefined =>
  anglerPlaces.find((place) => place.table === table);
