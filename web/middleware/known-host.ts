import type { Site, Step } from "../context.ts";
import { Refusal } from "../refusal.ts";

const loopback = ["localhost", "127.0.0.1", "[::1]"];
// A probe asks the process itself, by whatever address it has; these pages hold no link and nothing of the club.
const probes = new Set(["/healthz", "/readyz"]);

/** Answers only under the club's own name, so that no page, link or cache can be made for another. */
export function refuseUnknownHosts({ config }: Pick<Site, "config">): Step {
  const known = isKnownHost(config);

  return (ctx, next) => {
    if (!known(ctx.req.headers.host) && !probes.has(ctx.path)) {
      throw new Refusal(421, {
        code: "host-unknown",
        sentence: "This server does not answer under that name. Use the club's own address.",
      });
    }
    return next();
  };
}

/** Whether a Host header names the club's own site. */
export function isKnownHost({ publicUrl }: Site["config"]): (host: string | undefined) => boolean {
  const own = publicUrl.hostname;
  const known = new Set(loopback.includes(own) ? loopback : [own]);
  return (host) => known.has(hostname(host));
}

/** The name without its port. Two Host headers make Node refuse the request before it comes here. */
function hostname(host: string | undefined): string {
  return /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i.exec(host ?? "")?.[1]?.toLowerCase() ?? "";
}
