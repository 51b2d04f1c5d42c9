import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { judgeMissing } from "../support/discord/judge.ts";
import { startDiscord } from "../support/start-discord.ts";

const discord = await startDiscord({ time: "2026-03-12T12:00:00-05:00" });
const votes = discord.channel("votes");

interface Told {
  status: number;
  headers: Headers;
  /** Discord's code, and the fields it complains of. */
  code: number | undefined;
  fields: string[];
  body: { id?: string; nonce?: string; retry_after?: number };
}

/** One request as a bot without a library would send it. */
async function ask(method: string, path: string, body?: unknown): Promise<Told> {
  const response = await fetch(`${discord.api}/v10${path}`, {
    method,
    headers: {
      authorization: `Bot ${discord.token}`,
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const said = (text === "" ? {} : JSON.parse(text)) as Told["body"] & { code?: number; errors?: object };
  const { status, headers } = response;
  return { status, headers, code: said.code, fields: fieldsOf(said.errors ?? {}), body: said };
}

/** `components.0.label` of Discord's nested answer. */
function fieldsOf(errors: object, at = ""): string[] {
  return Object.entries(errors).flatMap(([name, inner]) =>
    name === "_errors" ? [at] : fieldsOf(inner as object, at === "" ? name : `${at}.${name}`),
  );
}

const post = (body: object, to = votes.id): Promise<Told> => ask("POST", `/channels/${to}/messages`, body);
const row = (...components: object[]): object => ({ type: 1, components });
const button = (more: object = {}): object => ({ type: 2, style: 2, label: "Vote", custom_id: "v", ...more });
const v2 = (...components: object[]): object => ({ flags: 32_768, components });
const text = (content: string): object => ({ type: 10, content });
const option = (value: string, label = value): object => ({ label, value });
const select = (options: object[], more: object = {}): object => ({
  type: 3,
  custom_id: "s",
  options,
  ...more,
});
const many = (count: number, one: (at: number) => object): object[] =>
  Array.from({ length: count }, (_, at) => one(at));

/** The requests that a test sends broke the rules on purpose. */
const onPurpose = (): unknown => discord.judge.takeViolations();

describe("what a message may hold", () => {
  const refused: [label: string, body: object, fields: string[]][] = [
    ["2,001 characters", { content: "x".repeat(2001) }, ["content"]],
    ["4,001 characters in texts", v2(text("x".repeat(2001)), text("y".repeat(2000))), ["components"]],
    ["41 components", v2(...many(41, () => text("x"))), ["components"]],
    ["text beside components V2", { ...v2(text("x")), content: "x" }, ["content"]],
    ["a text without the flag", { content: "x", components: [text("x")] }, ["components.0.type"]],
    [
      "six rows without the flag",
      { content: "x", components: many(6, (at) => row(button({ custom_id: `${at}` }))) },
      ["components"],
    ],
    [
      "six buttons in a row",
      { content: "x", components: [row(...many(6, (at) => button({ custom_id: `${at}` })))] },
      ["components.0.components"],
    ],
    ["an empty row", v2(row()), ["components.0.components"]],
    ["an empty text", v2(text("")), ["components.0.content"]],
    [
      "the same custom id twice",
      { content: "x", components: [row(button(), button())] },
      ["components.0.components.1.custom_id"],
    ],
    [
      "a custom id of 101",
      { content: "x", components: [row(button({ custom_id: "x".repeat(101) }))] },
      ["components.0.components.0.custom_id"],
    ],
    [
      "a label of 81",
      { content: "x", components: [row(button({ label: "x".repeat(81) }))] },
      ["components.0.components.0.label"],
    ],
    [
      "a button without words",
      { content: "x", components: [row(button({ label: "" }))] },
      ["components.0.components.0"],
    ],
    [
      "a link with a custom id",
      { content: "x", components: [row(button({ style: 5, url: "https://club.example" }))] },
      ["components.0.components.0.custom_id"],
    ],
    ["26 options", v2(row(select(many(26, (at) => option(`${at}`))))), ["components.0.components.0.options"]],
    ["no options", v2(row(select([]))), ["components.0.components.0.options"]],
    [
      "the same value twice",
      v2(row(select([option("a"), option("a", "b")]))),
      ["components.0.components.0.options.1.value"],
    ],
    [
      "two chosen of one",
      v2(row(select([option("a"), option("b")].map((one) => ({ ...one, default: true }))))),
      ["components.0.components.0.options"],
    ],
    ["a nonce of 26", { content: "x", nonce: "x".repeat(26) }, ["nonce"]],
    ["a private message", { content: "x", flags: 64 }, ["flags"]],
    [
      "roles both listed and parsed",
      { content: "x", allowed_mentions: { parse: ["roles"], roles: [discord.role("member")] } },
      ["allowed_mentions"],
    ],
  ];
  for (const [label, body, fields] of refused) {
    test(`not ${label}`, async () => {
      discord.forgetLimits();
      const { status, code, fields: found } = await post(body);
      assert.deepEqual([status, code, found], [400, 50_035, fields]);
      onPurpose();
    });
  }

  test("a reply to a message that is gone is refused, unless that does not matter", async () => {
    discord.forgetLimits();
    const { body } = await post({ content: "Where?" });
    const gone = { message_id: "180000000000000000" };
    assert.equal((await post({ content: "x", message_reference: gone })).code, 50_035);
    await post({ content: "x", message_reference: { ...gone, fail_if_not_exists: false } });
    await post({ content: "x", message_reference: { message_id: body.id } });
    assert.deepEqual(
      votes.messages.slice(-2).map(({ repliesTo }) => repliesTo),
      [null, body.id],
    );
  });

  test("nothing at all is refused as empty", async () => {
    discord.forgetLimits();
    const { status, code } = await post({});
    assert.deepEqual([status, code], [400, 50_006]);
  });

  test("the most of everything passes", async () => {
    discord.forgetLimits();
    const buttons = many(5, (at) => button({ custom_id: `${at}`.padEnd(100, "x"), label: "x".repeat(80) }));
    const options = many(25, (at) => option(`${at}`.padEnd(100, "x"), "x".repeat(100)));
    const { status } = await post(v2(text("x".repeat(4000)), row(...buttons), row(select(options))));
    assert.equal(status, 200);
  });
});

describe("what the token may do", () => {
  test("another token, a channel that is gone, one that is hidden, one it may not write to", async () => {
    const wrong = await fetch(`${discord.api}/v10/users/@me`, { headers: { authorization: "Bot x" } });
    assert.equal(wrong.status, 401);
    assert.equal((await post({ content: "x" }, "180000000000000000")).code, 10_003);
    const { code } = await ask("PATCH", `/channels/${votes.id}/messages/180000000000000000`, {
      content: "x",
    });
    assert.equal(code, 10_008);
    const officers = discord.channel("officers");
    officers.forbid("SendMessages");
    assert.equal((await post({ content: "x" }, officers.id)).code, 50_013);
    officers.forbid("ViewChannel");
    assert.equal((await post({ content: "x" }, officers.id)).code, 50_001);
    officers.forgive();
  });

  test("only JSON, and only what Discord has", async () => {
    const headers = { authorization: `Bot ${discord.token}`, "content-type": "text/plain" };
    const plain = await fetch(`${discord.api}/v10/channels/${votes.id}/messages`, {
      method: "POST",
      headers,
      body: '{"content":"x"}',
    });
    const unknown = await ask("GET", "/users/@me/billing");
    assert.deepEqual([plain.status, unknown.status], [400, 404]);
    assert.deepEqual(discord.judge.takeViolations(), [
      "POST /channels/{channel_id}/messages request: is text/plain instead of JSON",
      "GET /api/v10/users/@me/billing: the local Discord has no such endpoint",
    ]);
  });
});

describe("once, and not too often", () => {
  test("with an enforced nonce the same message is posted once, without it twice", async () => {
    const news = discord.channel("news");
    const once = { content: "once", nonce: "notice-7", enforce_nonce: true };
    const [first, again] = [await post(once, news.id), await post(once, news.id)];
    assert.deepEqual([again.body.id, first.body.nonce], [first.body.id, "notice-7"]);
    for (const nonce of ["notice-8", "notice-8"]) await post({ content: "twice", nonce }, news.id);
    assert.deepEqual(
      news.messages.map((message) => message.text),
      ["once", "twice", "twice"],
    );
  });

  test("five edits in five seconds, said in each reply's headers; of old messages three in six", async () => {
    discord.forgetLimits();
    const { body } = await post({ content: "0" });
    const edit = (content: string): Promise<Told> =>
      ask("PATCH", `/channels/${votes.id}/messages/${body.id}`, { content });
    const young = [];
    for (const content of ["1", "2", "3", "4", "5", "6"]) young.push(await edit(content));
    assert.deepEqual(
      young.map(({ status, headers }) => [status, headers.get("x-ratelimit-remaining")]),
      [
        [200, "4"],
        [200, "3"],
        [200, "2"],
        [200, "1"],
        [200, "0"],
        [429, "0"],
      ],
    );
    const last = young.at(-1)!;
    assert.equal(last.headers.get("retry-after"), String(last.headers.get("x-ratelimit-reset-after")));
    discord.forgetLimits();
    discord.clock.advance(3_600_001);
    const old = [];
    for (const content of ["7", "8", "9", "10"]) old.push(await edit(content));
    assert.deepEqual(
      old.map(({ status, code }) => [status, code]),
      [
        [200, undefined],
        [200, undefined],
        [200, undefined],
        [429, 30_046],
      ],
    );
    assert.deepEqual(votes.messages.at(-1)?.text, "9");
  });

  test("ordered faults: before the effect, after it, a hang-up, a wait", async () => {
    discord.forgetLimits();
    const before = votes.messages.length;
    const on = "POST /channels/{channel_id}/messages";
    discord.faults.order({ on, status: 502 });
    discord.faults.order({ on, status: 503, when: "after" });
    discord.faults.order({ on, hangUp: true });
    discord.faults.order({ on, status: 429, retryAfter: 0.5 });
    const first = await post({ content: "lost" });
    const second = await post({ content: "kept" });
    await assert.rejects(post({ content: "cut" }), TypeError);
    const fourth = await post({ content: "early" });
    assert.deepEqual([first.status, second.status, fourth.status], [502, 503, 429]);
    assert.equal(fourth.body.retry_after, 0.5);
    assert.deepEqual(
      votes.messages.slice(before).map((message) => message.text),
      ["kept"],
    );
  });
});

describe("Discord's published description", { skip: judgeMissing }, () => {
  test("judges requests and replies", async () => {
    discord.forgetLimits();
    const judged = discord.judge.judged;
    await post({ content: "x", components: [], tts: "loud" });
    assert.equal(discord.judge.judged, judged + 2);
    assert.deepEqual(discord.judge.takeViolations(), [
      "POST /channels/{channel_id}/messages request /tts: must be boolean,null",
    ]);
  });
});
