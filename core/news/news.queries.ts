import { LockMode } from "@mikro-orm/core";
import type { Work } from "../work.ts";
import { NewsPost } from "./news-post.entity.ts";

/** News by time, the newest first; of `current` only what is news today, what is urgent ahead. */
export function findPosts(
  work: Work,
  { which, limit, offset = 0 }: { which: "current" | "all"; limit: number; offset?: number },
): Promise<NewsPost[]> {
  const newest = { postedAt: "desc", id: "desc" } as const;
  if (which === "all") return work.em.find(NewsPost, {}, { orderBy: newest, limit, offset });
  return work.em.find(
    NewsPost,
    { archivedAt: null, $or: [{ lastDay: null }, { lastDay: { $gte: work.today } }] },
    // In the alphabet high comes before normal.
    { orderBy: { priority: "asc", ...newest }, limit, offset },
  );
}

/** By its address. */
export const findPost = (work: Work, { slug }: { slug: string }): Promise<NewsPost | null> =>
  work.em.findOne(NewsPost, { slug });

/** By its address, or its number. */
export async function findPostToEdit(work: Work, reference: string): Promise<NewsPost | null> {
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const bySlug = await work.em.findOne(NewsPost, { slug: reference.toLowerCase() }, { lockMode });
  if (bySlug !== null || !/^\d{1,9}$/.test(reference)) return bySlug;
  return work.em.findOne(NewsPost, { id: Number(reference) }, { lockMode });
}

/** To the end of this work nobody else posts: an address is given once, and so is the same news. */
export async function lockNews(work: Work): Promise<void> {
  await work.em.execute("select from pg_advisory_xact_lock(hashtext('sabc'), hashtext('news'))");
}

/** The addresses that begin so. */
export async function findSlugs(work: Work, { beginning }: { beginning: string }): Promise<Set<string>> {
  const posts = await work.em.find(NewsPost, { slug: { $like: `${beginning}%` } }, { fields: ["slug"] });
  return new Set(posts.map(({ slug }) => slug));
}

export const findSame = (work: Work, said: { title: string; body: string }): Promise<NewsPost | null> =>
  work.em.findOne(NewsPost, { ...said, archivedAt: null });
