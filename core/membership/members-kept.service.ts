import type { Angler } from "../anglers/angler.entity.ts";
import type { Work } from "../work.ts";
import type { AnglerStatus } from "./angler-status.entity.ts";
import type { MemberKept } from "./member-plan.rules.ts";
import { findBelongings } from "./members-kept.queries.ts";
import { findStatuses } from "./membership.queries.ts";

/** What is kept of a person, and the rows of their history. */
export interface Kept {
  person: MemberKept;
  rows: AnglerStatus[];
}

/** What the club keeps of these anglers beside dues and results, by id; four queries however many they are. */
export async function loadKept(
  work: Work,
  { anglers }: { anglers: readonly Angler[] },
): Promise<Map<number, Kept>> {
  const anglerIds = anglers.map(({ id }) => id);
  const statuses = await findStatuses(work, { anglerIds });
  const { aliases, roles, offices } = await findBelongings(work, { anglerIds });
  return new Map(
    anglers.map(({ id, name, publicName, email, phone, joinedOn }) => {
      const rows = statuses.get(id) ?? [];
      const person = {
        name,
        publicName,
        email,
        phone,
        joinedOn,
        aliases: (aliases.get(id) ?? []).map((alias) => alias.name),
        statuses: rows.map(({ status, from }) => ({ status, from })),
        roles: (roles.get(id) ?? []).map(({ role }) => role),
        offices: (offices.get(id) ?? []).map(({ office, year }) => ({ office, year })),
      };
      return [id, { person, rows }];
    }),
  );
}

/** Of someone new nothing is kept yet. */
export const nobody: MemberKept = {
  name: "",
  publicName: "",
  email: null,
  phone: null,
  joinedOn: null,
  aliases: [],
  statuses: [],
  roles: [],
  offices: [],
};
