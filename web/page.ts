import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { securityHeaders } from "./headers.ts";

export type Encoding = "br" | "gzip" | "identity";

/**
 * What goes over the line, as Node takes it fastest: names and values of headers by turns, and the bytes as a string
 * (latin1), which it sends with the headers in one piece.
 */
export interface Packed {
  head: readonly string[];
  body: string;
}

/** A public answer as everyone gets it; each encoding is made once, when first asked for. */
export interface Page {
  etag: string;
  /** For who has it already. */
  unchanged: readonly string[];
  /** Bytes before they are compressed. */
  size: number;
  encodings: readonly Encoding[];
  packed: Map<Encoding, Packed>;
  packing: Map<Encoding, Promise<Packed>>;
}

/** Bytes below which compressing saves no packet. */
const few = 1_000;

/** Tags a page with a hash of what it says. Its readers may keep it, and ask each time whether it still stands. */
export function makePage({ body, headers }: { body: Buffer; headers: Record<string, string> }): Page {
  const { "content-type": type = "", ...own } = headers;
  const compressed = body.length >= few && compressible.test(type);
  const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const unchanged = Object.entries({
    ...securityHeaders,
    ...own,
    "Cache-Control": "no-cache",
    ETag: etag,
    ...(compressed && { Vary: "Accept-Encoding" }),
  }).flat();
  const head = [...unchanged, "Content-Type", type, "Content-Length", String(body.length)];
  return {
    etag,
    unchanged,
    size: body.length,
    encodings: compressed ? ["br", "gzip", "identity"] : ["identity"],
    packed: new Map([["identity", { head, body: body.toString("latin1") }]]),
    packing: new Map(),
  };
}

type Compressed = Exclude<Encoding, "identity">;

/** Compresses a page once for all who take it so: fifty may ask while it is still being done. */
export function pack(page: Page, encoding: Compressed): Promise<Packed> {
  const begun = page.packing.get(encoding);
  if (begun !== undefined) return begun;
  const packing = compress(page, encoding).finally(() => page.packing.delete(encoding));
  page.packing.set(encoding, packing);
  return packing;
}

async function compress(page: Page, encoding: Compressed): Promise<Packed> {
  const plain = page.packed.get("identity")!;
  const body = await encoders[encoding](Buffer.from(plain.body, "latin1"));
  const head = [...plain.head.slice(0, -1), String(body.length), "Content-Encoding", encoding];
  const packed = { head, body: body.toString("latin1") };
  page.packed.set(encoding, packed);
  return packed;
}

const compressible = /^(text\/|application\/(?!octet)[\w.+-]*(json|xml)|image\/svg)/;

const [br, zip] = [promisify(brotliCompress), promisify(gzip)];
const encoders = {
  br: (body: Buffer) => br(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (body: Buffer) => zip(body),
};
