import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Actor, visitor } from "#core/actor.ts";
import { importMembers } from "#core/membership/import-members.service.ts";
import { brokenMemberFiles, refusedMemberValues } from "../../support/hostile-members.ts";
import { bytes } from "../../support/hostile-files.ts";
import { openMembersClub, toldProblems } from "../../support/members-club.ts";
import { countQueries } from "../../support/query-count.ts";
import { refused } from "../../support/small-club.ts";
import { uncertainMembers } from "../../support/uncertain-members.ts";

const { app, imported, rehearsed, exported } = await openMembersClub();
const untouched = await exported();

for (const [title, corpus] of Object.entries({
  "a file that is no table and no list": brokenMemberFiles,
  "values that are none": refusedMemberValues,
  "rows that mean nobody for certain": uncertainMembers,
})) {
  describe(`${title} is refused with every problem`, () => {
    for (const { label, file, choices, problems } of corpus) {
      test(label, async () => {
        assert.deepEqual(await toldProblems(imported(file, { create: true, ...choices })), problems);
      });
    }
  });
}

test("nothing of what was refused is kept", async () => {
  assert.equal(await exported(), untouched);
});

test("a stranger is refused with the nearest names, unless strangers are to be added", async () => {
  assert.deepEqual(await toldProblems(imported("name,status\nBobb Cruz,member\nZyx Wvu,member\n")), [
    `line 2, name "Bobb Cruz": Nobody is called so. Nearest: Bob Cruz (2). Say who it is by --map, or add all who are new by --create.`,
    `line 3, name "Zyx Wvu": Nobody is called so. Say who it is by --map, or add all who are new by --create.`,
  ]);
});

test("whom the map says to be new is added, and they alone", async () => {
  const file = "name,status\nBobb Cruz,member\nZyx Wvu,member\n";
  const map = "name,angler\nBobb Cruz,\n";
  assert.deepEqual(await toldProblems(imported(file, { map })), [
    `line 3, name "Zyx Wvu": Nobody is called so. Say who it is by --map, or add all who are new by --create.`,
  ]);
  const { added } = await rehearsed(file, { map: `${map}zyx wvu,\n` });
  assert.deepEqual(
    added.map(({ name }) => name),
    ["Bobb Cruz", "Zyx Wvu"],
  );
});

test("an officer without the role of an admin is refused", async () => {
  const treasurer: Actor = { ...visitor, kind: "angler", anglerId: 1, roles: ["treasurer"] };
  const file = bytes("name\nAnn Lee\n");
  const [kind] = await refused(app.write(treasurer, (work) => importMembers(work, { file })));
  assert.equal(kind, "forbidden");
});

/** What is told of each person: the fields as `field: before → after`. */
async function outcome(file: string, more: Parameters<typeof rehearsed>[1] = {}) {
  const { added, changed, same } = await rehearsed(file, more);
  const told = (people: typeof added) =>
    people.map(({ id, fields }) => [
      id > 6 ? "new" : id,
      ...fields.map(({ field, before, after }) => `${field}: ${before ?? "–"} → ${after}`),
    ]);
  return { added: told(added), changed: told(changed), same };
}

const same = (count: number) => ({ added: [], changed: [], same: count });
const newton = [
  "new",
  "name: – → New Person",
  "email: – → new@club.example",
  "status: – → member from 2026-06-01",
];

const oddFiles: [string, string, Parameters<typeof rehearsed>[1], object][] = [
  [
    "a BOM, Windows line ends, any case and order",
    "\ufeffSTATUS,E-Mail,Full Name\r\nMember,new@club.example,New Person\r\n",
    {},
    { added: [newton], changed: [], same: 0 },
  ],
  [
    "semicolons, quotes and blanks of every kind",
    `"name";status;email\n"\u00a0New \u2003Person ";member;"new@club.example"\n\n;;\n`,
    {},
    { added: [newton], changed: [], same: 0 },
  ],
  [
    "tabs, and a status for all who are new",
    "name\temail\nNew Person\tnew@club.example\nAnn Lee\t\n",
    { status: "member" },
    { added: [newton], changed: [], same: 1 },
  ],
  [
    "another club's columns",
    "Nr,Who,Mail,Town,Kind\n2,New Person,new@club.example,Austin,member\n3,X Y,,Waco,guest\n",
    { column: ["name=Who", "status=Kind"], ignore: ["Nr", "Town"], where: ["Town=austin"] },
    { added: [newton], changed: [], same: 0 },
  ],
  [
    "a list in JSON, with nulls for what is not known",
    `\ufeff [{"name":"New Person","email":"new@club.example","phone":null,"status":"member","aliases":[]}]`,
    {},
    { added: [newton], changed: [], same: 0 },
  ],
  [
    "names in capitals, by alias and without accents' letters apart",
    "name\nANN LEE\nBob Cruz\nJose\u0301 Nu\u0301n\u0303ez\n",
    {},
    same(3),
  ],
  ["a name that is an alias is no new name", "name,email\nannie,ANN@club.example\n", {}, same(1)],
  [
    "two of one name told apart by e-mail and by id",
    "id,name,email\n,Sam Hill,sam@club.example\n4,sam hill,\n",
    {},
    same(2),
  ],
  ["numbers as people write them", "name,phone\nBob Cruz,(512) 555-0100\n", {}, same(1)],
  [
    "the status they have, from a day within it",
    "name,status,from\nAnn Lee,member,2024-01-01\nBob Cruz,guest,\n",
    {},
    same(2),
  ],
  [
    "aliases and offices they have",
    "name,aliases,offices,roles\nAnn Lee,ann lee; ANNIE,President 2026,Admin\n",
    {},
    same(1),
  ],
  [
    "a formula made harmless, taken back",
    "name,status\n'=Ann,member\n''-Bo,guest\n",
    {},
    {
      added: [
        ["new", "name: – → =Ann", "status: – → member from 2026-06-01"],
        ["new", "name: – → '-Bo", "status: – → guest from 2026-06-01"],
      ],
      changed: [],
      same: 0,
    },
  ],
  [
    "a new name where id and e-mail say who it is",
    "id,name,email,public_name\n2,Robert Cruz,bob@club.example,\n3,Samuel Hill,sam@club.example,Sam H.\n",
    {},
    {
      added: [],
      changed: [
        [2, "name: Bob Cruz → Robert Cruz"],
        [3, "name: Sam Hill → Samuel Hill", "publicName: Sam Hill → Sam H."],
      ],
      same: 0,
    },
  ],
  [
    "everything that can change, blanks kept",
    "name,email,phone,joined_on,status,from,aliases,roles,offices\nBob Cruz,rob@club.example,5125550111,2026-05-01,member,2026-05-01,Rob; R. \\; C.,treasurer,Secretary 2026\nAnn Lee,,,,,,,,\n",
    {},
    {
      added: [],
      changed: [
        [
          2,
          "email: bob@club.example → rob@club.example",
          "phone: +15125550100 → +15125550111",
          "joinedOn: – → 2026-05-01",
          "status: guest → member from 2026-05-01",
          "alias: – → Rob",
          "alias: – → R. ; C.",
          "role: – → treasurer",
          "office: – → Secretary 2026",
        ],
      ],
      same: 1,
    },
  ],
  [
    "a whole history, and who left keeps the day they joined",
    "name,joined_on,status,from,earlier\nNew Person,2020-02-01,former,2025-01-01,guest 2019-05-01; member 2020-02-01\nOld Person,2015-01-01,former,,\nBob Cruz,,guest,2026-01-01,member 2024-01-01\n",
    {},
    {
      added: [
        [
          "new",
          "name: – → New Person",
          "joinedOn: – → 2020-02-01",
          "status: – → guest from 2019-05-01",
          "status: – → member from 2020-02-01",
          "status: – → former from 2025-01-01",
        ],
        ["new", "name: – → Old Person", "joinedOn: – → 2015-01-01", "status: – → former from 2026-06-01"],
      ],
      changed: [
        [
          2,
          "joinedOn: – → 2024-01-01",
          "status: guest → member from 2024-01-01",
          "status: guest → guest from 2026-01-01",
        ],
      ],
      same: 0,
    },
  ],
  [
    "what the map says: who it is, and who is new although the name is known",
    'name,email,status\nR. Cruz,,\nAnn Lee,new@club.example,member\n"Cruz, Bob",,guest\n',
    { map: 'name,angler\nr. cruz,Bob Cruz\nAnn Lee,\n"Cruz, Bob",\n' },
    {
      added: [
        ["new", "name: – → Ann Lee", "email: – → new@club.example", "status: – → member from 2026-06-01"],
        ["new", "name: – → Cruz, Bob", "status: – → guest from 2026-06-01"],
      ],
      changed: [],
      same: 1,
    },
  ],
  [
    "two who are new and of one name, told apart",
    "id,name,email,status\n,New Person,a@club.example,member\n,New Person,b@club.example,member\n98,X Y,,guest\n99,X Y,,guest\n",
    {},
    {
      added: [
        ["new", "name: – → New Person", "email: – → a@club.example", "status: – → member from 2026-06-01"],
        ["new", "name: – → New Person", "email: – → b@club.example", "status: – → member from 2026-06-01"],
        ["new", "name: – → X Y", "status: – → guest from 2026-06-01"],
        ["new", "name: – → X Y", "status: – → guest from 2026-06-01"],
      ],
      changed: [],
      same: 0,
    },
  ],
];

describe("a file that is odd but clear is understood", () => {
  for (const [label, file, more, expected] of oddFiles) {
    test(label, async () => {
      assert.deepEqual(await outcome(file, { create: true, ...more }), expected);
    });
  }
});

describe("an import", () => {
  const people = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => {
      const n = from + at;
      const last = String(n).replaceAll(/\d/g, (digit) => "bcdfghjklm"[Number(digit)]!);
      return `Guest ${last},g${n}@club.example,512-555-${String(1000 + n)},member,2024-01-01,guest 2023-01-01,G. ${last},\n`;
    }).join("");
  const columns = "name,email,phone,status,from,earlier,aliases,roles\n";

  test("of a row that is wrong keeps none of the others", async () => {
    const before = await exported();
    await toldProblems(imported(`${columns}${people(0, 3)}X,nobody,,member,,,,\n`, { create: true }));
    assert.equal(await exported(), before);
  });

  test("writes a row in the middle of a history over, and the same file again changes nothing", async () => {
    const file =
      "name,status,from,joined_on\nBob Cruz,applicant,2020-01-01,2021-01-01\nBob New,member,,2030-01-01\n";
    const first = await imported(file, { create: true });
    assert.deepEqual([first.added.length, first.changed.length], [1, 1]);
    assert.deepEqual(await imported(file, { create: true }), { added: [], changed: [], same: 2 });
    assert.match(await exported(), /\n2,Bob Cruz,.*,2021-01-01,applicant,2020-01-01,,/);
  });

  test("of more people takes no more statements, and again none that writes", async () => {
    const few = await countQueries(() => imported(columns + people(0, 20), { create: true }));
    const many = await countQueries(() => imported(columns + people(20, 120), { create: true }));
    assert.equal(many, few);
    const again = await countQueries(() => imported(columns + people(0, 120), { create: true }));
    assert.ok(again < few, `${again} statements`);
  });

  test("of a thousand members is all or nothing too, in a few statements", async () => {
    const file = columns + people(120, 1_120);
    const statements = await countQueries(async () => {
      assert.equal((await imported(file, { create: true })).added.length, 1_000);
    });
    assert.ok(statements < 60, `${statements} statements`);
    assert.deepEqual(await imported(file), { added: [], changed: [], same: 1_000 });
  });
});
