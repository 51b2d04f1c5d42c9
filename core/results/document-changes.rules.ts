/** One field of a document that changes: its path (`points.place.step`); undefined where there is none. */
export interface FieldChange {
  path: string;
  before: unknown;
  after: unknown;
}

/** The fields in which two documents differ, in the order of the document. */
export function documentChanges(before: unknown, after: unknown): FieldChange[] {
  const [then, now] = [fieldsOf(before, ""), fieldsOf(after, "")];
  const paths = [...new Set([...now.keys(), ...then.keys()])];
  return paths
    .map((path) => ({ path, before: then.get(path), after: now.get(path) }))
    .filter((field) => field.before !== field.after);
}

function fieldsOf(value: unknown, path: string): Map<string, unknown> {
  if (typeof value !== "object" || value === null) return new Map(path ? [[path, value]] : []);
  const parts = Array.isArray(value)
    ? value.map((one, at) => fieldsOf(one, `${path}[${at}]`))
    : Object.entries(value).map(([key, one]) => fieldsOf(one, path ? `${path}.${key}` : key));
  return new Map(parts.flatMap((fields) => [...fields]));
}
