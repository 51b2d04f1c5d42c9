import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { locateCluster, startServer } from "#core/database/cluster.ts";
import { joinCluster } from "#core/database/embedded.ts";
import { freshHome, serverOf, until } from "../../support/process.ts";

/** A process that joins the home's cluster, counts itself in and leaves: how many there were, or null. */
function visit(home: string): { kill: () => void; answer: Promise<number | null> } {
  const child = spawn(process.execPath, ["test/support/join-cluster.ts", home], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  let wrong = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (wrong += chunk.toString()));
  const answer = new Promise<number | null>((resolve, reject) => {
    child.once("close", (code, signal) => {
      if (code === 0) resolve(Number(said));
      else if (signal === "SIGKILL") resolve(null);
      else reject(new Error(wrong));
    });
  });
  return { kill: () => child.kill("SIGKILL"), answer };
}

describe("the embedded database, started and stopped by many", { concurrency: false }, () => {
  const home = freshHome();

  test("20 visits that overlap each get in, and nothing runs in the end", async () => {
    const answers: Promise<number | null>[] = [];
    for (let at = 0; at < 20; at += 1) {
      answers.push(visit(home).answer);
      await pause((at * 97) % 500);
    }
    const counts = await Promise.all(answers);
    assert.deepEqual(
      counts.toSorted((one, other) => one! - other!),
      Array.from({ length: 20 }, (_, at) => at + 1),
    );
    assert.equal(serverOf(home), null);
  });

  test("20 visits of which every second is killed: the others get in, and the last stops it", async () => {
    const answers: Promise<number | null>[] = [];
    for (let at = 0; at < 20; at += 1) {
      const { kill, answer } = visit(home);
      answers.push(answer);
      if (at % 2 === 1) setTimeout(kill, (at * 61) % 700);
      await pause((at * 97) % 400);
    }
    await Promise.all(answers);
    assert.ok((await visit(home).answer)! >= 31);
    assert.equal(serverOf(home), null);
  });

  test("stale files of those who died are no obstacle", async () => {
    const { kill, answer } = visit(home);
    await until(() => serverOf(home) !== null, { what: "it runs" });
    const server = serverOf(home)!;
    kill();
    await answer;
    process.kill(server, "SIGKILL");
    writeFileSync(join(home, "cluster", "lock-journal"), "not a journal");
    writeFileSync(join(home, "cluster", "data.new"), "half made");
    assert.ok((await visit(home).answer)! > 31);
    assert.equal(serverOf(home), null);
  });

  test("a server that a killed command is still starting is waited for", async () => {
    const cluster = await locateCluster(home);
    for (let wait = 0; wait < 60; wait += 4) {
      const starting = startServer(cluster).catch(() => undefined);
      await pause(wait);
      const visitor = await joinCluster(home);
      await starting;
      await visitor.leave();
      assert.equal(serverOf(home), null);
    }
  });
});
