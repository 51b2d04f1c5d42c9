import { createHash } from "node:crypto";
import type { Step } from "../context.ts";

/** Tags each page with a hash of what it says, and answers 304 to who has it already. */
export const answerConditionally: Step = async (ctx, next) => {
  await next();
  if (ctx.status !== 200 || typeof ctx.body !== "string" || ctx.res.hasHeader("Cache-Control")) return;
  ctx.set({
    "Cache-Control": "no-cache",
    ETag: `W/"${createHash("sha256").update(ctx.body).digest("base64url").slice(0, 27)}"`,
  });
  if (ctx.fresh) ctx.status = 304;
};
