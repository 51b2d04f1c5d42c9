import { randomUUID } from "node:crypto";
import type { Step } from "../context.ts";

/** Names each request, so that what a visitor reads on an error page can be found in the log. */
export const nameTheRequest: Step = (ctx, next) => {
  ctx.state.requestId = randomUUID();
  return next();
};
