import type { Step } from "../context.ts";
import { securityHeaders } from "../headers.ts";

export const setSecurityHeaders: Step = (ctx, next) => {
  ctx.set({ ...securityHeaders, "X-Request-Id": ctx.state.requestId });
  return next();
};
