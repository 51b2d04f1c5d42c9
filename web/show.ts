import type { SiteContext } from "./context.ts";
import type { Pages } from "./pages.ts";
import type { Views } from "./render.ts";

/** Answers with a page. */
export function show<View extends keyof Pages>(
  ctx: SiteContext,
  { views, view, page }: { views: Views; view: View; page: Pages[View] },
): void {
  ctx.type = "html";
  ctx.body = views.render(view, page);
}
