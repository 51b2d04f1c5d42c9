import { authorize } from "../actor.ts";
import { AnglerAlias } from "../anglers/angler-alias.entity.ts";
import { AnglerRole } from "../anglers/angler-role.entity.ts";
import { Angler } from "../anglers/angler.entity.ts";
import { waitForOthersWhoAdd } from "../anglers/anglers.queries.ts";
import { unreadable } from "../anglers/csv-file.service.ts";
import type { ColumnChoices } from "../anglers/header.rules.ts";
import type { Work } from "../work.ts";
import { AnglerStatus, type Status } from "./angler-status.entity.ts";
import { asNew, findSecondRows, findStatusless } from "./import-members.rules.ts";
import { matchPeople, type PeopleChoices } from "./match-people.service.ts";
import { type Claiming, findClaims } from "./member-claims.rules.ts";
import { type FieldChanged, planMember } from "./member-plan.rules.ts";
import { findOfficeHolders } from "./members-kept.queries.ts";
import { memberShape } from "./member-shape.service.ts";
import { type Kept, loadKept, nobody } from "./members-kept.service.ts";
import type { NewMember } from "./membership.schemas.ts";
import { addMembers } from "./membership.service.ts";
import { OfficerTerm } from "./officer-term.entity.ts";
import { readRecords } from "./record-file.service.ts";

export interface ImportMembers extends ColumnChoices, PeopleChoices {
  /** CSV or JSON. */
  file: Uint8Array;
  /** Adds those whom nobody knows and nobody is nearly called like. */
  create?: boolean | undefined;
  /** What those are who are new and of whom the file does not say it. */
  status?: Status | undefined;
}

/** What an import came to; nothing added and nothing changed: the club knew it all. */
export interface MembersImported {
  added: MemberImported[];
  changed: MemberImported[];
  same: number;
}

export interface MemberImported {
  id: number;
  name: string;
  line: number;
  fields: FieldChanged[];
}

/**
 * Takes people from a file, all of it or nothing: invalid tells every problem with its line. What is blank stays as
 * it is, nothing is taken away, and the same file again changes nothing. Who is meant is never guessed; see
 * `matchPeople`.
 */
export async function importMembers(
  work: Work,
  { file, create, status, map, ...choices }: ImportMembers,
): Promise<MembersImported> {
  authorize(work, "importMembers", { roles: [] });
  await waitForOthersWhoAdd(work);
  const read = readRecords({ file, shape: memberShape, ...choices });
  const { rows } = read;
  const people = await matchPeople(work, {
    rows: rows.map(({ line, id, name, email, aliases }) => ({
      line,
      id: id ?? null,
      name,
      email: email ?? null,
      aliases: aliases ?? [],
    })),
    strangers: { unknown: create ? "added" : "refused", mapped: "added", advice },
    texts: rows.flatMap(({ publicName }) => publicName ?? []),
    map,
  });
  const certain = rows.filter(({ line }) => people.meant.has(line));
  const kept = await loadKept(work, { anglers: [...people.meant.values()].filter((one) => one !== null) });
  const planned = certain.map((row): Planned => {
    const angler = people.meant.get(row.line) ?? null;
    const known = people.mapped.has(row.line) ? { ...row, name: angler?.name ?? row.name } : row;
    const said = angler === null ? asNew(row, { status, today: work.today }) : known;
    const own = angler ? kept.get(angler.id)! : null;
    const plan = planMember({ said, kept: own?.person ?? nobody, today: work.today });
    return { line: row.line, anglerId: angler?.id ?? null, name: row.name, angler, kept: own, plan };
  });
  const terms = await findOfficeHolders(work, {
    years: planned.flatMap(({ plan }) => plan.offices.map(({ year }) => year)),
  });
  const problems = [
    ...read.problems,
    ...people.problems,
    ...findSecondRows(planned),
    ...findStatusless(planned.filter(({ line }) => !read.broken.has(line))),
    ...findClaims(planned, { called: people.called, terms }),
  ];
  if (problems.length > 0) throw unreadable(read.placed(problems));
  return keep(work, planned);
}

interface Planned extends Claiming {
  angler: Angler | null;
  kept: Kept | null;
}

async function keep(work: Work, planned: readonly Planned[]): Promise<MembersImported> {
  const fresh = planned.filter(({ angler }) => angler === null);
  const made = fresh.length === 0 ? [] : await addMembers(work, { members: fresh.map(asAdded) });
  const idOf = new Map(made.map(({ id }, at) => [fresh[at]!.line, id]));
  for (const { line, angler, kept, plan } of planned) {
    const whom = angler ?? work.em.getReference(Angler, idOf.get(line)!);
    if (angler) Object.assign(angler, plan.sets);
    for (const name of angler ? plan.aliases : []) work.em.create(AnglerAlias, { angler: whom, name });
    for (const { status, from } of angler ? plan.statuses : plan.statuses.slice(1)) {
      const row = kept?.rows.find((one) => one.from === from);
      if (row) row.status = status;
      else work.em.create(AnglerStatus, { angler: whom, status, from });
    }
    for (const role of plan.roles) work.em.create(AnglerRole, { angler: whom, role });
    for (const term of plan.offices) work.em.create(OfficerTerm, { angler: whom, ...term });
  }
  await work.em.flush();
  const shown = planned.map(({ line, angler, name, plan }) => ({
    id: angler?.id ?? idOf.get(line)!,
    name: angler?.name ?? name,
    line,
    fields: plan.fields,
  }));
  const changed = shown.filter(({ line, fields }) => !idOf.has(line) && fields.length > 0);
  return {
    added: shown.filter(({ line }) => idOf.has(line)),
    changed,
    same: shown.length - fresh.length - changed.length,
  };
}

/** That two of one name are two people is settled by now. */
const asAdded = ({ name, plan: { sets, statuses, aliases } }: Planned): NewMember => ({
  ...sets,
  ...statuses[0]!,
  name,
  aliases,
  sameName: true,
});

const advice = "Say who it is by --map, or add all who are new by --create.";
