import type { IncomingMessage } from "node:http";

/** A file that came with a message. */
export interface LocalFile {
  name: string;
  text: string;
}

/** What a request brings: JSON, alone or beside files. */
export interface RequestBody {
  /** Undefined: none, or none that is JSON. */
  body: unknown;
  files: LocalFile[];
  /** Why nobody could read it. */
  wrong: "type" | "json" | null;
}

/** Reads a request to its end; null where the line was cut. */
export async function readBody(request: IncomingMessage): Promise<RequestBody | null> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
  } catch {
    return null;
  }
  const bytes = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  if (bytes.length === 0) return { body: undefined, files: [], wrong: null };
  if (/^multipart\/form-data\b/.test(type)) return readParts(bytes, type);
  if (!/^application\/json\b/.test(type)) return { body: undefined, files: [], wrong: "type" };
  return { ...parse(bytes.toString()), files: [] };
}

async function readParts(bytes: Buffer, type: string): Promise<RequestBody> {
  const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
  const files: LocalFile[] = [];
  for (const [, part] of form) {
    if (typeof part !== "string") files.push({ name: part.name, text: await part.text() });
  }
  const said = form.get("payload_json");
  return { ...parse(typeof said === "string" ? said : "{}"), files };
}

function parse(text: string): { body: unknown; wrong: "json" | null } {
  try {
    return { body: JSON.parse(text), wrong: null };
  } catch {
    return { body: undefined, wrong: "json" };
  }
}
