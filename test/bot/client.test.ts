import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { after, describe, test } from "node:test";
import { ClubClient } from "../../bot/client.ts";

const server = createServer((_, response) => {
  const { port } = server.address() as AddressInfo;
  const limit = { total: 1_000, remaining: 1_000, reset_after: 0, max_concurrency: 1 };
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ url: `ws://127.0.0.1:${port}`, shards: 1, session_start_limit: limit }));
});
await once(server.listen(0, "127.0.0.1"), "listening");
after(() => server.closeAllConnections());
after(() => server.close());
const discordApi = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

describe("the client of Discord", () => {
  test("told to leave while its line is being opened, minds no more what becomes of the line", async () => {
    const client = new ClubClient({ discordApi });
    void client.login("a-token");
    const [, line] = (await once(server, "upgrade")) as [unknown, Duplex];
    await client.destroy();
    line.destroy();
    // What is asked after the line was cut is answered after that was noticed.
    for (let round = 0; round < 3; round += 1) assert.equal((await fetch(discordApi)).status, 200);
  });
});
