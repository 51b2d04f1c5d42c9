import { z } from "zod";
import type { Work } from "#core/work.ts";
import { listOf, pageAsked } from "./routes/api-frame.schemas.ts";

/** One address of the API: what may be asked, what it answers, and how that is read. */
export interface Endpoint {
  /** `/seasons/{year}`, under `/api/v1`. */
  path: string;
  /** `getSeason` */
  name: string;
  summary: string;
  params: z.ZodObject;
  query: z.ZodObject;
  answer: z.ZodType;
  /** Reads and shapes the answer; `page` gives the address of another page of a list. */
  read(work: Work, asked: Asked): Promise<unknown>;
}

interface Asked {
  params: Record<string, unknown>;
  query: Record<string, unknown>;
  page: (offset: number) => string;
}

interface PageAsked {
  limit: number;
  offset: number;
}

interface Said {
  path: string;
  name: string;
  summary: string;
}

/** An address that answers with one thing. */
export function one<P extends z.ZodRawShape, A extends z.ZodType>({
  params,
  answer,
  read,
  ...said
}: Said & {
  params: P;
  answer: A;
  read: (work: Work, params: z.output<z.ZodObject<P>>) => Promise<z.input<A>>;
}): Endpoint {
  const shape = z.strictObject(params);
  return {
    ...said,
    params: shape,
    query: z.strictObject({}),
    answer,
    read: async (work, asked) => answer.parse(await read(work, asked.params as z.output<z.ZodObject<P>>)),
  };
}

/** An address that answers with a list, a page at a time; `read` gives all of it, or of what may be long the page that is asked for. */
export function many<P extends z.ZodRawShape, Q extends z.ZodRawShape, I extends z.ZodType>({
  params,
  query,
  item,
  read,
  ...said
}: Said & {
  params: P;
  query: Q;
  item: I;
  read: (
    work: Work,
    asked: z.output<z.ZodObject<P & Q>> & PageAsked,
  ) => Promise<z.input<I>[] | { items: z.input<I>[]; total: number }>;
}): Endpoint {
  const answer = listOf(item, item.meta()?.id ?? said.name);
  return {
    ...said,
    params: z.strictObject(params),
    query: z.strictObject({ ...query, ...pageAsked }),
    answer,
    read: async (work, asked) => {
      const { limit, offset } = asked.query as unknown as PageAsked;
      const told = { ...asked.params, ...asked.query } as z.output<z.ZodObject<P & Q>> & PageAsked;
      const given = await read(work, told);
      const { items, total } = Array.isArray(given)
        ? { items: given.slice(offset, offset + limit), total: given.length }
        : given;
      const next = offset + limit < total ? asked.page(offset + limit) : null;
      return answer.parse({ items, total, limit, offset, next });
    },
  };
}
