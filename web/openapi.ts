import { createDocument, type ZodOpenApiPathsObject } from "zod-openapi";
import { endpoints } from "./api-endpoints.ts";
import { problemAnswer } from "./routes/api-frame.schemas.ts";

/** The API described for programs (OpenAPI 3.1), from the shapes that make its answers. */
export const describeApi = (publicUrl: URL) =>
  createDocument({
    openapi: "3.1.0",
    info: {
      title: "The club's public figures",
      version: "1",
      description:
        "Read-only, without a key. People go by the name they chose. Every answer has an ETag: ask again with If-None-Match.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: `${publicUrl.origin}/api/v1` }],
    security: [],
    paths: Object.fromEntries(endpoints.map((endpoint) => [endpoint.path, pathOf(endpoint)])),
  });

const pathOf = ({
  name,
  summary,
  params,
  query,
  answer,
}: (typeof endpoints)[number]): ZodOpenApiPathsObject[string] => ({
  get: {
    operationId: name,
    summary,
    requestParams: { path: params, query },
    responses: {
      "200": {
        description: "What was asked for.",
        headers: { ETag: { description: "Changes with the answer.", schema: { type: "string" } } },
        content: { "application/json": { schema: answer } },
      },
      "304": { description: "Nothing changed since the answer with that tag." },
      ...Object.fromEntries(
        Object.entries(problems).map(([status, description]) => [status, problem(description)]),
      ),
    },
  },
});

const problems = {
  "404": "There is nothing at this address.",
  "410": "What was here is gone for good.",
  "422": "A value in the query cannot be used.",
  "503": "The club's database is away or busy; Retry-After says when to come back.",
};

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: problemAnswer } },
});
