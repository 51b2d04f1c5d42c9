import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { visitor } from "#core/actor.ts";
import { getRecords } from "#core/standings/records.service.ts";
import { importClubLakes } from "#core/lakes/import.service.ts";
import { presets } from "#core/seasons/presets.rules.ts";
import { getStandings } from "#core/standings/standings.service.ts";
import { serveSite } from "../../web/server.ts";
import { words } from "../../web/words.ts";
import { moveClock } from "../support/clock.ts";
import { openTestApp } from "../support/database.ts";
import { fetchRaw } from "../support/http.ts";
import { type Boat, holdTournament, tester } from "../support/small-club.ts";
import { unescaped } from "../support/walk-site.ts";

const app = await openTestApp();
const site = await serveSite(app, app.config);
after(() => site.drain());

/** The rows of a page's tables, by the captions' first words; a cell without what only some hear. */
async function tablesOf(path: string): Promise<Map<string, string[][]>> {
  const body = await pageAt(path);
  const tables = [
    ...body.matchAll(/<table[^>]*>\s*<caption[^>]*>(.*?)<\/caption>.*?<tbody>(.*?)<\/tbody>/gs),
  ];
  return new Map(
    tables.map(([, caption = "", rows = ""]) => [
      textOf(caption),
      rows.split("</tr>").slice(0, -1).map(cellsOf),
    ]),
  );
}

async function pageAt(path: string): Promise<string> {
  const { status, body } = await fetchRaw(site.address, path, { headers: { host: "localhost" } });
  assert.equal(status, 200, path);
  return body;
}

const cellsOf = (row: string): string[] =>
  [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = ""]) => textOf(cell));

const textOf = (html: string): string =>
  unescaped(html.replaceAll(/<span class="sr">.*?<\/span>/gs, "").replaceAll(/<[^>]+>/g, " "))
    .replaceAll(/\s+/g, " ")
    .trim();

const table = (tables: Map<string, string[][]>, beginning: string): string[][] => {
  const found = [...tables].find(([caption]) => caption.startsWith(beginning));
  assert.ok(found, `${beginning} among ${[...tables.keys()].join("; ")}`);
  return found[1];
};

const alone = (name: string, weight: string, big: string, fish = 5): Boat => ({
  crew: [name],
  bags: [{ fish, weight, ...(fish > 0 && { big }) }],
});

before(async () => {
  await moveClock(app, "2026-06-01");
  await app.write(tester, (work) => importClubLakes(work));
  // The individual format's worked example, the coin not thrown yet.
  await holdTournament(app, {
    day: "2025-03-23",
    state: "provisional",
    boats: [
      alone("Ann", "15.20", "5.10"),
      alone("Bob", "12.40", "4.00"),
      alone("Cal*", "11.90", "3.80"),
      alone("Dee", "9.75", "3.00"),
      alone("Eve", "9.75", "3.00"),
      alone("Fay", "9.75", "2.50"),
      alone("Gus", "0", "0", 0),
      alone("Hal", "0", "0", 0),
      alone("Ivy*", "0", "0", 0),
      { crew: ["Jim"], kind: "buy-in" },
      { ...alone("Kay", "14.00", "4.50"), outcome: "disqualified" },
    ],
  });
  const team = (day: string, boats: [string, string][]) =>
    holdTournament(app, {
      day,
      rules: "sabc-team",
      state: "official",
      boats: boats.map(([crew, weight]) => ({
        crew: crew.split(" "),
        bags: [{ fish: 5, weight, big: crew.startsWith("Ann") ? "6.25" : "4" }],
      })),
    });
  await team("2026-01-25", [
    ["Ann Bob", "22.5"],
    ["Cal Dee", "22.5"],
    ["Eve", "18"],
  ]);
  await team("2026-02-22", [
    ["Eve", "9.75"],
    ["Ann Bob", "9.5"],
  ]);
  await holdTournament(app, {
    day: "2024-04-21",
    name: "Paddles",
    lake: "travis",
    rules: {
      ...presets["sabc-individual"],
      measure: "length",
      season: { races: ["angler"], order: ["total-weight"] },
    },
    state: "official",
    boats: [alone("Ann", "81.25", "19.5"), alone("Bob", "77.5", "18.25")],
  });
});

describe("a season whose fish are measured", () => {
  const pages: [string, RegExp[]][] = [
    [
      "/tournaments/2024-01-travis",
      [/Big bass 19\.50 in Ann/, /Together 158\.75 in/, /Lengths in inches; net/, /Net in Big bass in/],
    ],
    ["/tournaments/2024-01-travis/weigh-sheet", [/Length in Big bass in/]],
    ["/tournaments/2024", [/Won by Ann with 81\.25 in/]],
    ["/standings/2024", [/Total length\./, /Place Angler Points Length in Events/]],
    ["/standings/2024/why/1", [/Length 81\.25 in/, /Points Length in Because/]],
    [
      "/awards/2024",
      [/19\.50 in Lake Travis, Sun 21 Apr 2024 The longest bass strictly over 5\.00 in, of a member/],
    ],
    [
      "/anglers/1-ann",
      [
        /Together 32\.00 lb Together and the bests are of the seasons that weighed fish/,
        /2026 2 1 1 2 32\.00 lb – 2024 1 1 1 1 81\.25 in 19\.50 in/,
      ],
    ],
    ["/lakes/travis", [/Mean win in Best win in .* Won with in Big bass in .* 81\.25 19\.50/]],
    ["/results.atom", [/1\. Ann, 81\.25 in/, /Big bass 19\.50 in\./]],
  ];
  for (const [path, says] of pages) {
    test(`tells lengths in inches at ${path}`, async () => {
      const text = textOf(unescaped(await pageAt(path)));
      for (const one of says) assert.match(text, one);
      assert.doesNotMatch(text, /anglers|atom/.test(path) ? /81\.25 lb/ : /\blb\b|pounds/);
    });
  }
});

describe("what a page shows is what the rules answer", () => {
  test("a weigh-in: places, weights and points, and nothing where a coin is still to be thrown", async () => {
    const rows = table(await tablesOf("/tournaments/2025-01"), "Anglers in order of place.");
    assert.deepEqual(
      rows.map(([place, who = "", , , , , , net, big, points]) => [place, who.slice(0, 3), net, big, points]),
      [
        ["1", "Ann", "15.20", "5.10", "100"],
        ["2", "Bob", "12.40", "4.00", "99"],
        ["3", "Cal", "11.90", "3.80", "0"],
        ["T4", "Dee", "9.75", "3.00", "–"],
        ["T4", "Eve", "9.75", "3.00", "–"],
        ["6", "Fay", "9.75", "2.50", "96"],
        ["T7", "Gus", "0.00", "–", "94"],
        ["T7", "Hal", "0.00", "–", "94"],
        ["T7", "Ivy", "0.00", "–", "0"],
        ["10", "Jim", "–", "–", "92"],
        ["–", "Kay", "–", "–", "0"],
      ],
    );
  });

  test("a season of wins, and each step of its race", async () => {
    const tables = await tablesOf("/standings/2026");
    const { races } = await app.read(visitor, (work) => getStandings(work, { season: 2026 }));
    assert.deepEqual(
      table(tables, "Most wins 2026").map(([place, who, wins, weight]) => [place, who, wins, weight]),
      races[0]!.rows.map((row) => [
        words.place(row),
        `${words.names(row.crew)} why?`,
        words.count(row.wins),
        words.weight(row.weight),
      ]),
    );
    assert.deepEqual(
      table(tables, "Wins after each tournament").map(([line, who, january, february]) => [
        line,
        who,
        january,
        february,
      ]),
      [
        ["A", "Ann & Bob", "1", "1"],
        ["B", "Eve", "0", "1"],
        ["C", "Cal & Dee", "0", "0"],
      ],
    );
  });

  test("why one is where they are, and why two are", async () => {
    const headings = ["/standings/2024/why/1", "/standings/2026/why/1-2"].map(
      async (path) => /<h1>(.*?)<\/h1>/.exec(await pageAt(path))![1],
    );
    assert.deepEqual(
      (await Promise.all(headings)).map((one) => unescaped(one!)),
      ["Why Ann is 1st", "Why Ann & Bob are 1st"],
    );
  });

  test("a race that its page shows whole is the same under the address of all its rows", async () => {
    const [first, all] = await Promise.all(["/standings/2026", "/standings/2026/all"].map(pageAt));
    assert.equal(all, first);
    assert.doesNotMatch(first!, /Show all/);
    assert.match(first!, /<link rel="canonical" href="[^"]*\/standings\/2026">/);
  });

  test("the book of records", async () => {
    const { bigBass } = await app.read(visitor, (work) => getRecords(work));
    const rows = table(await tablesOf("/records"), "The ten heaviest bass");
    assert.deepEqual(
      rows.map(([place, who, weight]) => [place, who, weight]),
      bigBass.map((bass) => [words.place(bass), words.names(bass.crew), words.weight(bass.weight)]),
    );
    assert.deepEqual(rows[0]!.slice(0, 3), ["T1", "Ann & Bob", "6.25"]);
  });
});
