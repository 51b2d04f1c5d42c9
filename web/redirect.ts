import type { SiteContext } from "./context.ts";

/** Sends a visitor on to another page of this site, for good. Refuses whatever a browser could read as another site. */
export function moveTo(ctx: SiteContext, path: string): void {
  if (!isOwnPath(path)) throw new Error(`Not a path of this site: ${path}`);
  ctx.status = 301;
  ctx.set("Location", path);
  ctx.body = "";
}

/** `/x` is; `//evil`, `/\evil` and `/..//evil` are not: a browser or proxy may tidy the last into the first. */
export function isOwnPath(path: string): boolean {
  if (!/^\/(?![/\\])[!-[\]-~]*$/.test(path)) return false;
  const { origin, pathname } = new URL(path, "http://own.invalid");
  return origin === "http://own.invalid" && !pathname.startsWith("//");
}
