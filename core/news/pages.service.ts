import { DateTime } from "luxon";
import { authorize, isOfficer } from "../actor.ts";
import { conflict, notFound } from "../errors.ts";
import { renderMarkdown } from "../notices/markdown.service.ts";
import type { Work } from "../work.ts";
import { PageRevision, type PageSlug } from "./page-revision.entity.ts";
import { findPages, findWording, lockPages } from "./pages.queries.ts";
import { type EditPage, pageSlugs, type ShowPage } from "./pages.schemas.ts";
import { pageTitles, startingText } from "./starting-texts.rules.ts";
import { type DifferentLine, differentLines } from "./text-difference.rules.ts";

/** A page as a list shows it. */
export interface PageListed {
  slug: PageSlug;
  title: string;
  /** 0: nobody has written it yet, it says what is true of any club. */
  revision: number;
  /** In the club's zone, `2026-03-22T15:10:00.000-05:00`; null with revision 0. */
  savedAt: string | null;
  /** Told to officers; null to others. */
  savedBy: string | null;
}

export interface PageShown extends PageListed {
  /** Markdown. */
  body: string;
  /** The same as HTML that can do no harm. */
  html: string;
}

export interface PageSaved extends PageListed {
  changed: boolean;
  /** What was taken out and put in. */
  difference: DifferentLine[];
}

/** The club's texts, in the order about, bylaws, join. */
export async function listPages(work: Work, _: object = {}): Promise<PageListed[]> {
  const written = await findPages(work);
  return pageSlugs.map((slug) => list(work, slug, written.find((page) => page.slug === slug) ?? null));
}

/** A page as it is, or in an earlier wording; one that nobody wrote says what is true of any club. */
export async function getPage(work: Work, { slug, revision }: ShowPage): Promise<PageShown> {
  const wording = await findWording(work, { slug, revision });
  if (wording === null && revision !== undefined && revision !== 0) {
    const newest = (await findWording(work, { slug }))?.revision ?? 0;
    throw notFound(
      "page-revision-not-found",
      `The page ${slug} has no revision ${revision}; its newest is ${newest}.`,
    );
  }
  const body = wording?.body ?? startingText(slug, work.club);
  return { ...list(work, slug, wording), body, html: renderMarkdown({ text: body }) };
}

/**
 * Saves a new wording of a page; what it said before stays. The same words again change nothing. Conflict when
 * `revision` is not the newest: somebody else has saved it meanwhile.
 */
export async function editPage(work: Work, { slug, body, revision }: EditPage): Promise<PageSaved> {
  authorize(work, "editPage", { roles: ["editor"] });
  await lockPages(work);
  const newest = await findWording(work, { slug });
  refuseMeanwhile({ slug, newest, revision });
  const before = newest?.body ?? startingText(slug, work.club);
  if (newest?.body === body) return { ...list(work, slug, newest), changed: false, difference: [] };
  const { kind, name, anglerId } = work.actor;
  const wording = work.em.create(PageRevision, {
    slug,
    revision: (newest?.revision ?? 0) + 1,
    body,
    savedByKind: kind,
    savedByName: name,
    savedByAnglerId: anglerId,
  });
  await work.em.flush();
  return { ...list(work, slug, wording), changed: true, difference: differentLines(before, body) };
}

function refuseMeanwhile({
  slug,
  newest,
  revision,
}: {
  slug: PageSlug;
  newest: PageRevision | null;
  revision: number | undefined;
}): void {
  if (revision === undefined || revision === (newest?.revision ?? 0)) return;
  const is =
    newest === null
      ? "nobody has written it yet"
      : `it is at revision ${newest.revision}, saved by ${newest.savedByName}`;
  throw conflict(
    "page-saved-meanwhile",
    `The page ${slug} is not at revision ${revision}: ${is}. See sabc page show ${slug}, then edit that.`,
  );
}

function list(
  work: Work,
  slug: PageSlug,
  wording: Pick<PageRevision, "revision" | "savedAt" | "savedByName"> | null,
): PageListed {
  const savedAt = wording && DateTime.fromJSDate(wording.savedAt, { zone: work.now.zone }).toISO();
  const savedBy = wording !== null && isOfficer(work.actor) ? wording.savedByName : null;
  return { slug, title: pageTitles[slug], revision: wording?.revision ?? 0, savedAt, savedBy };
}
