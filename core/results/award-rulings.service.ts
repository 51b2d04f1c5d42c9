import { authorize } from "../actor.ts";
import { resolveAngler } from "../anglers/anglers.service.ts";
import { notFound } from "../errors.ts";
import { rulesSchema } from "../seasons/rules.schemas.ts";
import { Season } from "../seasons/season.entity.ts";
import { Ruling } from "../tournaments/ruling.entity.ts";
import type { Work } from "../work.ts";
import type { RecordAward } from "./rulings.schemas.ts";

/** Records who wins an award that the officers decide; deciding it again makes the earlier ruling void. */
export async function recordAward(
  work: Work,
  input: RecordAward,
): Promise<{ season: number; title: string; winner: { id: number; name: string } }> {
  authorize(work, "recordAward", { roles: [], reason: input.reason ?? null });
  const season = await work.em.findOne(Season, { year: input.season });
  if (season === null) throw notFound("season-not-found", `There is no season ${input.season}.`);
  const title = titleIn(season, input.title);
  const { id, publicName } = await resolveAngler(work, { reference: String(input.angler) });
  const earlier = await work.em.find(Ruling, { season, kind: "award", voidedAt: null });
  for (const ruling of earlier.filter(({ outcome }) => outcome["title"] === title)) {
    ruling.void({ at: work.now.toJSDate(), reason: "Decided again" });
  }
  work.em.create(Ruling, {
    kind: "award",
    subject: "season",
    subjectId: season.id,
    season,
    outcome: { title },
    angler: id,
    decidedBy: input.decidedBy,
    reason: input.reason ?? null,
    at: work.now.toJSDate(),
    recordedByKind: work.actor.kind,
    recordedByName: work.actor.name,
    recordedBy: work.actor.anglerId,
  });
  await work.em.flush();
  return { season: input.season, title, winner: { id, name: publicName } };
}

function titleIn({ rules, year }: Season, title: string): string {
  const decided = rulesSchema.parse(rules).awards.filter(({ by }) => by === "ruling");
  const found = decided.find((award) => award.title.toLowerCase() === title.toLowerCase());
  if (found === undefined) {
    const titles = decided.map((award) => award.title);
    throw notFound("award-not-found", `The officers of ${year} decide no award "${title}".`, {
      candidates: titles,
    });
  }
  return found.title;
}
