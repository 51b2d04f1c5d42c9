import type { Site, Step } from "../context.ts";
import { Refusal } from "../refusal.ts";

const aYear = "public, max-age=31536000, immutable";
const aDay = "public, max-age=86400";

/** Serves the files of `public/` from the map made at start: an address either is a key of it or is not a file. */
export const serveAssets =
  ({ assets }: Site): Step =>
  (ctx, next) => {
    const asset = assets.find(ctx.path);
    if (!asset) return next();
    if (ctx.method !== "GET" && ctx.method !== "HEAD") {
      throw new Refusal(405, {
        code: "method-not-allowed",
        sentence: "A file can only be read.",
        headers: { Allow: "GET, HEAD" },
      });
    }
    ctx.status = 200;
    ctx.set({ "Cache-Control": asset.lasting ? aYear : aDay, ETag: asset.etag, Vary: "Accept-Encoding" });
    if (ctx.fresh) {
      ctx.status = 304;
      return undefined;
    }
    const encoding = ctx.acceptsEncodings("br", "gzip", "identity");
    const encoded = encoding === "br" || encoding === "gzip" ? asset.encoded[encoding] : undefined;
    if (encoded && encoding) ctx.set("Content-Encoding", encoding);
    ctx.body = encoded ?? asset.body;
    ctx.type = asset.type;
    return undefined;
  };
