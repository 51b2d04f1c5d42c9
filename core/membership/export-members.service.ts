import { Angler } from "../anglers/angler.entity.ts";
import { writeCsv } from "../anglers/csv-file.service.ts";
import type { Work } from "../work.ts";
import { joinList, officeWords, statusWords } from "./member-cells.rules.ts";
import { type MemberColumn, memberColumns } from "./member-columns.rules.ts";
import type { MemberKept } from "./member-plan.rules.ts";
import { loadKept } from "./members-kept.service.ts";
import { listMembers } from "./roster.service.ts";

/** A person as the members' file has them. */
export interface MemberExported extends MemberKept {
  id: number;
}

/**
 * Everyone the club knows, by id, with all that `importMembers` takes: read again it changes nothing. Who was erased
 * is left out. For members and officers, as the roster is.
 */
export async function exportMembers(work: Work, _: object = {}): Promise<MemberExported[]> {
  const roster = await listMembers(work, {});
  const anglers = await work.em.find(Angler, { id: { $in: roster.map(({ id }) => id) } });
  const kept = await loadKept(work, { anglers });
  return [...kept].map(([id, { person }]) => ({ id, ...person })).toSorted((one, other) => one.id - other.id);
}

/** The same people as the CSV file that `importMembers` reads. */
export const membersCsv = (people: readonly MemberExported[]): string =>
  writeCsv({
    header: [...memberColumns],
    rows: people.map((person) => {
      const cells = cellsOf(person);
      return memberColumns.map((column) => cells[column]);
    }),
  });

function cellsOf({ id, name, publicName, ...person }: MemberExported): Record<MemberColumn, string> {
  const now = person.statuses.at(-1);
  return {
    id: String(id),
    name,
    public_name: publicName === name ? "" : publicName,
    email: person.email ?? "",
    phone: person.phone ?? "",
    joined_on: person.joinedOn ?? "",
    status: now?.status ?? "",
    from: now?.from ?? "",
    earlier: joinList(person.statuses.slice(0, -1).map(statusWords)),
    aliases: joinList(person.aliases),
    roles: joinList(person.roles),
    offices: joinList(person.offices.map(officeWords)),
  };
}
