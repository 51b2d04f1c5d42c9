import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { operator, visitor } from "#core/actor.ts";
import { type App, openApp } from "#core/app.ts";
import { loadConfig } from "#core/config.ts";
import { type SeedName } from "#core/demo/seed-sizes.rules.ts";
import { seedClub } from "#core/demo/seed-club.service.ts";
import { saveClub } from "#core/seasons/club.service.ts";
import { listTournaments } from "#core/tournaments/tournaments.service.ts";
import { findCurrentSeason } from "#core/tournaments/seasons-overview.service.ts";
import { listAnglers } from "#core/standings/angler-page.service.ts";
import { anglerPath } from "../web/addresses.ts";
import { fetchPage, type Fetched } from "./fetch-page.ts";
import { type Child, startChild } from "./child.ts";
import { type Figure, type Measurement, milliseconds } from "./measure.ts";
import type { SiteFigures } from "./site-process.ts";
import { withTemporaryHome } from "./temporary-home.ts";
import { percentile, type Visited, visit } from "./visitors.ts";

const officer = operator("load");
const connections = 50;
/** Seconds: for each measurement of a page, and for visitors of all of them while the club changes. */
const lasting = { page: 2, mixed: 15 };
/** How often a page is made anew to see how long that takes. */
const makings = 40;

/** The site of a club of the size that is promised for, against a bare Koa application answering the same bytes. */
export const site = measurementOf("site", "production");

/** The same ten times as large. */
export const siteLarge = measurementOf("site-large", "large");

function measurementOf(name: string, size: SeedName): Measurement {
  const made = process.env["SABC_LOAD_HOME"];
  return {
    name,
    measure: () =>
      made === undefined ? withTemporaryHome((home) => measure(home, size)) : measure(made, size),
  };
}

async function measure(home: string, size: SeedName): Promise<Figure[]> {
  const app = await openApp(loadConfig({ home, env: {} }));
  const log = join(home, "load.log");
  try {
    await seedClub(app, { actor: officer, size, report: () => undefined });
    const site = await startChild("site-process.ts", { words: [home], log });
    const bare = await startChild("bare-process.ts", { words: [], log });
    try {
      const paths = await pathsOf(app);
      const figures: Figure[] = [];
      for (const path of paths) figures.push(...(await measurePage(path, { site, bare })));
      figures.push(...(await measureVisitors(app, { site, paths })));
      return figures.map((figure) => ({ ...figure, what: `${size}: ${figure.what}` }));
    } finally {
      await Promise.all([site.end(), bare.end()]);
    }
  } finally {
    await app.close();
  }
}

/** A page of each kind that a visitor sees. */
async function pathsOf(app: App): Promise<string[]> {
  return app.read(visitor, async (work) => {
    const season = (await findCurrentSeason(work))!;
    const held = (await listTournaments(work, { season })).findLast(({ state }) => state === "official")!;
    const number = String(held.number).padStart(2, "0");
    const lake = held.lake ? `-${held.lake.key}` : "";
    const [angler] = (await listAnglers(work)).anglers.toSorted((a, b) => b.events - a.events);
    return [
      "/",
      `/calendar/${season}`,
      `/tournaments/${season}`,
      `/tournaments/${season}-${number}${lake}`,
      `/standings/${season}`,
      `/awards/${season}`,
      "/records",
      anglerPath(angler!)!,
      ...(held.lake ? [`/lakes/${held.lake.key}`] : []),
      "/news",
      "/calendar.ics",
      "/results.atom",
      "/anglers",
      "/sitemap/anglers-1.xml",
    ];
  });
}

async function measurePage(path: string, { site, bare }: { site: Child; bare: Child }): Promise<Figure[]> {
  const { made, work, queries } = await makeAnew(path, site);
  const page = await fetchPage(site.address, path);
  const { body, headers } = page;
  await bare.ask({ headers: answered(page), body: body.toString("base64") });
  const visited = { paths: [path], connections, seconds: lasting.page };
  // In turns, so that a noisy moment of the machine is shared.
  const runs: [Visited, Visited][] = [];
  for (let turn = 0; turn < 2; turn += 1)
    runs.push([await visit({ ...visited, process: bare }), await visit({ ...visited, process: site })]);
  const [compared, kept] = [0, 1].map((at) => best(runs.map((run) => run[at as 0 | 1]))) as [
    Visited,
    Visited,
  ];
  const known = { "if-none-match": headers["etag"]! };
  const again = await visit({ ...visited, process: site, headers: known });
  const failed = kept.failed + again.failed;
  return [
    { what: `${path} made anew, p95`, figure: milliseconds(percentile(made, 0.95)), goal: "≤ 50 ms" },
    { what: `${path} made anew, work of the process`, figure: milliseconds(work), goal: "" },
    { what: `${path} queries`, figure: queries.toFixed(1), goal: path === "/" ? "≤ 8" : "≤ 4" },
    {
      what: `${path} kept, of bare Koa's ${compared.perSecond.toFixed(0)}/s, ${body.length} bytes`,
      figure: (kept.perSecond / compared.perSecond).toFixed(2),
      goal: "≥ 0.70",
    },
    {
      what: `${path} kept, work for one answer, of bare Koa's ${compared.cpu.toFixed(0)} µs`,
      figure: `${kept.cpu.toFixed(0)} µs`,
      goal: "",
    },
    { what: `${path} kept, p95`, figure: milliseconds(kept.p95), goal: "≤ 10 ms" },
    { what: `${path} 304, requests a second`, figure: again.perSecond.toFixed(0), goal: "" },
    ...(failed === 0 ? [] : [{ what: `${path} failed`, figure: String(failed), goal: "0" }]),
  ];
}

const best = (visits: Visited[]): Visited => visits.toSorted((a, b) => b.perSecond - a.perSecond)[0]!;

/** What the page is, and not what the connection adds to it. */
function answered({ headers }: Fetched): Record<string, string> {
  const added = new Set(["connection", "date", "keep-alive", "content-length", "transfer-encoding"]);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !added.has(name)));
}

/** Under an address nobody asked for, a page is made anew: milliseconds of each, and its statements. */
async function makeAnew(
  path: string,
  site: Child,
): Promise<{ made: number[]; work: number; queries: number }> {
  const made: number[] = [];
  await fetchPage(site.address, path);
  const before = await site.ask<SiteFigures>("figures");
  for (let turn = 0; turn < makings; turn += 1) {
    const start = performance.now();
    await fetchPage(site.address, `${path}?anew=${turn}`);
    made.push(performance.now() - start);
  }
  const after = await site.ask<SiteFigures>("figures");
  return {
    made,
    work: (after.cpu - before.cpu) / makings / 1_000,
    queries: (after.queries - before.queries) / makings - after.transaction,
  };
}

/** Visitors of all pages while an officer changes the club again and again. */
async function measureVisitors(
  app: App,
  { site, paths }: { site: Child; paths: string[] },
): Promise<Figure[]> {
  const done = new AbortController();
  const officerAtWork = (async () => {
    for (let turn = 0; !done.signal.aborted; turn += 1) {
      await app.write(officer, (work) => saveClub(work, { contact: `office-${turn}@club.example` }));
      await wait(1_000);
    }
  })();
  const visited = await visit({ process: site, paths, connections, seconds: lasting.mixed });
  done.abort();
  await officerAtWork;
  const { memory } = await site.ask<SiteFigures>("figures");
  const part = (visited.failed / visited.answered) * 100;
  return [
    {
      what: "visitors of all pages while the club changes, p95",
      figure: milliseconds(visited.p95),
      goal: "≤ 200 ms",
    },
    { what: `failed, of ${visited.answered}`, figure: `${part.toFixed(2)} %`, goal: "< 0.1 %" },
    { what: "memory of the process", figure: `${(memory / 1_000_000).toFixed(0)} MB`, goal: "≤ 250 MB" },
  ];
}
