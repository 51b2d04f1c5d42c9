import type { z } from "zod";
import { invalid, notFound } from "#core/errors.ts";
import type { Endpoint } from "../api-endpoint.ts";
import { endpoints } from "../api-endpoints.ts";
import type { Routes } from "../app.ts";
import { ask } from "../ask.ts";
import { showApi } from "../api-page.ts";
import { describeApi } from "../openapi.ts";
import { show } from "../show.ts";

/** The club's public figures for programs, described by themselves. */
export const apiRoutes: Routes = (router, site) => {
  const described = describeApi(site.config.publicUrl);
  const api = showApi(described);
  const document = JSON.stringify(described);

  router.get("/api", async (ctx) => {
    const page = await ask(site, () => Promise.resolve({ api }));
    show(ctx, { views: site.views, view: "api", page });
  });

  router.get("/api/v1/openapi.json", (ctx) => {
    ctx.type = "application/json; charset=utf-8";
    ctx.body = document;
  });

  for (const endpoint of endpoints) {
    router.get(`/api/v1${endpoint.path.replaceAll(/\{(\w+)\}/g, ":$1")}`, async (ctx) => {
      const params = readAddress(endpoint, ctx.params);
      const query = readQuery(endpoint, ctx.query);
      const page = (offset: number): string =>
        `${ctx.path}?${new URLSearchParams({ ...textOf(ctx.query), offset: String(offset) }).toString()}`;
      const { answer } = await ask(site, async (work) => ({
        answer: await endpoint.read(work, { params, query, page }),
      }));
      ctx.type = "application/json; charset=utf-8";
      ctx.body = JSON.stringify(answer);
    });
  }
};

function readAddress({ params }: Endpoint, given: Record<string, string>): Record<string, unknown> {
  const read = params.safeParse(given);
  if (!read.success) throw notFound("address-unknown", "There is nothing at this address.");
  return read.data;
}

function readQuery({ query }: Endpoint, given: Record<string, unknown>): Record<string, unknown> {
  const read = query.safeParse(given);
  if (read.success) return read.data;
  const problems = read.error.issues.flatMap(problemsOf);
  const list = problems.map(({ column, reason }) => `${column}: ${reason}`).join("; ");
  throw invalid("query-invalid", `The query cannot be used. ${list}.`, { problems });
}

function problemsOf(issue: z.core.$ZodIssue): { column: string; reason: string }[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ column: key.slice(0, 40), reason: "is not known here" }));
  return [{ column: issue.path.join("."), reason: issue.message }];
}

/** A query without what came twice. */
const textOf = (query: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
