import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

interface Asset {
  body: Buffer;
  encoded: { br: Buffer; gzip: Buffer };
  type: string;
  etag: string;
  /** What a page says of a script, so that the browser runs no other. */
  integrity: string;
  /** Its address holds a hash of its content, so what it says never changes. */
  lasting: boolean;
}

export interface Assets {
  find(path: string): Asset | undefined;
  /** The lasting address of a file of `public/`: `site.css` → `/static/site.3f9a0c1b2d.css`. */
  address(name: string): string;
  /** `sha384-…` of that file. */
  integrity(name: string): string;
}

/** Reads `public/` once. Every file answers under a lasting address, and the club's icon also under its plain one. */
export function openAssets(folder = join(import.meta.dirname, "public")): Assets {
  const served = new Map<string, Asset>();
  const addresses = new Map<string, string>();
  // The stylesheet last: it names the others.
  const names = globSync("*.*", { cwd: folder }).toSorted(
    (a, b) => Number(a.endsWith(".css")) - Number(b.endsWith(".css")),
  );

  for (const name of names) {
    const type = types[extname(name)];
    if (type === undefined) throw new Error(`web/public/${name} is of a kind the site does not serve.`);
    const body = name.endsWith(".css")
      ? withLastingAddresses(joined(folder, name), addresses)
      : readFileSync(join(folder, name));
    const hash = createHash("sha256").update(body).digest("hex").slice(0, 10);
    const address = `/static/${name.replace(/\.\w+$/, (end) => `.${hash}${end}`)}`;
    const asset = {
      body,
      encoded: { br: brotliCompressSync(body), gzip: gzipSync(body) },
      type,
      etag: `"${hash}"`,
      integrity: `sha384-${createHash("sha384").update(body).digest("base64")}`,
    };
    addresses.set(name, address);
    served.set(address, { ...asset, lasting: true });
    if (plain.has(name)) served.set(`/${name}`, { ...asset, lasting: false });
  }

  const addressOf = (name: string): string => {
    const address = addresses.get(name);
    if (address === undefined) throw new Error(`There is no web/public/${name}.`);
    return address;
  };
  return {
    find: (path) => served.get(path),
    address: addressOf,
    integrity: (name) => served.get(addressOf(name))!.integrity,
  };
}

/** A stylesheet with those it imports in their place, so that a page asks for one. None may be left out. */
function joined(folder: string, name: string): string {
  const parts = new Set(globSync("styles/*.css", { cwd: folder }));
  const text = readFileSync(join(folder, name), "utf8").replaceAll(
    /@import "([^"]+)";/g,
    (_, part: string) => {
      if (!parts.delete(part))
        throw new Error(`${name} imports ${part}, which is not there or is in it already.`);
      return readFileSync(join(folder, part), "utf8");
    },
  );
  if (parts.size > 0) throw new Error(`${name} does not import ${[...parts].join(", ")}.`);
  return text;
}

function withLastingAddresses(css: string, addresses: ReadonlyMap<string, string>): Buffer {
  const text = css.replaceAll(/url\("([^"]*)"\)/g, (_, path: string) => {
    const address = addresses.get(path.replace(/^\.\.\//, ""));
    if (address === undefined) throw new Error(`The stylesheet names ${path}, which is not in web/public.`);
    return `url("${address}")`;
  });
  return Buffer.from(text);
}

const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
};

const plain = new Set(["favicon.svg"]);
