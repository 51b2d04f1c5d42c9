import { z } from "zod";
import type { Endpoint } from "./api-endpoint.ts";
import { endpoints } from "./api-endpoints.ts";
import type { describeApi } from "./openapi.ts";

/** The API as a person reads it. */
export interface ApiShown {
  endpoints: {
    path: string;
    summary: string;
    asked: { name: string; words: string }[];
    /** The name of the shape it answers with. */
    answer: string;
  }[];
  shapes: { name: string; fields: { name: string; type: string; words: string }[] }[];
}

type Described = ReturnType<typeof describeApi>;

/** The same as the document says, in tables: shapes with fields, and what stands behind a name. */
export function showApi(described: Described): ApiShown {
  const schemas = Object.entries(described.components?.schemas ?? {}) as [string, Shape][];
  return {
    endpoints: endpoints.map(({ path, summary, params, query, answer }) => ({
      path: `/api/v1${path}`,
      summary,
      asked: [...askedOf(params), ...askedOf(query)],
      answer: answer.meta()?.id ?? "",
    })),
    shapes: schemas.flatMap(([name, { properties, ...simple }]) => {
      if (properties === undefined)
        return { name, fields: [{ name: "", type: typeOf(simple), words: simple.description ?? "" }] };
      const fields = Object.entries(properties).map(([field, shape]) => ({
        name: field,
        type: typeOf(shape),
        words: shape.description ?? "",
      }));
      return { name, fields };
    }),
  };
}

interface Shape {
  $ref?: string;
  type?: string | string[];
  description?: string;
  enum?: string[];
  const?: string;
  items?: Shape;
  anyOf?: Shape[];
  properties?: Record<string, Shape>;
}

/** `Pounds or null`, `list of Season`. */
function typeOf({ $ref, type, enum: words, const: only, items, anyOf }: Shape): string {
  if ($ref !== undefined) return $ref.replace("#/components/schemas/", "");
  if (anyOf !== undefined) return anyOf.map(typeOf).join(" or ");
  if (items !== undefined) return `list of ${typeOf(items)}`;
  if (words !== undefined) return words.join(", ");
  if (only !== undefined) return only;
  return [type ?? "anything"].flat().join(" or ");
}

const askedOf = (shape: Endpoint["params"]): ApiShown["endpoints"][number]["asked"] =>
  Object.entries(shape.shape as Record<string, z.ZodType>).map(([name, field]) => {
    const { description, example } = field.meta() ?? {};
    return {
      name,
      words: [description, typeof example === "string" ? `Such as ${example}.` : ""]
        .filter(Boolean)
        .join(" "),
    };
  });
