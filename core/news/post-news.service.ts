import { authorize } from "../actor.ts";
import { conflict, invalid } from "../errors.ts";
import { listMembers } from "../membership/roster.service.ts";
import { announce } from "../notices/announce.service.ts";
import { notify } from "../notices/notify.service.ts";
import type { ClubDate } from "../time.ts";
import type { Work } from "../work.ts";
import { NewsPost } from "./news-post.entity.ts";
import { findPostToEdit, findSame, findSlugs, lockNews } from "./news.queries.ts";
import type { ArchiveNews, EditNews, PostNews } from "./news.schemas.ts";
import { newsNotFound, type NewsShown, showNews } from "./news.service.ts";
import { freeSlug, slugOf } from "./slug.rules.ts";

/** What became of a piece of news, and how many members are told of it by mail. */
export interface NewsKept {
  post: NewsShown;
  changed: boolean;
  told: number;
}

/**
 * Posts news and tells the members of today by mail and in the channel, unless it says none. Its address is made from the title. The
 * same title and words twice are a conflict, so that nobody is told twice by a slip.
 */
export async function postNews(work: Work, input: PostNews): Promise<NewsKept> {
  const { title, body, priority = "normal", lastDay = null, mail = "members" } = input;
  authorize(work, "postNews", { roles: ["editor"] });
  refuseOver(work, lastDay);
  await lockNews(work);
  const same = await findSame(work, { title, body });
  if (same !== null) {
    throw conflict("news-posted-already", `This is posted already, as ${same.slug}. Edit it, or archive it.`);
  }
  const beginning = slugOf(title);
  const slug = freeSlug(beginning, await findSlugs(work, { beginning }));
  const post = work.em.create(NewsPost, { slug, title, body, priority, lastDay });
  await work.em.flush();
  const told = mail === "members" ? await tellMembers(work, post) : 0;
  return { post: showNews(work, post), changed: true, told };
}

/**
 * Changes news; its address stays. Nobody is told again unless that is said. Conflict when it is archived, or when
 * `revision` is given and somebody else edited it since.
 */
export async function editNews(work: Work, input: EditNews): Promise<NewsKept> {
  const { post: reference, mail = "none", revision, ...said } = input;
  authorize(work, "editNews", { roles: ["editor"] });
  const post = await postToEdit(work, reference);
  if (post.archivedAt !== null)
    throw conflict("news-archived", `"${post.title}" is archived. Post it anew if it is news again.`);
  if (revision !== undefined && revision !== post.revision) {
    throw conflict(
      "news-edited-meanwhile",
      `"${post.title}" was edited meanwhile: it is at revision ${post.revision}. Look at it, then edit it again.`,
    );
  }
  if (said.lastDay !== post.lastDay) refuseOver(work, said.lastDay ?? null);
  const { title = post.title, body = post.body, priority = post.priority, lastDay = post.lastDay } = said;
  const changed =
    title !== post.title || body !== post.body || priority !== post.priority || lastDay !== post.lastDay;
  if (changed) {
    const editedAt = work.now.toJSDate();
    work.em.assign(post, { title, body, priority, lastDay, editedAt, revision: post.revision + 1 });
    await work.em.flush();
  }
  const told = mail === "members" ? await tellMembers(work, post) : 0;
  return { post: showNews(work, post), changed, told };
}

/** Takes news off the site; it stays in the archive. Archiving it again changes nothing. */
export async function archiveNews(work: Work, { post: reference }: ArchiveNews): Promise<NewsKept> {
  authorize(work, "archiveNews", { roles: ["editor"] });
  const post = await postToEdit(work, reference);
  const changed = post.archivedAt === null;
  post.archivedAt ??= work.now.toJSDate();
  await work.em.flush();
  return { post: showNews(work, post), changed, told: 0 };
}

async function postToEdit(work: Work, reference: string): Promise<NewsPost> {
  const post = await findPostToEdit(work, reference);
  if (post === null) throw await newsNotFound(work, reference);
  return post;
}

async function tellMembers(work: Work, { id, slug, title, body, revision }: NewsPost): Promise<number> {
  const members = await listMembers(work, { status: "member" });
  const tidings = {
    purpose: "news",
    occasion: revision === 0 ? `post ${id}` : `post ${id} revision ${revision}`,
    facts: { slug, title, body },
  } as const;
  await notify(work, { ...tidings, recipients: members.map((member) => member.id) });
  await announce(work, tidings);
  return members.length;
}

function refuseOver({ today }: Work, lastDay: ClubDate | null): void {
  if (lastDay === null || lastDay >= today) return;
  throw invalid("news-over-already", `The last day ${lastDay} is over: today is ${today}. Give a later one.`);
}
