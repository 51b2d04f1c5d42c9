import assert from "node:assert/strict";
import fs from "node:fs";
import { after, before, mock, test } from "node:test";
import { serveSite } from "../../web/server.ts";
import { openTestApp } from "../support/database.ts";
import { fetchRaw } from "../support/http.ts";
import { publicClub } from "../support/public-club.ts";

/** As much of Mozilla's HTTP Observatory as is used here; it comes without types. */
interface Judged {
  constructor: { name: string };
  result: string;
  pass: boolean;
}
interface Scanner {
  ALL_TESTS: ((asked: object) => Judged)[];
  Requests: new (host: string) => { responses: Record<string, unknown>; resources: Record<string, unknown> };
  getScoreModifier: (result: string) => number;
  getGradeForScore: (score: number) => { grade: string; score: number };
}

const file = (name: string): Promise<Partial<Scanner>> =>
  import(`@mdn/mdn-http-observatory/src/${name}.js`) as Promise<Partial<Scanner>>;

const app = await openTestApp();
const site = await serveSite(app, app.config);
after(() => site.drain());
before(() => publicClub(app));

/** Its own tests, on what the site really answered, as whoever stands before it hands it out: over TLS alone. */
async function judge(
  path: string,
): Promise<{ score: number; grade: string; results: string[]; failed: string[] }> {
  const scanner = {
    ...(await file("constants")),
    ...(await file("types")),
    ...(await file("grader/grader")),
  } as Scanner;
  const get = (method: string, more: Record<string, string> = {}) =>
    fetchRaw(site.address, path, { method, headers: { host: "localhost", ...more } });
  const { status, headers, body } = await get("GET", { accept: "text/html" });
  const preflight = await get("OPTIONS", {
    "access-control-request-method": "GET",
    origin: "https://http-observatory.security.mozilla.org",
  });
  const asked = new scanner.Requests("club.example");
  const url = new URL(`https://club.example${path}`);
  const answer = {
    status,
    headers,
    verified: true,
    request: { protocol: "https:", host: url.hostname },
    config: { url: url.href },
    httpEquiv: new Map(),
  };
  asked.resources["path"] = body;
  Object.assign(asked.responses, {
    auto: answer,
    https: answer,
    http: null,
    cors: { ...answer, status: preflight.status, headers: preflight.headers },
    httpRedirects: [],
    httpsRedirects: [{ url, status }],
  });
  Object.assign(asked, {
    session: { url, jar: { serializeSync: () => ({ cookies: [] }) } },
  });
  const judged = scanner.ALL_TESTS.map((run) => run(asked));
  const earned = judged.map(({ result }) => scanner.getScoreModifier(result));
  const lost = earned.filter((points) => points < 0).reduce((sum, points) => sum + points, 100);
  const { score, grade } = scanner.getGradeForScore(
    lost >= 90 ? earned.reduce((sum, points) => sum + points, 100) : lost,
  );
  return {
    score,
    grade,
    results: judged.map(({ result }) => result),
    failed: judged.filter(({ pass }) => !pass).map(({ result }) => result),
  };
}

test("Mozilla's HTTP Observatory gives every kind of answer its best grade", async () => {
  // Its list of preloaded hosts is fetched when it is installed, and no club of ours is in it.
  const original = fs.readFileSync.bind(fs) as (...given: unknown[]) => unknown;
  mock.method(fs, "readFileSync", (...given: unknown[]) =>
    String(given[0]).endsWith("hsts-preload.json") ? "{}" : original(...given),
  );
  for (const path of ["/", "/tournaments/2026-02", "/nowhere"]) {
    const { score, grade, failed, results } = await judge(path);
    assert.deepEqual(failed, [], path);
    assert.equal(grade, "A+", path);
    assert.ok(score >= 130, `${path}: ${score}, ${results.join(", ")}`);
  }
});
