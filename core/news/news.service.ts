import { DateTime } from "luxon";
import { isOfficer } from "../actor.ts";
import { nearest } from "../anglers/nearest.service.ts";
import { type DomainError, notFound } from "../errors.ts";
import { renderMarkdown } from "../notices/markdown.service.ts";
import type { Work } from "../work.ts";
import type { NewsPost, NewsPriority } from "./news-post.entity.ts";
import { findPost, findPosts } from "./news.queries.ts";
import type { ListNews } from "./news.schemas.ts";

/** News as it is read. */
export interface NewsShown {
  id: number;
  /** Its address: `spring-banquet`; it stays whatever becomes of the title. */
  slug: string;
  title: string;
  /** Markdown. */
  body: string;
  /** The same as HTML that can do no harm. */
  html: string;
  priority: NewsPriority;
  /** Instants in the club's zone: `2026-03-22T15:10:00.000-05:00`. */
  postedAt: string;
  editedAt: string | null;
  /** The last day on which it is news; null: until it is archived. */
  lastDay: string | null;
  archivedAt: string | null;
  /** Whether it is news today. */
  current: boolean;
  revision: number;
}

const usual = 50;

/**
 * What is news today, what is urgent ahead, then the newest; for officers all there ever was (`which`), the newest
 * first.
 */
export async function listNews(work: Work, { which, limit = usual }: ListNews): Promise<NewsShown[]> {
  const seen = which === "all" && isOfficer(work.actor) ? "all" : "current";
  const posts = await findPosts(work, { which: seen, limit });
  return posts.map((post) => showNews(work, post));
}

/** A page of what is news today, and whether there is more behind it. */
export interface NewsPage {
  posts: NewsShown[];
  page: number;
  more: boolean;
}

/** What is news today, ten at a time, what is urgent ahead; not-found for a page with nothing, but the first. One query. */
export async function listNewsPage(work: Work, { page }: { page: number }): Promise<NewsPage> {
  const offset = (page - 1) * atOnce;
  const found = await findPosts(work, { which: "current", limit: atOnce + 1, offset });
  if (page > 1 && found.length === 0) throw notFound("page-not-found", `The news has no page ${page}.`);
  const posts = found.slice(0, atOnce).map((post) => showNews(work, post));
  return { posts, page, more: found.length > atOnce };
}

const atOnce = 10;

/** One piece of news by its address. What is news no longer is not found, except by officers. */
export async function getNewsPost(work: Work, { slug }: { slug: string }): Promise<NewsShown> {
  const post = await findPost(work, { slug });
  if (post === null || !(isNews(work, post) || isOfficer(work.actor))) throw await newsNotFound(work, slug);
  return showNews(work, post);
}

/**
 * The same for who followed a link: null for what is news no longer, not-found where nothing ever was. One query.
 */
export async function findNews(work: Work, { slug }: { slug: string }): Promise<NewsShown | null> {
  const post = await findPost(work, { slug });
  if (post === null) throw notFound("news-not-found", `There is no news "${slug.slice(0, 60)}".`);
  return isNews(work, post) ? showNews(work, post) : null;
}

export async function newsNotFound(work: Work, reference: string): Promise<DomainError> {
  const among = (await listNews(work, { which: "all" })).map(({ slug }) => slug);
  const candidates = await nearest({ asked: reference, among });
  const likely = candidates.length > 0 ? ` Is it one of these: ${candidates.join(", ")}?` : "";
  return notFound("news-not-found", `There is no news "${reference}".${likely}`, { candidates });
}

const isNews = ({ today }: Work, { archivedAt, lastDay }: NewsPost): boolean =>
  archivedAt === null && (lastDay === null || today <= lastDay);

export function showNews(work: Work, post: NewsPost): NewsShown {
  const { id, slug, title, body, priority, lastDay, revision } = post;
  const when = (at: Date): string => DateTime.fromJSDate(at, { zone: work.now.zone }).toISO() ?? "";
  return {
    id,
    slug,
    title,
    body,
    html: renderMarkdown({ text: body }),
    priority,
    postedAt: when(post.postedAt),
    editedAt: post.editedAt && when(post.editedAt),
    lastDay,
    archivedAt: post.archivedAt && when(post.archivedAt),
    current: isNews(work, post),
    revision,
  };
}
