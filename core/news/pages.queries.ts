import type { Work } from "../work.ts";
import { PageRevision, type PageSlug } from "./page-revision.entity.ts";

/** One wording of a page, the newest where no revision is named; null where nobody wrote it. */
export async function findWording(
  work: Work,
  { slug, revision }: { slug: PageSlug; revision?: number | undefined },
): Promise<PageRevision | null> {
  const [found] = await work.em.find(
    PageRevision,
    { slug, ...(revision === undefined ? {} : { revision }) },
    { orderBy: { revision: "desc" }, limit: 1 },
  );
  return found ?? null;
}

type Saved = Pick<PageRevision, "slug" | "revision" | "savedAt" | "savedByName">;

/** When and by whom every page that was written was saved last; without its words. */
export async function findPages(work: Work): Promise<Saved[]> {
  const saved: Saved[] = await work.em.find(
    PageRevision,
    {},
    { fields: ["slug", "revision", "savedAt", "savedByName"], orderBy: { revision: "desc" } },
  );
  return [...new Map(saved.toReversed().map((page) => [page.slug, page])).values()];
}

/** To the end of this work nobody else saves a page. */
export async function lockPages(work: Work): Promise<void> {
  await work.em.execute("select from pg_advisory_xact_lock(hashtext('sabc'), hashtext('page'))");
}
