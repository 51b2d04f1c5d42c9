import type { Endpoint } from "./endpoint.ts";
import { endpoints } from "./endpoints.ts";

/** The endpoint for a path, with the ids that stand in it. */
export interface Found {
  endpoint: Endpoint;
  ids: Record<string, string>;
}

const patterns = endpoints.map((endpoint) => ({
  endpoint,
  pattern: new RegExp(`^/api/v10${endpoint.path.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
}));

/** None for what the local Discord does not know. `%40original` and `@original` are the same. */
export function findEndpoint(method: string, pathname: string): Found | undefined {
  const path = pathname.replaceAll("%40", "@");
  for (const { endpoint, pattern } of patterns) {
    const match = endpoint.method === method ? pattern.exec(path) : null;
    if (match !== null) return { endpoint, ids: { ...match.groups } };
  }
  return undefined;
}
