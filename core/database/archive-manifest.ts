import { z } from "zod";
import { invalid } from "../errors.ts";

/** The first file of an archive: what all the others must hold, so that every byte is checked as it is read. */
export const manifestName = "manifest.json";
const format = "sabc-backup";
const version = 1;

const count = z.int().min(0);

const tableSchema = z.strictObject({
  name: z.string().min(1).max(63),
  columns: z.array(z.string().min(1).max(63)).min(1),
  rows: count,
  /** Of the text that COPY gives: as many, and with this SHA-256. */
  bytes: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const manifestSchema = z.strictObject({
  format: z.literal(format),
  version: z.int(),
  /** Null before the club was given a name. */
  club: z.string().nullable(),
  /** On the club's clock: `2026-03-22T03:15:00.000-05:00`. */
  at: z.iso.datetime({ offset: true }),
  server: z.string(),
  /** The steps of the schema that were done, in their order. */
  schema: z.array(z.string()).min(1),
  tables: z.array(tableSchema).min(1),
  sequences: z.array(
    z.strictObject({
      name: z.string().min(1).max(63),
      value: z.string().regex(/^-?\d+$/),
      called: z.boolean(),
    }),
  ),
  /** The end of the audit log: what `sabc audit verify --anchor` is held against. */
  audit: z.strictObject({ lastRecord: z.string().nullable(), seal: z.string().nullable() }),
  leftOut: z.array(z.string()),
});

export type TableManifest = z.infer<typeof tableSchema>;
export type SequenceValue = z.infer<typeof manifestSchema>["sequences"][number];
export type AuditHead = z.infer<typeof manifestSchema>["audit"];
export type Manifest = Omit<z.infer<typeof manifestSchema>, "format" | "version">;

/** Where a table's rows stand in the archive. */
export const entryOf = (table: string): string => `tables/${table}.copy`;

export const writeManifest = (manifest: Manifest): Buffer =>
  Buffer.from(`${JSON.stringify({ format, version, ...manifest }, null, 2)}\n`);

/** Reads a manifest; invalid, with every fault, where it is none of ours. */
export function readManifest(bytes: Uint8Array): Manifest {
  const { format: _, version: found, ...manifest } = parse(bytes);
  if (found !== version) {
    throw invalid(
      "backup-format-unknown",
      `The backup has format ${found}, and this sabc reads format ${version}. Use the sabc that made it.`,
    );
  }
  const names = [...manifest.tables, ...manifest.sequences].map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw unreadable(`it names ${twice} twice`);
  return manifest;
}

function parse(bytes: Uint8Array): z.infer<typeof manifestSchema> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw unreadable("it is no JSON");
  }
  const parsed = manifestSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw unreadable(`${first!.path.join(".") || "it"}: ${first!.message}`);
}

const unreadable = (why: string) =>
  invalid(
    "backup-manifest-wrong",
    `The backup's ${manifestName} cannot be right: ${why}. Use another backup.`,
  );
