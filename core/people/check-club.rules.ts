/** A row that is not as it has to be, or hardly. */
export interface Finding {
  /** `bag 12`: the table's word and the row's key; `tournament 2026-03` where people say it so. */
  row: string;
  /** What is wrong with it. */
  what: string;
}

/** What a check is called, what it holds the club to, and what to do about what it finds. */
export interface CheckNamed {
  /** `places-are-dense` */
  name: string;
  /** What has to be so, in a sentence. */
  about: string;
  mend: string;
  /** Wrong: the club's rules or the database cannot have it so. Doubtful: it can be right, a person should look. */
  level: "wrong" | "doubtful";
}

/** A check that one statement makes: it gives a row for each finding. */
export interface SqlCheck extends CheckNamed {
  sql: string;
}
