import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import { createPoll } from "#core/polls/create-poll.service.ts";
import { closeDuePolls } from "#core/polls/tally.service.ts";
import { Ajv2020 } from "ajv/dist/2020.js";
import { securityHeaders } from "../../../web/headers.ts";
import { serveSite } from "../../../web/server.ts";
import { openTestApp } from "../../support/database.ts";
import { type Answer, fetchRaw } from "../../support/http.ts";
import { moveClock } from "../../support/clock.ts";
import { tester } from "../../support/small-club.ts";
import { hostileName, neverPublic, publicClub } from "../../support/public-club.ts";

const app = await openTestApp();
const site = await serveSite(app, app.config);
after(() => site.drain());
before(async () => {
  await publicClub(app);
  await app.write(tester, async (work) => {
    await createPoll(work, {
      kind: "location",
      tournament: "2026-03",
      lakes: [{ lake: "canyon" }],
      hours: [],
      opens: { day: "2026-05-14", time: "06:00" },
      closes: { day: "2026-05-17", time: "18:00" },
    });
    const soon = {
      opens: { day: "2026-04-10", time: "13:00" },
      closes: { day: "2026-04-12", time: "18:00" },
    };
    await createPoll(work, { kind: "choice", title: hostileName, options: ["Red", "Blue"], ...soon });
    await createPoll(work, { kind: "yes-no", title: "A second scale?", secret: true, ...soon });
  });
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  fetchRaw(site.address, path, { headers: { host: "localhost", ...headers } });
const json = async <T>(path: string): Promise<T> => JSON.parse((await get(path)).body) as T;

type Spec = Parameters<Validator["validate"]>[0];

interface Document {
  paths: Record<string, { get: { responses: Record<string, unknown> } }>;
  components: { schemas: Record<string, { properties?: object }> };
}

/** Every address with something real in it. */
const asked: Record<string, string[]> = {
  "/seasons": ["/seasons", "/seasons?limit=1", "/seasons?limit=1&offset=1", "/seasons?offset=99"],
  "/seasons/{year}": ["/seasons/2025", "/seasons/2026"],
  "/seasons/{year}/tournaments": ["/seasons/2026/tournaments"],
  "/seasons/{year}/standings": ["/seasons/2025/standings", "/seasons/2026/standings"],
  "/tournaments/{reference}": ["/tournaments/2025-01", "/tournaments/2026-03"],
  "/tournaments/{reference}/results": [
    "/tournaments/2025-01/results",
    "/tournaments/2026-01/results",
    "/tournaments/2026-02/results",
  ],
  "/events": ["/events", "/events?year=2026"],
  "/anglers": ["/anglers"],
  "/anglers/{id}": ["/anglers/1"],
  "/lakes": ["/lakes"],
  "/lakes/{key}": ["/lakes/canyon"],
  "/polls": ["/polls"],
  "/polls/{id}": ["/polls/1", "/polls/2", "/polls/3"],
};

describe("the description of the API", () => {
  test("is OpenAPI 3.1 to another program, and names every address there is", async () => {
    const document = await json<Document>("/api/v1/openapi.json");
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document) as object as Spec);
    assert.deepEqual([valid, errors], [true, undefined]);
    assert.equal(validator.version, "3.1");
    assert.deepEqual(Object.keys(document.paths).toSorted(), Object.keys(asked).toSorted());
  });

  test("is what every real answer keeps to, and none has more than it names", async () => {
    const document = await json<Document>("/api/v1/openapi.json");
    const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
    ajv.addSchema(document, "api");
    for (const [path, real] of Object.entries(asked)) {
      const point = `#/paths/${path.replaceAll("/", "~1").replaceAll("{", "%7B").replaceAll("}", "%7D")}/get/responses/200/content/application~1json/schema`;
      for (const address of real) {
        const { status, headers, body } = await get(`/api/v1${address}`);
        const again = await get(`/api/v1${address}`, { "if-none-match": String(headers.etag) });
        assert.deepEqual([again.status, again.body, again.headers.etag], [304, "", headers.etag], address);
        assert.deepEqual(
          [status, headers["content-type"]],
          [200, "application/json; charset=utf-8"],
          address,
        );
        const valid = ajv.validate({ $ref: `api${point}` }, JSON.parse(body));
        assert.ok(valid, `${address}: ${ajv.errorsText()}`);
        for (const name of neverPublic) assert.ok(!body.includes(name), `${name} in ${address}`);
      }
    }
  });

  test("is shown to people, every address and shape of it", async () => {
    // Where an address may be broken into two lines is nothing of its text.
    const body = (await get("/api")).body.replaceAll("<wbr>", "");
    const document = await json<Document>("/api/v1/openapi.json");
    for (const path of Object.keys(document.paths))
      assert.ok(body.includes(`<code>/api/v1${path}</code>`), path);
    for (const shape of Object.keys(document.components.schemas))
      assert.ok(body.includes(`id="shape-${shape}"`), shape);
  });
});

describe("an answer of the API", () => {
  test("has exact figures and public names", async () => {
    const results = await json<{ final: boolean; boats: object[] }>("/api/v1/tournaments/2026-01/results");
    assert.equal(results.final, true);
    assert.partialDeepStrictEqual(results.boats, [
      {
        place: 1,
        net: 14.5,
        bigBass: 5.25,
        win: true,
        payout: 5_600,
        crew: [{ angler: { id: 1, name: "Ann S." } }, {}],
      },
      {
        place: 2,
        net: 9.75,
        bigBass: null,
        crew: [{ angler: { name: hostileName } }, { angler: { name: "Cal" }, member: false }],
      },
    ]);
  });

  test("tells the hours of a tournament and of what is beside it, a page at a time as all at once", async () => {
    type Told = { items: { name: string; startsAt: string | null; endsAt: string | null }[]; total: number };
    const { items, total } = await json<Told>("/api/v1/events?year=2026");
    assert.equal(total, 4);
    assert.deepEqual(
      items.map(({ name, startsAt, endsAt }) => [name, startsAt, endsAt]),
      [
        ["January", null, null],
        ["April", null, null],
        ["Meeting", "19:00", null],
        ["May", "06:30", "15:00"],
      ],
    );
    const part = await json<Told>("/api/v1/events?year=2026&limit=2&offset=2");
    assert.deepEqual([part.items, part.total], [items.slice(2), 4]);
    const nobody = await json<Told>("/api/v1/anglers?offset=99");
    assert.deepEqual(nobody.items, []);
    const polls = await json<Told>("/api/v1/polls");
    const second = await json<Told>("/api/v1/polls?limit=1&offset=1");
    assert.deepEqual([second.items, second.total], [polls.items.slice(1, 2), polls.items.length]);
    const noPolls = await json<Told>("/api/v1/polls?offset=99");
    assert.deepEqual([noPolls.items, noPolls.total], [[], polls.items.length]);
  });

  test("comes a page at a time, and says where the next is", async () => {
    interface List {
      items: { year: number }[];
      total: number;
      next: string | null;
    }
    const years: number[] = [];
    for (let next: string | null = "/api/v1/seasons?limit=1"; next !== null;) {
      const page: List = await json<List>(next);
      assert.equal(page.total, 2);
      years.push(...page.items.map(({ year }) => year));
      next = page.next;
    }
    assert.deepEqual(years, [2026, 2025]);
  });

  test("is 304 for who has it, and 404, 410, 405 or 422 as problem JSON with the headers of all", async () => {
    const { headers } = await get("/api/v1/lakes");
    const again = await get("/api/v1/lakes", { "if-none-match": String(headers.etag) });
    assert.equal(again.status, 304);
    const refused: [string, number, string][] = [
      ["/api/v1/seasons/1999", 404, "season-not-found"],
      ["/api/v1/seasons/next", 404, "address-unknown"],
      ["/api/v1/seasons/1999/standings", 404, "season-not-found"],
      ["/api/v1/tournaments/2026-99/results", 404, "tournament-not-found"],
      ["/api/v1/tournaments/last", 404, "address-unknown"],
      ["/api/v1/anglers/2", 410, "angler-erased"],
      ["/api/v1/anglers/99999", 404, "angler-not-found"],
      ["/api/v1/anglers/0", 404, "address-unknown"],
      ["/api/v1/lakes/..%2f..", 404, "lake-not-found"],
      ["/api/v1/polls/9", 404, "poll-not-found"],
      ["/api/v1/nothing", 404, "page-not-found"],
      ["/api/v2", 404, "page-not-found"],
      ["/api/v1/seasons?limit=0", 422, "query-invalid"],
      ["/api/v1/seasons?limit=1&limit=2", 422, "query-invalid"],
      ["/api/v1/seasons?offset=-1&limit=x&colour=red", 422, "query-invalid"],
      ["/api/v1/events?year=26", 422, "query-invalid"],
    ];
    const document = await json<Document>("/api/v1/openapi.json");
    const described = new Set(
      Object.values(document.paths).flatMap((path) => Object.keys(path.get.responses)),
    );
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema(document, "api");
    for (const [path, status, code] of refused) {
      const answer = await get(path);
      const problem = JSON.parse(answer.body) as { code: string; detail: string };
      assert.deepEqual([answer.status, problem.code], [status, code], path);
      assert.ok(described.has(String(status)), `${status} is not described`);
      assert.equal(answer.headers["content-type"], "application/problem+json", path);
      assert.equal(answer.headers["content-security-policy"], securityHeaders["Content-Security-Policy"]);
      assert.ok(
        ajv.validate({ $ref: "api#/components/schemas/Problem" }, problem),
        `${path}: ${ajv.errorsText()}`,
      );
      assert.doesNotMatch(problem.detail, /sabc /);
    }
    const { body } = await get("/api/v1/seasons?offset=-1&limit=x&colour=red");
    assert.deepEqual((JSON.parse(body) as { problems: object }).problems, [
      { column: "limit", reason: "must be a number" },
      { column: "offset", reason: "must not be below 0" },
      { column: "colour", reason: "is not known here" },
    ]);
    const posted = await fetchRaw(site.address, "/api/v1/seasons", {
      method: "POST",
      headers: { host: "localhost" },
    });
    assert.deepEqual([posted.status, posted.headers.allow], [405, "GET, HEAD"]);
  });
});

describe("a vote, to who passes by", () => {
  const closes = "until <strong>Sun 17 May 2026, 6:00 pm</strong>";
  const steps: [string, string, RegExp][] = [
    [
      "2026-05-13",
      "scheduled",
      new RegExp(`will vote.*from <strong>Thu 14 May 2026, 6:00 am</strong> ${closes}`, "s"),
    ],
    ["2026-05-15", "open", new RegExp(`is voting.*Open to members ${closes}`, "s")],
    ["2026-05-18", "closed", /has voted.*Closed on Sun 17 May 2026, 6:00 pm; the count comes in a moment/s],
    [
      "2026-05-19",
      "decided",
      /has voted.*We fish <strong>Canyon, Ramp 23<\/strong>\. The vote closed on Sun 17 May 2026, 6:00 pm/s,
    ],
  ];
  for (const [at, [day, state, says]] of steps.entries()) {
    test(`${state}: its tournament's page and the API say so, and no count`, async () => {
      await moveClock(app, day);
      if (state === "decided") await closeDuePolls(app, { actor: tester });
      // Under addresses that nobody asked for: pages are kept until this process's clock turns, which no test moves.
      const { items } = await json<{ items: { id: number }[] }>(`/api/v1/polls?limit=${at + 4}`);
      const keys = ["id", "kind", "title", "state", "opensAt", "closesAt", "secret", "tournament"];
      const poll = items.find(({ id }) => id === 1)!;
      assert.deepEqual(Object.keys(poll), keys);
      assert.partialDeepStrictEqual(poll, { state });
      assert.match((await get(`/tournaments/2026-03-canyon?${state}`)).body, says);
    });
  }
});
