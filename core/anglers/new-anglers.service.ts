import { authorize } from "../actor.ts";
import { conflict, type DomainError } from "../errors.ts";
import type { Work } from "../work.ts";
import { AnglerAlias } from "./angler-alias.entity.ts";
import { Angler } from "./angler.entity.ts";
import { findMatches, waitForOthersWhoAdd } from "./anglers.queries.ts";
import { type Clash, findClashes } from "./anglers.rules.ts";
import type { AnglerDraft } from "./anglers.schemas.ts";
import type { AnglerFound } from "./anglers.service.ts";

/**
 * Keeps new persons, in the order given, all or none. An e-mail or alias of someone else is a conflict that names
 * them; so is a name, unless the draft says that it is another person of the same name. Who they are to the club is
 * membership's to say: see `addMembers`.
 */
export async function createAnglers(
  work: Work,
  { anglers }: { anglers: AnglerDraft[] },
): Promise<AnglerFound[]> {
  authorize(work, "createAnglers", { roles: ["weighmaster"] });
  const texts = anglers.flatMap(({ name, email, aliases }) => [name, email ?? [], aliases ?? []].flat());
  await waitForOthersWhoAdd(work);
  const known = await findMatches(work, { texts: [...new Set(texts)] });
  const clashes = findClashes({ drafts: anglers, known });
  if (clashes.length > 0) throw refuse(clashes, anglers.length);
  const created = anglers.map((draft) => create(work, draft));
  await work.em.flush();
  return created.map(({ id, name, publicName }) => ({ id, name, publicName }));
}

function create(work: Work, draft: AnglerDraft): Angler {
  const { name, publicName, email, phone, joinedOn, aliases } = draft;
  const angler = work.em.create(Angler, {
    name,
    publicName: publicName ?? name,
    email: email ?? null,
    phone: phone ?? null,
    joinedOn: joinedOn ?? null,
  });
  for (const alias of aliases ?? []) work.em.create(AnglerAlias, { angler, name: alias });
  return angler;
}

function refuse(clashes: Clash[], drafts: number): DomainError {
  const problems = clashes.map(({ problem }) => problem);
  const [first] = clashes;
  if (clashes.length === 1 && first !== undefined) {
    return conflict(first.code, `${first.problem.value} ${first.problem.reason}`, { problems });
  }
  return conflict(
    "anglers-clash",
    `Nobody was added: ${clashes.length} problems with ${drafts} anglers. See each one.`,
    { problems },
  );
}
