import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { command as approve } from "../../../../cli/commands/member/approve.command.ts";
import { command as edit } from "../../../../cli/commands/member/edit.command.ts";
import { command as role } from "../../../../cli/commands/member/role.command.ts";
import { testInputs, testOutputs } from "../../../support/command-steps.ts";
import { clubHome, sabc } from "../../../support/sabc.ts";

testInputs("sabc member", [
  [
    "edit one thing",
    edit,
    ["Ann Lee", "--email", "ann@club.example"],
    { reference: "Ann Lee", email: "ann@club.example" },
  ],
  [
    "edit everything",
    edit,
    [
      "12",
      "--name",
      "Ann Ray",
      "--clear",
      "phone",
      "--clear",
      "public-name",
      "--joined-on",
      "2024-02-01",
    ].concat(["--status", "former", "--from", "2026-08-01", "--reason", "moved away", "--same-name"]),
    {
      reference: "12",
      name: "Ann Ray",
      phone: null,
      publicName: null,
      joinedOn: "2024-02-01",
      status: "former",
      from: "2026-08-01",
      reason: "moved away",
      sameName: true,
    },
  ],
  ["approve", approve, ["Dee Ray", "--from", "2026-02-01"], { reference: "Dee Ray", from: "2026-02-01" }],
  [
    "roles both ways",
    role,
    ["Ann Lee", "--grant", "editor", "--grant", "weighmaster", "--revoke", "treasurer"],
    { reference: "Ann Lee", grant: ["editor", "weighmaster"], revoke: ["treasurer"] },
  ],
]);

const ann = { id: 1, name: "Ann Lee", publicName: "Ann L." };
const former = {
  angler: ann,
  status: "former",
  from: "2026-08-01",
  before: "member",
  changed: true,
} as const;

testOutputs("sabc member", [
  [
    "edited",
    edit.output(
      {
        angler: ann,
        fields: [
          { field: "name", before: "Ann Ray", after: "Ann Lee" },
          { field: "phone", before: "+15125550100", after: null },
        ],
        status: former,
        roles: ["treasurer"],
      },
      { reference: "1" },
    ),
    {
      stdout: "",
      said: [
        "Ann Lee (1):",
        "  name: Ann Ray → Ann Lee",
        "  phone: +15125550100 → –",
        "  member → former from 2026-08-01 on",
        'To go on finding them as Ann Ray: sabc member alias 1 "Ann Ray"',
        "Ann Lee still has the role treasurer: sabc member role 1 --revoke treasurer",
      ],
    },
  ],
  [
    "edited to what it was",
    edit.output({ angler: ann, fields: [], status: null, roles: [] }, { reference: "1" }),
    { stdout: "", said: ["Ann Lee (1) was so already; nothing was changed."] },
  ],
  [
    "approved",
    approve.output({ angler: ann, from: "2026-02-01", changed: true }, { reference: "1" }),
    { stdout: "", said: ["Ann Lee (1) is a member from 2026-02-01 on, and is told."] },
  ],
  [
    "approved before",
    approve.output({ angler: ann, from: "2026-02-01", changed: false }, { reference: "1" }),
    { stdout: "", said: ["Ann Lee (1) is a member already; nothing was changed."] },
  ],
  [
    "a role given",
    role.output({ angler: ann, roles: ["editor"], granted: ["editor"], revoked: [] }, {} as never),
    { stdout: "", said: ["Ann Lee (1) has the role editor now."] },
  ],
  [
    "no role taken",
    role.output({ angler: ann, roles: [], granted: [], revoked: [] }, {} as never),
    { stdout: "", said: ["Ann Lee (1) has no role already; nothing was changed."] },
  ],
]);

describe("people of a club", async () => {
  const home = await clubHome();
  const club = (...words: string[]) => sabc([...words, "--home", home]);
  await club("member", "add", "Ann Lee", "--email", "ann@club.example", "--joined-on", "2024-02-01");
  await club("member", "add", "Dee Ray", "--status", "applicant", "--from", "2026-01-05");

  test("a person moves, and the history says so", async () => {
    const { code, stderr } = await club(
      "member",
      "edit",
      "ann@club.example",
      "--status",
      "former",
      "--from",
      "2026-02-01",
    );
    assert.deepEqual([code, stderr], [0, "Ann Lee (1):\n  member → former from 2026-02-01 on\n"]);
    const { stdout } = await club("member", "show", "Ann Lee", "--json");
    assert.deepEqual(JSON.parse(stdout).member.statuses, [
      { status: "member", from: "2024-02-01" },
      { status: "former", from: "2026-02-01" },
    ]);
  });

  test("someone else's address: conflict, and whose it is", async () => {
    const { code, stderr } = await club("member", "edit", "Dee Ray", "--email", "ANN@club.example");
    assert.equal(code, 5);
    assert.match(stderr, /^sabc: ANN@club\.example is the e-mail of Ann Lee \(angler 1\)\./);
  });

  test("a value cannot be given and one that does not exist not be cleared", async () => {
    const { code, stderr } = await club("member", "edit", "Dee Ray", "--clear", "shoes");
    assert.equal(code, 4);
    assert.equal(stderr, "sabc: --clear must be email, phone, joined-on or public-name.\n");
  });

  test("an applicant is approved", async () => {
    const { code, stderr } = await club("member", "approve", "dee ray", "--from", "2026-02-01");
    assert.deepEqual([code, stderr], [0, "Dee Ray (2) is a member from 2026-02-01 on, and is told.\n"]);
  });

  test("a role is given", async () => {
    const { code, stderr } = await club("member", "role", "dee ray", "--grant", "admin");
    assert.deepEqual([code, stderr], [0, "Dee Ray (2) has the role admin now.\n"]);
    assert.equal((await club("member", "role", "dee ray", "--revoke", "admin")).code, 5);
    const said = await club("member", "role", "dee ray");
    assert.deepEqual([said.code, said.stderr], [4, "sabc: --grant or --revoke must name a role.\n"]);
  });
});
