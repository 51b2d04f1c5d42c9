import type { Site, SiteContext, Step } from "../context.ts";
import { makePage, type Page } from "../page.ts";
import { sendPage } from "../send-page.ts";
import { isKnownHost } from "./known-host.ts";

type Given = Pick<Site, "pages" | "config">;

/** Answers at once with what was made before; whatever else has to be looked at was looked at when it was made. */
export function answerKeptPages({ pages, config }: Given): Step {
  const known = isKnownHost(config);
  return (ctx, next) => {
    const { method, url = "", headers } = ctx.req;
    if (method !== "GET" && method !== "HEAD") return next();
    const page = pages.find(url);
    return page === undefined || !known(headers.host) ? next() : sendPage(ctx, page);
  };
}

/**
 * Makes a page for all who ask for it meanwhile and keeps it: any 200 that does not say for itself how long it may be
 * kept. What only one person may see says `Cache-Control: no-store`.
 */
export const makePublicPages =
  ({ pages }: Given): Step =>
  async (ctx, next) => {
    if (ctx.method !== "GET" && ctx.method !== "HEAD") return next();
    const made = await pages.make(ctx.req.url ?? "", async () => {
      const before = ctx.res.getHeaderNames();
      await next();
      return isPublic(ctx) ? takeFrom(ctx, before) : null;
    });
    if (made !== null) await sendPage(ctx, made);
    return undefined;
  };

function isPublic({ status, body, res }: SiteContext): boolean {
  const whole = typeof body === "string" || Buffer.isBuffer(body);
  return status === 200 && whole && !res.hasHeader("Cache-Control") && !res.hasHeader("Set-Cookie");
}

/** The body, and the headers that the route added to those of every answer. */
function takeFrom({ body, res }: SiteContext, before: string[]): Page {
  const own = res.getHeaderNames().filter((name) => name !== "content-length" && !before.includes(name));
  const headers = Object.fromEntries(own.map((name) => [name, String(res.getHeader(name))]));
  return makePage({ body: Buffer.isBuffer(body) ? body : Buffer.from(String(body)), headers });
}
