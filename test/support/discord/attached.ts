import { type Part, partType, walk } from "./component.ts";
import type { FieldProblem } from "./refused.ts";
import type { LocalFile } from "./request-body.ts";
import type { World } from "./world.ts";

const prefix = "attachment://";

/** A message of components shows each file that came with it, and none that did not: `attachment://votes.csv`. */
export function judgeFiles(parts: readonly Part[], files: readonly LocalFile[]): FieldProblem[] {
  return walk(parts).flatMap(({ path, part: { type, file } }) => {
    const known = files.some(({ name }) => file?.url === prefix + name);
    if (type !== partType.file || known || file?.url.startsWith(hosted) === true) return [];
    const message = "The attachment of this component is not there.";
    return [
      { path: `${path}.file.url`, code: "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", message },
    ];
  });
}

/** The same with an address behind each file. */
export function withFiles(world: World, parts: Part[]): Part[] {
  return parts.map((part) => {
    const inside = part.components === undefined ? {} : { components: withFiles(world, part.components) };
    if (part.type !== partType.file || part.file?.url.startsWith(prefix) !== true)
      return { ...part, ...inside };
    const name = part.file.url.slice(prefix.length);
    const url = hosted + name;
    return {
      spoiler: false,
      ...part,
      name,
      size: null,
      file: { id: world.clock.snowflake(), url, proxy_url: url },
    };
  });
}

const hosted = "https://cdn.discordapp.example/attachments/";
