import { authorize } from "../actor.ts";
import { NewsPost } from "../news/news-post.entity.ts";
import { editPage } from "../news/pages.service.ts";
import { pageSlugs } from "../news/pages.schemas.ts";
import { slugOf } from "../news/slug.rules.ts";
import { type ClubDate, clubInstant } from "../time.ts";
import type { Work } from "../work.ts";
import { ownDeed } from "./deeds.service.ts";
import { demoNews, demoPages } from "./texts.rules.ts";

/** Writes the club's pages, and the news of the weeks before; nobody is told by mail of what was long ago. */
export async function writeTexts(work: Work, { today }: { today: ClubDate }): Promise<void> {
  for (const slug of pageSlugs) await ownDeed(work, () => editPage(work, { slug, body: demoPages[slug] }));
  await ownDeed(work, async () => {
    authorize(work, "postNews", { roles: ["editor"] });
    for (const { postedOn, ...news } of demoNews(today)) {
      const postedAt = clubInstant(postedOn, "18:30", work.now.zoneName).toJSDate();
      work.em.create(NewsPost, { ...news, slug: slugOf(news.title), postedAt });
    }
    await work.em.flush();
  });
}
