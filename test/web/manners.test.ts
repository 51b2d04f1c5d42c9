import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { busy, conflict, forbidden, invalid, notFound, unavailable } from "#core/errors.ts";
import type { Routes } from "../../web/app.ts";
import type { RunningSite } from "../../web/listen.ts";
import { securityHeaders } from "../../web/headers.ts";
import { type Answer, fetchRaw, sayRaw } from "../support/http.ts";
import { serveExamples } from "./examples/site.ts";

const canary = "canary-9c1f of a thing that must stay inside";

const failures: Record<string, unknown> = {
  "not-found": notFound("tournament-not-found", "There is no tournament 2026-99."),
  invalid: invalid("weight-invalid", "The weight is not understood.", {
    problems: [{ reason: "12.x" }],
    inner: canary,
  }),
  conflict: conflict("season-closed", "The season is closed."),
  forbidden: forbidden("role-required", "Only admin may do this."),
  unavailable: unavailable("database-away", "The database cannot be reached.", new Error(canary)),
  busy: busy("pool-full", "Too many ask at once."),
  unexpected: new TypeError(canary),
  text: canary,
};

const failingRoutes: Routes = (router) => {
  router.get(["/fail/:how", "/api/fail/:how"], (ctx) => {
    throw failures[ctx.params["how"] ?? ""];
  });
  router.get("/fail-late", (ctx) => {
    ctx.body = { toJSON: () => assert.fail(canary) };
  });
};

let site: RunningSite;
before(async () => {
  site = await serveExamples({ routes: [failingRoutes] });
});
after(() => site.drain());

const get = (path: string, options: Parameters<typeof fetchRaw>[2] = {}): Promise<Answer> =>
  fetchRaw(site.address, path, { ...options, headers: { host: "localhost:3000", ...options.headers } });

const headersOf = ({ headers }: Answer) =>
  Object.fromEntries(Object.keys(securityHeaders).map((name) => [name, headers[name.toLowerCase()]]));

describe("the headers that make a page safe", () => {
  const answers: [string, () => Promise<Answer>, number][] = [
    ["on a page", () => get("/examples/home"), 200],
    ["on HEAD", () => get("/examples/home", { method: "HEAD" }), 200],
    ["on a stylesheet", () => get("/favicon.svg"), 200],
    ["on a page that is not there", () => get("/nowhere"), 404],
    ["on a wrong method", () => get("/examples/home", { method: "POST" }), 405],
    ["on a fault of ours", () => get("/fail/unexpected"), 500],
    ["on a fault after every step", () => get("/fail-late"), 500],
    ["on an unknown host", () => get("/examples/home", { headers: { host: "evil.example" } }), 421],
    ["on a redirect", () => get("/examples/home/"), 301],
    ["on an API's error", () => get("/api/nowhere"), 404],
    ["on what Koa would answer itself", () => get("/examples/home", { method: "PROPFIND" }), 405],
  ];
  for (const [label, ask, status] of answers) {
    test(label, async () => {
      const answer = await ask();
      assert.equal(answer.status, status);
      assert.deepEqual(headersOf(answer), securityHeaders);
    });
  }

  test("on what is not HTTP at all", async () => {
    for (const [bytes, status] of [
      ["NOT HTTP\r\n\r\n", "400"],
      [`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${"x".repeat(20_000)}\r\n\r\n`, "431"],
      ["GET / HTTP/1.1\r\nHost: localhost\r\nExpect: miracles\r\n\r\n", "417"],
    ] as const) {
      const heard = await sayRaw(site.address, bytes);
      assert.match(heard, new RegExp(`^HTTP/1.1 ${status} `));
      for (const [name, value] of Object.entries(securityHeaders))
        assert.ok(heard.includes(`${name}: ${value}`), name);
    }
  });

  test("let nothing be loaded, sent or framed but from and by the site itself", () => {
    assert.equal(
      securityHeaders["Content-Security-Policy"],
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
    );
    assert.equal(securityHeaders["Strict-Transport-Security"], "max-age=63072000; includeSubDomains");
  });
});

describe("under whose name the site answers", () => {
  const hosts: [string, number][] = [
    ["localhost", 200],
    ["LOCALHOST:8080", 200],
    ["127.0.0.1:3000", 200],
    ["[::1]:3000", 200],
    ["evil.example", 421],
    ["localhost.evil.example", 421],
    ["localhost@evil.example", 421],
    ["localhost:evil", 421],
  ];
  for (const [host, status] of hosts) {
    test(`${host}: ${status}`, async () => {
      assert.equal((await get("/examples/home", { headers: { host } })).status, status);
    });
  }

  test("no Host at all is refused too", async () => {
    for (const bytes of ["GET / HTTP/1.0\r\n\r\n", "GET / HTTP/1.0\r\nHost:\r\n\r\n"]) {
      assert.match(await sayRaw(site.address, bytes), /^HTTP\/1.1 421 /);
    }
  });
});

describe("errors", () => {
  const cases: [string, number][] = [
    ["not-found", 404],
    ["invalid", 422],
    ["conflict", 409],
    ["forbidden", 403],
    ["unavailable", 503],
    ["busy", 503],
    ["unexpected", 500],
    ["text", 500],
  ];
  for (const [how, status] of cases) {
    test(`${how} is ${status}, a page for people and problem JSON for /api, with nothing from inside`, async () => {
      const page = await get(`/fail/${how}`);
      const problem = await get(`/api/fail/${how}`);
      assert.deepEqual([page.status, problem.status], [status, status]);
      assert.equal(page.headers["content-type"], "text/html; charset=utf-8");
      assert.equal(problem.headers["content-type"], "application/problem+json");
      assert.equal(page.headers["cache-control"], "no-store");
      assert.equal(page.headers["retry-after"], status === 503 ? "5" : undefined);
      for (const { body } of [page, problem]) {
        assert.ok(!body.includes("canary"), body);
        assert.ok(!/\bat .*\.ts:\d/.test(body), body);
      }
    });
  }

  test("say in problem JSON what was wrong and which request it was", async () => {
    const { body, headers } = await get("/api/fail/invalid");
    assert.deepEqual(JSON.parse(body), {
      type: "about:blank",
      title: "Unprocessable Entity",
      status: 422,
      code: "weight-invalid",
      detail: "The weight is not understood.",
      problems: [{ reason: "12.x" }],
      requestId: headers["x-request-id"],
    });
  });

  test("name the request on the page of a fault of ours", async () => {
    const { body, headers } = await get("/fail/unexpected");
    assert.ok(body.includes(`<code>${String(headers["x-request-id"])}</code>`));
  });
});

describe("methods and addresses", () => {
  test("HEAD answers as GET does, without the body", async () => {
    const [page, head] = await Promise.all([
      get("/examples/home"),
      get("/examples/home", { method: "HEAD" }),
    ]);
    assert.deepEqual(
      [head.status, head.body, head.headers["content-length"], head.headers.etag],
      [200, "", page.headers["content-length"], page.headers.etag],
    );
  });

  test("another method is told which ones there are", async () => {
    for (const path of ["/examples/home", "/favicon.svg"]) {
      for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"]) {
        const { status, headers } = await get(path, { method });
        assert.deepEqual([status, headers.allow], [405, "GET, HEAD"], `${method} ${path}`);
      }
    }
  });

  test("a slash too many leads to the page, and never to another site", async () => {
    const moved = await get("/examples/home/");
    assert.deepEqual([moved.status, moved.headers.location], [301, "/examples/home"]);
    for (const path of [
      "//evil.example/",
      "/..//evil.example/",
      "/%2f%2fevil.example/",
      "/\\evil.example/",
      "/nowhere/",
    ]) {
      const { status, headers } = await get(path);
      assert.deepEqual([status, headers.location], [404, undefined], path);
    }
  });

  test("nothing outside the folder of public files can be named", async () => {
    for (const path of [
      "/static/../app.ts",
      "/static/%2e%2e/app.ts",
      "/static/site.css",
      "/..%2fpackage.json",
      "/static/",
    ]) {
      assert.equal((await get(path)).status, 404, path);
    }
  });
});

describe("asking again", () => {
  test("an unchanged page is 304", async () => {
    const first = await get("/examples/home");
    const etag = String(first.headers.etag);
    const again = await get("/examples/home", { headers: { "if-none-match": etag } });
    assert.deepEqual([again.status, again.body, again.headers.etag], [304, "", etag]);
    assert.deepEqual(headersOf(again), securityHeaders);
    const other = await get("/examples/seasons", { headers: { "if-none-match": etag } });
    assert.equal(other.status, 200);
  });

  test("a stylesheet is kept for good under the address that its content gives it", async () => {
    const { body } = await get("/examples/home");
    const href = /<link rel="stylesheet" href="([^"]+)">/.exec(body)?.[1] ?? "";
    assert.match(href, /^\/static\/site\.[0-9a-f]{10}\.css$/);
    const { headers } = await get(href, { headers: { "accept-encoding": "br" } });
    assert.deepEqual(
      [headers["content-type"], headers["cache-control"], headers["content-encoding"], headers.vary],
      ["text/css; charset=utf-8", "public, max-age=31536000, immutable", "br", "Accept-Encoding"],
    );
    const again = await get(href, { headers: { "if-none-match": String(headers.etag) } });
    assert.equal(again.status, 304);
  });
});
