import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { locateCluster, stopServer } from "#core/database/cluster.ts";
import { joinCluster } from "#core/database/embedded.ts";

interface Visit {
  child: ChildProcess;
  answer: Promise<string>;
  gone: Promise<unknown>;
}

/** Runs a process that joins the home's cluster; its answer is how many were there before it, itself included. */
function visit(home: string, ...rest: string[]): Visit {
  const child = spawn(process.execPath, ["test/support/join-cluster.ts", home, ...rest], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = once(child, "exit");
  const answer = Promise.race([
    once(child.stdout, "data").then(([chunk]) => String(chunk).trim()),
    gone.then(() => "gone without an answer"),
  ]);
  return { child, answer, gone };
}

function freshHome(): string {
  const home = mkdtempSync(join(tmpdir(), "sabc-embedded-"));
  chmodSync(home, 0o711);
  after(() => rmSync(home, { recursive: true, force: true }));
  return home;
}

const pidFile = (home: string): string => join(home, "cluster", "data", "postmaster.pid");
const serverPid = (home: string): number => Number.parseInt(readFileSync(pidFile(home), "utf8"), 10);

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

async function until(condition: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 10_000; !condition(); await sleep(20)) {
    assert.ok(Date.now() < deadline, "waited ten seconds in vain");
  }
}

describe("the embedded database", { concurrency: false }, () => {
  const home = freshHome();

  test("two that start it at once both get it, and the last to leave stops it", async () => {
    const visits = [visit(home), visit(home)];
    const answers = await Promise.all(visits.map(({ answer }) => answer));
    await Promise.all(visits.map(({ gone }) => gone));
    assert.deepEqual(answers.toSorted(), ["1", "2"]);
    assert.equal(existsSync(pidFile(home)), false);
  });

  test("one who leaves does not take it from one who stays", async () => {
    const staying = visit(home, "stay");
    assert.equal(await staying.answer, "3");
    const pid = serverPid(home);
    const passing = visit(home);
    assert.equal(await passing.answer, "4");
    await passing.gone;
    assert.equal(serverPid(home), pid);
    staying.child.kill("SIGKILL");
    await staying.gone;
  });

  test("after kill -9 of its user the next one finds it running and stops it in the end", async () => {
    assert.ok(isAlive(serverPid(home)));
    const next = visit(home);
    assert.equal(await next.answer, "5");
    await next.gone;
    assert.equal(existsSync(pidFile(home)), false);
  });

  test("after kill -9 of every process, server included, nothing is lost", async () => {
    const staying = visit(home, "stay");
    assert.equal(await staying.answer, "6");
    const pid = serverPid(home);
    process.kill(pid, "SIGKILL");
    staying.child.kill("SIGKILL");
    await until(() => !isAlive(pid));
    const next = visit(home);
    assert.equal(await next.answer, "7");
    await next.gone;
  });

  test("a server that dies is started again by whoever still needs it", async () => {
    const staying = visit(home, "stay");
    assert.equal(await staying.answer, "8");
    const pid = serverPid(home);
    process.kill(pid, "SIGKILL");
    await until(() => existsSync(pidFile(home)) && serverPid(home) !== pid && isAlive(serverPid(home)));
    staying.child.kill("SIGKILL");
    await staying.gone;
    const next = visit(home);
    assert.equal(await next.answer, "9");
    await next.gone;
  });

  test("a server that does not stop is told of, and stopped by whoever leaves later", async () => {
    const cluster = await locateCluster(home);
    const { leave } = await joinCluster(home);
    const pid = serverPid(home);
    process.kill(pid, "SIGSTOP");
    try {
      await assert.rejects(stopServer(cluster, { patience: 50 }), {
        kind: "unavailable",
        code: "database-not-stopped",
        message: new RegExp(`as process ${pid}\\. .* do not copy or remove ${cluster.data} before`),
      });
    } finally {
      process.kill(pid, "SIGCONT");
    }
    await leave();
    await until(() => !existsSync(pidFile(home)));
  });

  test("a stale pid file that names a living stranger is no obstacle", async () => {
    writeFileSync(pidFile(home), `${process.pid}\n${join(home, "cluster", "data")}\n1\n5432\n\n\n`);
    const next = visit(home);
    assert.equal(await next.answer, "10");
    await next.gone;
  });
});
