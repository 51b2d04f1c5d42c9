import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

type Encoding = "br" | "gzip";

/** A public answer as everyone gets it: its bytes, and what they are once compressed, each made once. */
export interface Page {
  body: Buffer;
  headers: Readonly<Record<string, string | string[]>>;
  /** Null: its bytes are compressed already, or too few. */
  encoded: Map<Encoding, Promise<Buffer>> | null;
}

/** Bytes below which compressing saves no packet. */
const few = 1_000;

/** Tags a page with a hash of what it says. Its readers may keep it, and ask each time whether it still stands. */
export function makePage({
  body,
  headers,
}: {
  body: Buffer;
  headers: Record<string, string | string[]>;
}): Page {
  const type = String(headers["content-type"]);
  const encoded = body.length >= few && compressible.test(type) ? new Map() : null;
  return {
    body,
    encoded,
    headers: {
      ...headers,
      "cache-control": "no-cache",
      etag: `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`,
      ...(encoded && { vary: "Accept-Encoding" }),
    },
  };
}

/** The page in an encoding. */
export function encode({ body, encoded }: Page, encoding: Encoding): Promise<Buffer> {
  const known = encoded?.get(encoding);
  if (known !== undefined) return known;
  const made = encoders[encoding](body);
  encoded?.set(encoding, made);
  return made;
}

const compressible = /^(text\/|application\/(?!octet)[\w.+-]*(json|xml)|image\/svg)/;

const [br, zip] = [promisify(brotliCompress), promisify(gzip)];
const encoders: Record<Encoding, (body: Buffer) => Promise<Buffer>> = {
  br: (body) => br(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (body) => zip(body),
};
