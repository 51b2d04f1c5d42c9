import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addMembers } from "#core/membership/membership.service.ts";
import { setOfficer } from "#core/membership/officers.service.ts";
import { eraseAngler } from "#core/people/erase.service.ts";
import { mergeAnglers } from "#core/people/merge.service.ts";
import { createPoll } from "#core/polls/create-poll.service.ts";
import { saveClub } from "#core/seasons/club.service.ts";
import { serveSite } from "../../web/server.ts";
import { moveClock } from "../support/clock.ts";
import { openTestApp } from "../support/database.ts";
import { fetchRaw } from "../support/http.ts";
import { type Boat, holdTournament, tester } from "../support/small-club.ts";
import { unescaped, walkSite } from "../support/walk-site.ts";

const app = await openTestApp();
const site = await serveSite(app, app.config);
after(() => site.drain());

const get = (path: string) => fetchRaw(site.address, path, { headers: { host: "localhost" } });

/** Who shows a short name to everyone, who asked to be forgotten, whose two records are one, who never fished. */
const people = {
  short: { name: "Philippa Oldenburg", publicName: "Pip O." },
  gone: { name: "Erasmus Vandermeer", publicName: "Ras V." },
  twin: { name: "Kitty Underhill", publicName: "Kit U." },
  other: { name: "Katherine Underhill", publicName: "Kate U." },
  ashore: { name: "Ashby Landlubber", publicName: "Ash L." },
};
const { short, gone, twin, other } = people;

const boat = (crew: string[], weight: string, big: string): Boat => ({
  crew,
  bags: crew.map((_, at) => ({ fish: 5, weight: at === 0 ? weight : "3", big: at === 0 ? big : "1" })),
});

before(async () => {
  await moveClock(app, "2026-03-01");
  await app.write(tester, async (work) => {
    await saveClub(work, { name: "Bass Club", contact: "club@club.example" });
    await addMembers(work, {
      members: Object.values(people).map((one) => ({
        ...one,
        status: "member" as const,
        from: "2020-01-01",
      })),
    });
    await setOfficer(work, { office: "President", reference: short.name, year: 2026 });
  });
  const everyone = [
    boat([short.name, gone.name], "12", "6"),
    boat([twin.name], "9", "5.5"),
    boat([gone.name], "8", "5.5"),
  ];
  await holdTournament(app, { day: "2025-03-23", state: "official", boats: everyone.slice(0, 2) });
  await holdTournament(app, {
    day: "2025-06-22",
    state: "official",
    boats: [boat([gone.name, other.name], "20", "8")],
  });
  await holdTournament(app, {
    day: "2026-01-25",
    state: "provisional",
    rules: "sabc-team",
    boats: [
      { crew: [short.name, gone.name], bags: [{ fish: 5, weight: "14", big: "6" }] },
      { crew: [twin.name], bags: [{ fish: 5, weight: "14", big: "6" }] },
    ],
  });
  await app.write(tester, async (work) => {
    await createPoll(work, {
      kind: "election",
      title: "Officers",
      year: 2027,
      opens: { day: "2026-03-01", time: "06:00" },
      closes: { day: "2026-03-20", time: "18:00" },
      offices: [{ office: "President", candidates: [short.name, gone.name] }],
    });
    await mergeAnglers(work, { keep: twin.name, gone: other.name });
    await eraseAngler(work, { reference: gone.name });
  });
});

test("no page, feed or list of pages has a name that is not for everyone", async () => {
  const seen = await walkSite(get, [
    "/",
    "/news.atom",
    "/results.atom",
    "/calendar.ics",
    "/sitemap/anglers-1.xml",
  ]);
  const paths = [...seen.keys()];
  assert.ok(paths.length > 30, `${paths.length} pages`);
  for (const wanted of [
    /^\/anglers\/\d+-pip-o$/,
    /^\/standings\/2025\/why/,
    /^\/tournaments\/2026-01/,
    /^\/awards\/2025/,
  ])
    assert.ok(
      paths.some((path) => wanted.test(path)),
      String(wanted),
    );
  const hidden =
    /philippa|oldenburg|erasmus|vandermeer|ras v|kitty|katherine|underhill|kate u|ashby|landlubber|ash l/i;
  for (const [path, { status, body, headers }] of seen) {
    assert.equal(status, 200, path);
    const said = `${path} ${unescaped(body)} ${JSON.stringify(headers)}`;
    assert.equal(hidden.exec(said)?.[0], undefined, path);
  }
  const all = [...seen.values()].map(({ body }) => body).join(" ");
  for (const name of ["Pip O.", "Kit U.", "Former member"]) assert.ok(all.includes(name), name);
  assert.doesNotMatch(all, /href="\/anglers\/\d+-former/);
});

test("who was erased is gone, who was made one with another is found there, who never fished was never there", async () => {
  const rows = await app.read(tester, (work) =>
    work.em.execute<{ id: number; name: string }[]>("select id, name from angler order by id"),
  );
  const idOf = (name: string) => rows.find((row) => row.name === name)!.id;
  const first = idOf(short.name);
  const answers = await Promise.all([0, 1, 2, 3, 4].map((at) => get(`/anglers/${first + at}-x`)));
  assert.deepEqual(
    answers.map(({ status, headers }) => [status, headers.location]),
    [
      [301, `/anglers/${first}-pip-o`],
      [410, undefined],
      [301, `/anglers/${first + 2}-kit-u`],
      [301, `/anglers/${first + 2}-kit-u`],
      [404, undefined],
    ],
  );
});
