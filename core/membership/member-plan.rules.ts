import type { Role } from "../actor.ts";
import type { ClubDate } from "../time.ts";
import { officeWords } from "./member-cells.rules.ts";
import type { MemberSaid } from "./member-file.schemas.ts";
import { statusOn, type StatusRow, statusRowOn } from "./status.rules.ts";

/** What the club keeps of a person that a file may speak of. */
export interface MemberKept {
  name: string;
  publicName: string;
  email: string | null;
  phone: string | null;
  joinedOn: ClubDate | null;
  aliases: readonly string[];
  statuses: readonly StatusRow[];
  roles: readonly Role[];
  offices: readonly { office: string; year: number }[];
}

/** One thing that is new or another one. Status, alias, role and office are each told by themselves. */
export interface FieldChanged {
  field: "name" | "publicName" | "email" | "phone" | "joinedOn" | "status" | "alias" | "role" | "office";
  before: string | null;
  after: string;
}

/** What a row adds to a person or changes of them. */
export interface MemberPlan {
  sets: Partial<Pick<MemberKept, "name" | "publicName" | "email" | "phone" | "joinedOn">>;
  statuses: StatusRow[];
  aliases: string[];
  roles: Role[];
  offices: { office: string; year: number }[];
  fields: FieldChanged[];
}

/**
 * What a row says that the club does not know. What it leaves blank stays, and nothing is taken away: statuses,
 * aliases, roles and offices are only added. A name that is any of theirs is no new one.
 */
export function planMember({
  said,
  kept,
  today,
}: {
  said: MemberSaid;
  kept: MemberKept;
  today: ClubDate;
}): MemberPlan {
  const isNew = kept.name === "";
  const theirs = new Set([kept.name, kept.publicName, ...kept.aliases].map(key));
  const statuses = newStatuses({ said, kept: kept.statuses, today });
  // Who becomes a member joins that day; of someone new the file alone says when they did.
  const joined = isNew ? undefined : statuses.find(({ status }) => status === "member")?.from;
  const sets: MemberPlan["sets"] = {};
  if (!theirs.has(key(said.name))) {
    sets.name = said.name;
    // As everywhere: the public name follows where it was the same.
    if (kept.publicName === kept.name) sets.publicName = said.name;
  }
  if (said.publicName) sets.publicName = said.publicName;
  if (said.email && key(said.email) !== key(kept.email ?? "")) sets.email = said.email;
  if (said.phone) sets.phone = said.phone;
  const day = said.joinedOn ?? kept.joinedOn ?? joined;
  if (day) sets.joinedOn = day;
  const changed = (["name", "publicName", "email", "phone", "joinedOn"] as const).filter(
    (field) => sets[field] !== undefined && sets[field] !== kept[field],
  );
  // Nobody is told twice what both names are.
  const told = changed.filter((field) => field !== "publicName" || sets.publicName !== sets.name);

  const goesBy = new Set([...theirs, key(sets.name ?? kept.name)]);
  const aliases = distinct(said.aliases ?? []).filter((alias) => !goesBy.has(key(alias)));
  const roles = [...new Set(said.roles)].filter((role) => !kept.roles.includes(role));
  const held = new Set(kept.offices.map((term) => key(officeWords(term))));
  const named = new Map((said.offices ?? []).map((term) => [key(officeWords(term)), term]));
  const offices = [...named].flatMap(([words, term]) => (held.has(words) ? [] : [term]));
  return {
    sets: Object.fromEntries(changed.map((field) => [field, sets[field]])),
    statuses,
    aliases,
    roles,
    offices,
    fields: [
      ...told.map((field) => ({ field, before: kept[field] || null, after: sets[field]! })),
      ...statuses.map(({ status, from }) => ({
        field: "status" as const,
        before: statusOn(kept.statuses, from),
        after: `${status} from ${from}`,
      })),
      ...aliases.map((after) => ({ field: "alias" as const, before: null, after })),
      ...roles.map((after) => ({ field: "role" as const, before: null, after })),
      ...offices.map((term) => ({ field: "office" as const, before: null, after: officeWords(term) })),
    ],
  };
}

/** The rows a history lacks: of each day on which it would say something else. A first history is kept as it is told. */
function newStatuses({
  said: { status, from, statuses },
  kept,
  today,
}: {
  said: MemberSaid;
  kept: readonly StatusRow[];
  today: ClubDate;
}): StatusRow[] {
  const rows = [...(statuses ?? [])];
  if (status && from) rows.push({ status, from });
  // Without a day it is what they are now, or are about to be.
  const now = statusRowOn(kept, today) ?? kept.at(-1);
  if (status && !from && now?.status !== status) rows.push({ status, from: today });
  if (kept.length === 0) return rows;
  const history = new Map(kept.map((row) => [row.from, row]));
  return rows.filter((row) => {
    if (statusOn([...history.values()], row.from) === row.status) return false;
    history.set(row.from, row);
    return true;
  });
}

const distinct = (names: readonly string[]): string[] => [
  ...new Map(names.map((name) => [key(name), name])).values(),
];

const key = (text: string): string => text.toLowerCase();
