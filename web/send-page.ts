import type { SiteContext } from "./context.ts";
import { type Encoding, pack, type Packed, type Page } from "./page.ts";

/** Answers with a page as it was made, past what Koa would do for one that is not made yet. */
export function sendPage(ctx: SiteContext, page: Page): void | Promise<void> {
  const known = ctx.req.headers["if-none-match"];
  if (known !== undefined && names(known, page.etag)) {
    write(ctx, { status: 304, head: page.unchanged });
    return undefined;
  }
  const encoding = page.encodings.length === 1 ? "identity" : encodingFor(ctx);
  const packed = page.packed.get(encoding);
  if (packed !== undefined || encoding === "identity") {
    write(ctx, { status: 200, ...packed! });
    return undefined;
  }
  return pack(page, encoding).then((done) => write(ctx, { status: 200, ...done }));
}

function write(
  ctx: SiteContext,
  { status, head, body = "" }: { status: number; head: Packed["head"]; body?: string },
): void {
  ctx.respond = false;
  ctx.res.writeHead(status, [...head, "X-Request-Id", ctx.state.requestId]);
  ctx.res.end(ctx.req.method === "HEAD" ? "" : body, "latin1");
}

/** Whether a list of tags names this one; a strong and a weak tag of the same page are the same. */
const names = (list: string, etag: string): boolean =>
  list === etag || list.trim() === "*" || list.split(",").some((one) => weak(one.trim()) === etag);

const weak = (etag: string): string => (etag.startsWith("W/") ? etag : `W/${etag}`);

/** What browsers say is one of few sentences; each is understood once. */
const understood = new Map<string, Encoding>();

function encodingFor(ctx: SiteContext): Encoding {
  const said = ctx.req.headers["accept-encoding"] ?? "";
  const known = understood.get(said);
  if (known !== undefined) return known;
  const chosen = ctx.acceptsEncodings("br", "gzip", "identity");
  const encoding = chosen === "br" || chosen === "gzip" ? chosen : "identity";
  if (understood.size < 100 && said.length < 200) understood.set(said, encoding);
  return encoding;
}
