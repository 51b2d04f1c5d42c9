import { notFound } from "#core/errors.ts";
import { chooseByLink, findMailChoice } from "#core/notices/preferences.service.ts";
import type { Routes } from "../app.ts";
import { ask, change } from "../ask.ts";
import type { SiteContext } from "../context.ts";
import { show } from "../show.ts";

/**
 * The link in a mail. Looking changes nothing, since mail is scanned by programs that follow links. Posting does: by the
 * button, or by the reader's program itself (RFC 8058), which sends no cookie, no Origin and follows no redirect. The
 * token alone says who it is for, so that nothing a browser would add could make another site's form do more.
 */
export const unsubscribeRoutes: Routes = (router, site) => {
  router.get("/unsubscribe/:token", async (ctx) => {
    const token = tokenIn(ctx);
    const page = await ask(site, async (work) => ({ choice: await findMailChoice(work, { token }) }));
    answer(ctx, { ...page, token, changed: false });
  });

  router.post("/unsubscribe/:token", async (ctx) => {
    await choose(ctx, false);
  });

  router.post("/unsubscribe/:token/undo", async (ctx) => {
    await choose(ctx, true);
  });

  async function choose(ctx: SiteContext, wanted: boolean): Promise<void> {
    const token = tokenIn(ctx);
    const page = await change(site, async (work) => ({
      choice: await chooseByLink(work, { token, wanted }),
    }));
    answer(ctx, { ...page, token, changed: true });
  }

  function answer(ctx: SiteContext, page: Parameters<typeof show<"mail">>[1]["page"]): void {
    ctx.set("Cache-Control", "no-store");
    show(ctx, { views: site.views, view: "mail", page });
  }
};

function tokenIn(ctx: SiteContext & { params?: Record<string, string> }): string {
  const token = ctx.params?.["token"] ?? "";
  if (/^[\w-]{10,100}$/.test(token)) return token;
  throw notFound("mail-link-unknown", "This link is not one of the club's mails.");
}
