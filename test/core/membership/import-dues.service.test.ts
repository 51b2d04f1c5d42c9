import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Actor, visitor } from "#core/actor.ts";
import { duesCsv, duesJson, exportDues } from "#core/membership/export-dues.service.ts";
import { importDues, type ImportDues } from "#core/membership/import-dues.service.ts";
import { voidDues } from "#core/membership/void-dues.service.ts";
import { Notice } from "#core/notices/notice.entity.ts";
import { presets } from "#core/seasons/presets.rules.ts";
import { createSeason } from "#core/seasons/seasons.service.ts";
import { bytes } from "../../support/hostile-files.ts";
import { hostileDues } from "../../support/hostile-dues.ts";
import { openMembersClub, toldProblems } from "../../support/members-club.ts";
import { countQueries } from "../../support/query-count.ts";
import { refused, tester } from "../../support/small-club.ts";

const openClub = async () => {
  const club = await openMembersClub();
  await club.app.write(tester, (work) => createSeason(work, { year: 2026, rules: presets["sabc-team"] }));
  return club;
};
const { app, imported: addPeople } = await openClub();

type More = Omit<Partial<ImportDues>, "file" | "map"> & { map?: string };

const given = (file: string | Uint8Array, { map, ...more }: More): ImportDues => ({
  file: bytes(file),
  ...more,
  ...(map === undefined ? {} : { map: bytes(map) }),
});
const imported = (file: string | Uint8Array, more: More = {}, into = app) =>
  into.write(tester, (work) => importDues(work, given(file, more)));
const book = (of = app, year?: number) => of.read(tester, (work) => exportDues(work, { year }));
const exported = async (of = app, year?: number) => duesCsv((await book(of, year)).payments);

const header = "name,amount,method,paid_on";
const columns = "payment,id,name,amount,method,paid_on,note,covers_from,covers_to,voided_on,void_reason\n";

describe("a file of dues that cannot be right is refused with every problem", () => {
  for (const { label, file, choices, problems } of hostileDues) {
    test(label, async () => {
      assert.deepEqual(await toldProblems(imported(file, choices)), problems);
      assert.equal(await exported(), columns);
    });
  }
});

describe("who may not", () => {
  const signedIn = (roles: Actor["roles"]): Actor => ({ ...visitor, kind: "angler", anglerId: 3, roles });

  test("bring payments in: members, and officers without the purse", async () => {
    const file = bytes(`${header}\nAnn Lee,25,cash,2026-01-10\n`);
    for (const actor of [visitor, signedIn([]), signedIn(["editor"])])
      assert.equal((await refused(app.write(actor, (work) => importDues(work, { file }))))[0], "forbidden");
  });

  test("take the books out: members", async () => {
    for (const actor of [visitor, signedIn([])])
      assert.equal((await refused(app.read(actor, (work) => exportDues(work, {}))))[1], "officers-only");
  });
});

/** What would be recorded: who, cents, and the days covered. */
async function outcome(file: string, more: More = {}) {
  const { recorded, same } = await app.rehearse(tester, (work) => importDues(work, given(file, more)));
  return {
    recorded: recorded.map(({ angler, cents, coversFrom, coversTo }) =>
      [angler.id, cents, coversFrom, coversTo].join(" "),
    ),
    same,
  };
}

const year2026 = "2026-01-01 2026-12-31";

describe("a file of dues that is odd but clear is understood", () => {
  const files: [string, string, More, string[]][] = [
    [
      "a BOM, semicolons, dollars, and anyone by any name",
      "\ufeffMember;Dues;How;Date\r\nannie;$25.00;Cash;2026-01-10\r\nBOB@club.example;25;VENMO;2026-01-11\r\n5;;check;2026-01-12\r\n",
      {},
      [`1 2500 ${year2026}`, `2 2500 ${year2026}`, `5 2500 ${year2026}`],
    ],
    [
      "another club's columns, and who is meant by a map",
      "Who,Paid,Kind,When,Town\nR. Cruz,25,cash,2026-01-10,Austin\nX,25,cash,2026-01-10,Waco\n",
      {
        column: ["name=Who", "method=Kind", "paid_on=When"],
        where: ["Town=Austin"],
        map: "name,angler\nr. cruz,2\n",
      },
      [`2 2500 ${year2026}`],
    ],
    [
      "an id beside a name of two",
      "id,name,amount,method,paid_on\n4,Sam Hill,25,cash,2026-01-10\n",
      {},
      [`4 2500 ${year2026}`],
    ],
    ["dues that were waived", `${header}\nAnn Lee,,waived,2026-01-10\n`, {}, [`1 0 ${year2026}`]],
    [
      "two years at once, and another amount with a note",
      `${header},year,note\nAnn Lee,25,cash,2026-01-10,2026,\nAnn Lee,25,cash,2026-01-10,2027,\nBob Cruz,30,cash,2026-01-10,,a gift\n`,
      {},
      [`1 2500 ${year2026}`, "1 2500 2027-01-01 2027-12-31", `2 3000 ${year2026}`],
    ],
    [
      "days as another book says them",
      `${header},covers_from,covers_to\nAnn Lee,20,cash,2024-10-05,2024-10-05,2025-12-31\n`,
      {},
      ["1 2000 2024-10-05 2025-12-31"],
    ],
    [
      "JSON with the money as text",
      `[{"name":"Ann Lee","amount":"25.00","method":"cash","paidOn":"2026-01-10","note":null}]`,
      {},
      [`1 2500 ${year2026}`],
    ],
  ];
  for (const [label, file, more, recorded] of files) {
    test(label, async () => {
      assert.deepEqual(await outcome(file, more), { recorded, same: 0 });
    });
  }

  test("the October rule is the club's: new members' dues reach through the next year", async () => {
    const { added } = await addPeople(
      "name,status,joined_on\nNew One,member,2025-10-02\nOld One,member,2024-02-01\n",
      { create: true },
    );
    const [fresh, old] = added.map(({ id }) => id);
    const file = `${header}\nOld One,25,check,2026-01-05\nOld One,25,cash,2025-10-20\nNew One,25,cash,2025-10-20\n`;
    assert.deepEqual((await outcome(file)).recorded, [
      `${old} 2500 2025-01-01 2025-12-31`,
      `${fresh} 2500 2025-10-20 2026-12-31`,
      `${old} 2500 ${year2026}`,
    ]);
  });
});

describe("dues brought in", () => {
  const file = `${header},note\nAnn Lee,25,cash,2026-01-10,\nBob Cruz,30,check,2026-01-12,'=a gift\nSam Hill,12.50,cash,2026-01-12,half\n`;
  const map = "name,angler\nSam Hill,3\n";

  const numberOf = async (name: string) =>
    (await book()).payments.find(({ angler }) => angler.name === name)!.id;

  test("are recorded once, and nobody is mailed", async () => {
    const first = await imported(file, { map });
    assert.deepEqual([first.recorded.length, first.same], [3, 0]);
    assert.deepEqual(await imported(file, { map }), { recorded: [], same: 3 });
    assert.equal(await app.read(tester, (work) => work.em.count(Notice)), 0);
  });

  test("send each payer a receipt when that is said", async () => {
    await imported(`${header}\nJosé Núñez,25,cash,2026-03-01\n`, { receipts: true });
    const notices = await app.read(tester, (work) => work.em.find(Notice, {}));
    assert.deepEqual(
      notices.map(({ purpose }) => purpose),
      ["dues-receipt"],
    );
  });

  test("beside what the books have only the rest is recorded", async () => {
    const more = `${file}Sam Hill,12.50,cash,2026-02-12,the rest\n`;
    const { recorded, same } = await imported(more, { map });
    assert.deepEqual([recorded.map(({ note }) => note), same], [["the rest"], 3]);
  });

  test("are not recorded again once voided, nor voided by a file", async () => {
    const ann = await numberOf("Ann Lee");
    const bob = await numberOf("Bob Cruz");
    await app.write(tester, (work) => voidDues(work, { payment: ann, reason: "slip" }));
    assert.deepEqual(await toldProblems(imported(file, { map })), [
      `line 2, name "Ann Lee": Payment ${ann} is the same and was voided on 2026-06-01. Leave the row out; where it was paid after all: sabc dues pay.`,
    ]);
    const voided = `${header},voided_on,void_reason\nBob Cruz,30,check,2026-01-12,2026-02-01,slip\n`;
    assert.deepEqual(await toldProblems(imported(voided)), [
      `line 2, name "Bob Cruz": Payment ${bob} is the same and stands in the books. Where it was taken back: sabc dues void ${bob}.`,
    ]);
  });

  test("are exported with all that import takes, and change nothing; in a new club they are the same", async () => {
    await imported(`${header}\nAnn Lee,25,venmo,2026-02-01\n`);
    const csv = await exported();
    assert.match(csv, /\n\d+,2,Bob Cruz,30\.00,check,2026-01-12,'=a gift,2026-01-01,2026-12-31,,\n/);
    assert.match(csv, /\n\d+,1,Ann Lee,25\.00,cash,2026-01-10,,2026-01-01,2026-12-31,2026-06-01,slip\n/);
    const { payments } = await book();
    for (const text of [csv, JSON.stringify({ dues: duesJson(payments) })]) {
      assert.deepEqual(await imported(text), { recorded: [], same: payments.length });
      const { app: other } = await openClub();
      await imported(text, {}, other);
      const withoutNumbers = (words: string) => words.replaceAll(/^\d+,/gm, "").split("\n").toSorted();
      assert.deepEqual(withoutNumbers(await exported(other)), withoutNumbers(csv));
      assert.deepEqual(await imported(text, {}, other), { recorded: [], same: payments.length });
    }
  });

  test("are exported by the year they cover a day of", async () => {
    await imported(`${header},covers_from,covers_to\nJosé Núñez,25,cash,2024-10-05,2024-10-05,2025-12-31\n`);
    assert.deepEqual((await book(app, 2025)).payments.length, 1);
    assert.deepEqual((await book(app, 2023)).payments.length, 0);
  });

  test("take as many statements whether of few or of many", async () => {
    const letters = (n: number) => String(n).replaceAll(/\d/g, (digit) => "bcdfghjklm"[Number(digit)]!);
    const people = Array.from({ length: 120 }, (_, at) => `Guest ${letters(at)}`);
    await addPeople(`name,status\n${people.map((name) => `${name},guest\n`).join("")}`, { create: true });
    const rows = (from: number, to: number) =>
      `${header}\n${people
        .slice(from, to)
        .map((name) => `${name},25,cash,2026-01-10\n`)
        .join("")}`;
    const few = await countQueries(() => imported(rows(0, 10)));
    const many = await countQueries(() => imported(rows(10, 120)));
    assert.equal(many, few);
  });
});
