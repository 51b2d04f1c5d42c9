import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { linkDiscordSchema } from "#core/accounts/accounts.schemas.ts";
import { findDiscordActor, linkDiscord, unlinkDiscord } from "#core/accounts/discord-link.service.ts";
import { operator, visitor } from "#core/actor.ts";
import { changeRoles } from "#core/anglers/roles.service.ts";
import { listAudit } from "#core/audit/audit-trail.service.ts";
import { addMembers } from "#core/membership/membership.service.ts";
import { eraseAngler } from "#core/people/erase.service.ts";
import { mergeAnglers } from "#core/people/merge.service.ts";
import { acting } from "../../support/poll-club.ts";
import { openTestApp } from "../../support/database.ts";

const app = await openTestApp();
const office = operator("office");
const people = await app.write(office, (work) =>
  addMembers(work, {
    members: ["Ann Lee", "Bob Cruz", "Cal Ray"].map((name) => ({ name, status: "member" as const })),
  }),
);
const [ann, bob, cal] = people.map(({ id }) => String(id)) as [string, string, string];
const [first, second] = ["180000000000000001", "180000000000000002"] as const;

const link = (angler: string, discordId: string) =>
  app.write(office, (work) => linkDiscord(work, { angler, discordId }));
const whose = (discordId: string) => app.read(visitor, (work) => findDiscordActor(work, { discordId }));

describe("a Discord account", { concurrency: false }, () => {
  test("is nobody's until an officer links it, then the angler's with their roles and no more", async () => {
    assert.equal(await whose(first), null);
    assert.equal((await link(ann, first)).changed, true);
    assert.equal((await link(ann, first)).changed, false);
    const actor = { kind: "angler", name: "Ann Lee", channel: "discord", anglerId: Number(ann) };
    assert.deepEqual(await whose(first), { ...actor, roles: [] });
    await app.write(office, (work) => changeRoles(work, { reference: ann, grant: ["editor"], revoke: [] }));
    assert.deepEqual(await whose(first), { ...actor, roles: ["editor"] });
  });

  test("is one person's, and a person has one", async () => {
    await assert.rejects(link(bob, first), { code: "discord-account-taken" });
    await assert.rejects(link(ann, second), { code: "angler-linked-already" });
  });

  test("is a number of Discord's", () => {
    for (const discordId of ["", "ann", "123", "18000000000000000x", "123456789012345678901"])
      assert.equal(linkDiscordSchema.safeParse({ angler: "1", discordId }).success, false, discordId);
  });

  test("is linked by an admin, and taken away by the person or an admin", async () => {
    const asBob = acting(Number(bob), "Bob Cruz");
    await assert.rejects(
      app.write(asBob, (work) => linkDiscord(work, { angler: bob, discordId: second })),
      { code: "role-required" },
    );
    await link(bob, second);
    await assert.rejects(
      app.write(asBob, (work) => unlinkDiscord(work, { angler: ann })),
      { code: "role-required" },
    );
    await app.write(asBob, (work) => unlinkDiscord(work, { angler: bob }));
    assert.equal(await whose(second), null);
    await assert.rejects(
      app.write(office, (work) => unlinkDiscord(work, { angler: bob })),
      { code: "not-linked" },
    );
  });

  test("follows the person who is kept when two records are made one", async () => {
    await link(bob, second);
    const merge = { keep: cal, gone: bob };
    await app.write(office, (work) => mergeAnglers(work, merge));
    assert.equal((await whose(second))?.anglerId, Number(cal));
  });

  test("goes with who is erased, in the audit log too", async () => {
    await app.write(office, (work) => eraseAngler(work, { reference: cal }));
    assert.equal(await whose(second), null);
    const log = JSON.stringify(
      await app.read(office, (work) => listAudit(work, { subject: "discord_link" })),
    );
    assert.ok(log.includes(first) && !log.includes(second), log);
  });
});
