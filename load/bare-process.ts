import type { AddressInfo } from "node:net";
import Koa from "koa";

/** What a bare Koa application is to answer with: the very bytes, and the headers, of a page of the site. */
export interface BareAnswer {
  headers: Record<string, string>;
  /** Base64. */
  body: string;
}

/** A Koa application that does nothing but answer, to compare with. */
let headers: BareAnswer["headers"] = {};
let body = Buffer.alloc(0);
const koa = new Koa();
koa.use((ctx) => {
  ctx.set(headers);
  ctx.body = body;
});
process.on("message", (message: BareAnswer | "figures") => {
  if (message !== "figures") {
    headers = message.headers;
    body = Buffer.from(message.body, "base64");
  }
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system });
});
process.on("disconnect", () => process.exit());
const server = koa.listen(0, "127.0.0.1", () => {
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
