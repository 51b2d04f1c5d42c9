import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { DomainError } from "#core/errors.ts";
import type { Routes } from "../../web/app.ts";
import { listen } from "../../web/listen.ts";
import { fetchRaw } from "../support/http.ts";
import { serveExamples } from "./examples/site.ts";

const slowly: Routes = (router) => {
  router.get("/slow", async (ctx) => {
    await wait(300);
    ctx.body = "done";
  });
};

describe("stopping the site", () => {
  test("answers what was already asked, then takes no more", async () => {
    const site = await serveExamples({ routes: [slowly] });
    const asked = [1, 2, 3].map(() => fetchRaw(site.address, "/slow"));
    await wait(100);
    const drained = site.drain();
    const answers = await Promise.all(asked);
    assert.deepEqual(
      answers.map(({ status, body }) => [status, body]),
      [200, 200, 200].map((status) => [status, "done"]),
    );
    await drained;
    await assert.rejects(fetchRaw(site.address, "/slow"), { code: "ECONNREFUSED" });
  });

  test("lets a kept connection ask once more and tells it that this was the last", async () => {
    const site = await serveExamples();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = () =>
      new Promise<string | undefined>((resolve, reject) => {
        get(`${site.address}/examples/home`, { agent }, (response) => {
          response.resume().on("end", () => resolve(response.headers.connection));
        }).on("error", reject);
      });
    assert.equal(await ask(), "keep-alive");
    const drained = site.drain();
    assert.equal(await ask(), "close");
    await drained;
  });

  test("does not wait long for connections that say nothing", async () => {
    const site = await serveExamples();
    const agent = new Agent({ keepAlive: true });
    await new Promise((resolve) => {
      get(`${site.address}/favicon.svg`, { agent }, (response) => response.resume().on("end", resolve));
    });
    const started = performance.now();
    await site.drain();
    assert.ok(performance.now() - started < 3_000);
    agent.destroy();
  });

  test("SIGTERM drains and ends the process by itself, breaking no request", async () => {
    const child = spawn(process.execPath, ["--import", "tsx", `${import.meta.dirname}/examples/serve.ts`], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = (await once(child.stdout, "data")) as [Buffer];
    const address = line.toString().trim();
    const asked = Array.from({ length: 20 }, () => fetchRaw(address, "/slow"));
    await wait(100);
    child.kill("SIGTERM");
    const answers = await Promise.all(asked);
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    assert.deepEqual(await once(child, "exit"), [0, null]);
  });
});

test("a port that is taken is named, with what to do", async () => {
  const site = await serveExamples();
  const port = Number(new URL(site.address).port);
  await assert.rejects(
    listen(() => undefined, { host: "127.0.0.1", port }),
    (error) =>
      error instanceof DomainError &&
      error.kind === "unavailable" &&
      error.message ===
        `Port ${port} on 127.0.0.1 is taken. Stop what listens there, or set PORT to another.`,
  );
  await site.drain();
});
