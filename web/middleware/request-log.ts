import { loggedPath } from "../addresses.ts";
import type { Site, Step } from "../context.ts";

/** One line per request. The query stays out: it may hold what a person typed. */
export const logRequests = ({ log }: Site): Step => {
  // Looking for what must be cut out of a line that holds nothing of it would cost more than all else of the line.
  const plain = log.child({}, { redact: [] });
  return async (ctx, next) => {
    const started = performance.now();
    await next();
    plain.info(
      {
        requestId: ctx.state.requestId,
        method: ctx.method,
        path: loggedPath(ctx.path),
        status: ctx.status,
        ms: Math.round(performance.now() - started),
      },
      "request",
    );
  };
};
