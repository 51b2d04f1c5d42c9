import type { Site, SiteContext, Step } from "../context.ts";
import { encode, makePage, type Page } from "../page.ts";

/**
 * Answers with what was made before, or keeps what is made now: any 200 that does not say for itself how long it may be
 * kept. What only one person may see says `Cache-Control: no-store`.
 */
export const answerPublicPages =
  ({ pages }: Pick<Site, "pages">): Step =>
  async (ctx, next) => {
    if (ctx.method !== "GET" && ctx.method !== "HEAD") return next();
    const kept = pages.find(ctx.url);
    if (kept !== undefined) return answer(ctx, kept);
    const made = await pages.make(ctx.url, async () => {
      const before = ctx.res.getHeaderNames();
      await next();
      return isPublic(ctx) ? takeFrom(ctx, before) : null;
    });
    if (made !== null) await answer(ctx, made);
    return undefined;
  };

function isPublic({ status, body, res }: SiteContext): boolean {
  const whole = typeof body === "string" || Buffer.isBuffer(body);
  return status === 200 && whole && !res.hasHeader("Cache-Control") && !res.hasHeader("Set-Cookie");
}

/** The body, and the headers that the route added to those of every answer. */
function takeFrom({ body, res }: SiteContext, before: string[]): Page {
  const own = res.getHeaderNames().filter((name) => name !== "content-length" && !before.includes(name));
  const headers = Object.fromEntries(own.map((name) => [name, res.getHeader(name) as string | string[]]));
  return makePage({ body: Buffer.isBuffer(body) ? body : Buffer.from(String(body)), headers });
}

async function answer(ctx: SiteContext, page: Page): Promise<void> {
  ctx.status = 200;
  ctx.set(page.headers);
  if (ctx.fresh) {
    ctx.status = 304;
    return;
  }
  const encoding = page.encoded && ctx.acceptsEncodings("br", "gzip", "identity");
  if (encoding === "br" || encoding === "gzip") {
    ctx.set("Content-Encoding", encoding);
    ctx.body = await encode(page, encoding);
  } else ctx.body = page.body;
}
