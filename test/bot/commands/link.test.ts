import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findDiscordActor } from "#core/accounts/discord-link.service.ts";
import { visitor } from "#core/actor.ts";
import { Secret } from "#core/config.ts";
import { editMember } from "#core/membership/edit-member.service.ts";
import type { Person, Reply } from "../../support/discord/person.ts";
import { botClub } from "../../support/bot-club.ts";
import { acting, office } from "../../support/poll-club.ts";
import { startSmtp } from "../../support/smtp.ts";

const club = await botClub({ members: 2 });
const { app, discord, members, at } = club;
const smtp = await startSmtp();
Object.assign(club.config, { smtpUrl: new Secret(smtp.url), mailFrom: "info@club.example" });
const [first, second] = members as [ReturnType<typeof acting>, ReturnType<typeof acting>];
for (const { anglerId } of members)
  await app.write(office, (work) =>
    editMember(work, { reference: String(anglerId), email: `member${anglerId}@club.example` }),
  );
const addressOf = ({ anglerId }: typeof first): string => `member${anglerId}@club.example`;
const lobby = discord.channel("news");
await discord.until(() => discord.commands.length > 0, { what: "the commands are registered" });

const email = "Your e-mail on the club's record";
const digits = "The six digits from the mail";
const whose = async ({ id }: Person) =>
  (await app.read(visitor, (work) => findDiscordActor(work, { discordId: id })))?.anglerId ?? null;
const ask = async (person: Person, address: string): Promise<Reply> =>
  person.submit(await person.command(lobby, "link"), { [email]: address });
const enter = async (person: Person, from: Reply, code: string): Promise<Reply> =>
  person.submit(await person.press(from, "Enter the code"), { [digits]: code });
/** The code of the next mail to an address, once it is there. */
async function mailed(address: string, before: number): Promise<string> {
  const mail = () => smtp.arrived.slice(before).find(({ to }) => to.includes(address));
  await discord.until(() => mail() !== undefined, { what: `a mail to ${address}` });
  return /^\d{6}$/m.exec(mail()!.mail.text ?? "")![0];
}
const another = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

describe("linking an account by a code", { concurrency: false }, () => {
  const person = discord.member({ name: "New Account" });
  let asked: Reply;
  let code: string;

  test("begins with a form, and with the same answer for an address that is nobody's", async () => {
    const form = await person.command(lobby, "link");
    assert.deepEqual([form.kind, form.form?.fields.map(({ label }) => label)], ["form", [email]]);
    await club.people[0]!.command(lobby, "unlink");
    const unknown = await ask(discord.member({ name: "Stranger" }), "nobody@club.example");
    const before = smtp.arrived.length;
    asked = await ask(person, addressOf(first));
    const shape = ({ text }: Reply) => text.replaceAll(/<t:\d+:R>/g, "<t>");
    assert.equal(shape(asked), shape(unknown));
    assert.equal(asked.message?.private, true);
    code = await mailed(addressOf(first), before);
    assert.match(smtp.arrived.at(-1)!.mail.text!, /the Discord account new\.account to your record/);
  });

  test("what is no address or no code is said, and counts for nothing", async () => {
    assert.match(
      (await ask(person, "ann at example")).text,
      /^That cannot be taken: email must be an e-mail/,
    );
    const said = await enter(person, asked, "12 45");
    assert.equal(said.text, "That cannot be taken: code must be six digits. Nothing was changed.");
  });

  test("a wrong code leaves four tries, another account none, the right one links, once", async () => {
    const wrong = await enter(person, asked, another(code));
    assert.match(wrong.text, /^That is not the code\. You may try 4 more times\./);
    const thief = discord.member({ name: "Thief" });
    const theirs = await ask(thief, "nobody@club.example");
    assert.match((await enter(thief, theirs, code)).text, /^That is not the code/);
    const linked = await enter(person, wrong, `${code.slice(0, 3)} ${code.slice(3)}`);
    assert.match(linked.text, /^Your Discord account is linked: you are \*\*Member 0001\*\* here\./);
    assert.equal(await whose(person), first.anglerId);
    assert.equal(await whose(thief), null);
    assert.match(
      (await enter(person, asked, code)).text,
      /^Your Discord account is linked to \*\*Member 0001\*\* already/,
    );
    assert.match((await person.command(lobby, "link")).text, /already\. Not you\? \/unlink/);
  });

  test("a record that has another account is told only to whoever has its mail", async () => {
    const other = discord.member({ name: "Other Account" });
    const before = smtp.arrived.length;
    const form = await ask(other, addressOf(first));
    const right = await mailed(addressOf(first), before);
    assert.match((await enter(other, form, another(right))).text, /^That is not the code/);
    assert.match((await enter(other, form, right)).text, /linked to another Discord account/);
    assert.equal(await whose(other), null);
  });

  test("a code is too old after ten minutes, and a new one is a press away", async () => {
    await club.people[1]!.command(lobby, "unlink");
    const late = discord.member({ name: "Late" });
    const before = smtp.arrived.length;
    const form = await ask(late, addressOf(second));
    const old = await mailed(addressOf(second), before);
    await at("2026-03-12T05:20");
    const said = await enter(late, form, old);
    assert.match(said.text, /^The code is older than ten minutes/);
    const again = smtp.arrived.length;
    const renewed = await late.submit(await late.press(said, "New code"), { [email]: addressOf(second) });
    const linked = await enter(late, renewed, await mailed(addressOf(second), again));
    assert.match(linked.text, /you are \*\*Member 0002\*\*/);
  });

  test("nobody asks more than five times an hour", async () => {
    const eager = discord.member({ name: "Eager" });
    for (let times = 0; times < 5; times += 1) await ask(eager, "nobody@club.example");
    assert.match(
      (await ask(eager, addressOf(first))).text,
      /^You have asked for a code five times within an hour/,
    );
  });

  test("/unlink leaves the account nobody's", async () => {
    const said = await person.command(lobby, "unlink");
    assert.match(said.text, /^Your Discord account is nobody's now/);
    assert.equal(await whose(person), null);
  });

  test("where the club sends no mail, an officer is the way", async () => {
    Object.assign(club.config, { smtpUrl: null });
    const said = await person.command(lobby, "link");
    assert.ok(said.text.includes(person.id), said.text);
  });

  test("nothing of it was ever said in the channel", () => {
    assert.deepEqual(lobby.messages, []);
  });
});
