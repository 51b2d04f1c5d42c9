import { authorize } from "../actor.ts";
import { AnglerAlias } from "../anglers/angler-alias.entity.ts";
import { Angler } from "../anglers/angler.entity.ts";
import { resolvePerson } from "../anglers/anglers.service.ts";
import { refuseLastAdmin } from "../anglers/roles.service.ts";
import { AnglerStatus } from "../membership/angler-status.entity.ts";
import { lockAnglers } from "../membership/membership.queries.ts";
import { setStatus } from "../membership/membership.service.ts";
import { statusOn } from "../membership/status.rules.ts";
import type { Work } from "../work.ts";
import type { EraseAngler } from "./erase.schemas.ts";
import {
  eraseFromAudit,
  eraseNames,
  eraseOwnRows,
  findRecordsOf,
  forgetMerges,
} from "./erase-traces.service.ts";
import { placeholderFor, standsAlone } from "./name-columns.rules.ts";
import { findShared, findTraces, type Trace } from "./traces.queries.ts";

/** A person erased, as the officer should hear it. */
export interface AnglerErased {
  id: number;
  /** What they were called until now. */
  name: string;
  /** What results call them from now on. */
  placeholder: string;
  on: string;
  /** What goes: `e-mail`, `2 aliases`, `5 notices`. */
  gone: string[];
  /** Text that people wrote, in which a name of theirs still stands: to be looked at by a person. */
  left: Trace[];
  /** Names that someone else has too, so that text with them was left alone. */
  shared: string[];
}

/**
 * Erases what is personal of someone for good: names, contact, aliases, roles, mails and wishes about them, what the
 * audit log keeps of them. Results, payments and places stay, under a placeholder. Members are former from today.
 */
export async function eraseAngler(work: Work, { reference }: EraseAngler): Promise<AnglerErased> {
  authorize(work, "eraseAngler", { roles: [] });
  const person = await resolvePerson(work, { reference });
  await refuseLastAdmin(work, { angler: person });
  await lockAnglers(work, { anglerIds: [person.id] });
  const angler = await work.em.findOneOrFail(Angler, person.id);
  const known = await findRecordsOf(work, { angler });
  const member = await endStatus(work, { id: angler.id });
  const placeholder = await freePlaceholder(work, { id: angler.id, member });
  const contact = [
    ...(angler.email === null ? [] : ["e-mail"]),
    ...(angler.phone === null ? [] : ["phone"]),
    ...(angler.joinedOn === null ? [] : ["first day"]),
  ];
  const shared = await findShared(work, { names: known.texts, ids: [angler.id] });
  const pattern = patternOf(known.texts.filter((text) => !shared.has(text)));
  const rows = await eraseOwnRows(work, { id: angler.id });
  angler.erase({ placeholder, on: work.today });
  await work.em.flush();
  await eraseNames(work, { id: angler.id, placeholder, pattern });
  await forgetMerges(work, { ids: known.ids });
  await eraseFromAudit(work, { ids: known.ids, pattern });
  const left = await findTraces(work, { pattern: patternOf(known.texts) });
  work.em.clear();
  return {
    id: person.id,
    name: person.name,
    placeholder,
    on: work.today,
    gone: [...contact, ...rows],
    left,
    shared: [...shared],
  };
}

/** Who is erased votes and applies no more; whether they ever were a member. */
async function endStatus(work: Work, { id }: { id: number }): Promise<boolean> {
  const rows = await work.em.find(AnglerStatus, { angler: id });
  for (const row of rows.filter(({ from }) => from > work.today)) work.em.remove(row);
  await work.em.flush();
  const now = statusOn(rows, work.today);
  if (now === "member") await setStatus(work, { reference: String(id), status: "former" });
  if (now === "applicant") await setStatus(work, { reference: String(id), status: "guest" });
  return rows.some(({ status, from }) => status === "member" && from <= work.today);
}

async function freePlaceholder(work: Work, of: { id: number; member: boolean }): Promise<string> {
  const placeholder = placeholderFor(of);
  const taken =
    (await work.em.count(Angler, { $or: [{ name: placeholder }, { publicName: placeholder }] })) +
    (await work.em.count(AnglerAlias, { name: placeholder }));
  return taken === 0 ? placeholder : `${placeholder} (erased)`;
}

/** What fits nothing where there is nothing to look for. */
const patternOf = (texts: readonly string[]): string =>
  texts.length === 0 ? String.raw`\A\Zx` : standsAlone(texts);
