import assert from "node:assert/strict";
import { after, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { openApp } from "#core/app.ts";
import { connect } from "#core/database/connection.ts";
import type { Heard } from "#core/database/listening.ts";
import { severedDatabase } from "../../support/severed-database.ts";
import { testConfig } from "../../support/database.ts";

const severed = await severedDatabase();
await severed.open();
const app = await openApp(testConfig(severed.url));
after(() => app.close());

const heard: Heard[] = [];
const stop = app.listen({ channel: "a channel", hear: (what) => heard.push(what) });

/** Waits for the next thing that is heard, and for no more than five seconds. */
async function next(): Promise<Heard> {
  const before = heard.length;
  for (let turn = 0; turn < 500 && heard.length === before; turn += 1) await wait(10);
  return heard.at(-1)!;
}

async function say(): Promise<void> {
  const client = await connect({ connectionString: severed.url }, "sabc test");
  await client.query(`notify "a channel"`);
  await client.end();
}

const killListeners = async (): Promise<void> => {
  const client = await connect({ connectionString: severed.url }, "sabc test");
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'sabc listen' and datname = current_database()",
  );
  await client.end();
};

test("a listener hears what is said, and of its own line when it is lost and when it is back", async () => {
  assert.equal(await next(), "back");
  await Promise.all([next(), say()]);
  assert.deepEqual(heard, ["back", "said"]);
  await Promise.all([next(), killListeners()]);
  assert.deepEqual(heard.slice(0, 3), ["back", "said", "lost"]);
  if (heard.length === 3) await next();
  await Promise.all([next(), say()]);
  assert.deepEqual(heard, ["back", "said", "lost", "back", "said"]);
});

test("it comes back to a server that was away", async () => {
  heard.length = 0;
  await Promise.all([next(), severed.shut()]);
  await wait(300);
  assert.deepEqual(heard, ["lost"]);
  await Promise.all([next(), severed.open()]);
  assert.deepEqual(heard, ["lost", "back"]);
});

test("stopped, it hears that its line is lost, and nothing more", async () => {
  heard.length = 0;
  await stop();
  await say();
  await wait(50);
  assert.deepEqual(heard, ["lost"]);
});
