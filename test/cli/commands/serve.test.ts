import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { clubHome, sabc } from "../../support/sabc.ts";
import { startDiscord } from "../../support/start-discord.ts";

/** The real process, and what it says on stderr until it ends. */
function serve(home: string) {
  const child = spawn(process.execPath, ["cli/sabc.ts", "serve", "--home", home]);
  after(() => child.kill("SIGKILL"));
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const listening = new Promise<string>((resolve, reject) => {
    child.stderr.on("data", () => {
      const address = /listening on (http:\S+)\)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    void ended.then(() => reject(new Error(said)));
  });
  return { child, ended, listening, said: () => said };
}

describe("sabc serve", { concurrency: true }, async () => {
  const discord = await startDiscord();
  const home = await clubHome();
  appendFileSync(join(home, ".env"), "PORT=0\nLOG_LEVEL=silent\n");

  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    test(`serves until ${signal}, and ends well`, async () => {
      const { child, ended, listening, said } = serve(home);
      const answer = await fetch(`${await listening}/healthz`);
      assert.equal(answer.status, 200);
      await answer.text();
      child.kill(signal);
      assert.equal(await ended, 0);
      assert.match(said(), /\nThe site has stopped\.\n$/);
    });
  }

  test("a port that is taken is said in a sentence", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    after(() => other.close());
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" ? address?.port : 0;
    const taken = await clubHome();
    appendFileSync(join(taken, ".env"), `PORT=${port}\nLOG_LEVEL=silent\n`);
    assert.deepEqual(await sabc(["serve", "--home", taken]), {
      code: 7,
      stdout: "",
      stderr: `sabc: Port ${port} on 127.0.0.1 is taken. Stop what listens there, or set PORT to another.\n`,
    });
  });

  test("a bot that Discord does not let in ends with a code of its own, and no token is told", async () => {
    const withBot = await clubHome();
    const { token, guildId, api } = discord;
    const lines = [`DISCORD_TOKEN=${token}`, `DISCORD_GUILD=${guildId}`, `DISCORD_API=${api}`, ""];
    appendFileSync(join(withBot, ".env"), lines.join("\n"));
    discord.revokeToken();
    const { code, stderr } = await sabc(["serve", "--bot", "--home", withBot]);
    assert.equal(code, 78);
    assert.equal(
      stderr,
      "The bot has stopped.\nsabc: Discord does not let the bot in. Make a new token in the developer portal, and set DISCORD_TOKEN to it.\n",
    );
  });

  test("a bot alone needs a token", async () => {
    const { code, stderr } = await sabc(["serve", "--bot", "--home", home]);
    assert.deepEqual(
      [code, stderr],
      [5, "sabc: The club has no bot. Set DISCORD_TOKEN to the token of one first.\n"],
    );
  });
});
