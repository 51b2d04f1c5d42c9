import assert from "node:assert/strict";
import { type Running, serverOf, startSabc, until } from "./process.ts";

const start = (home: string, ...words: string[]): Running =>
  startSabc(["lake", "import", ...words], { home, env: { DATABASE_URL: undefined }, typed: "" });

/** A command whose reader leaves early does its work, and stops the server it started. */
export async function endsUnheard(home: string, stream: "stdout" | "stderr"): Promise<void> {
  const running = start(home);
  running.child[stream]!.destroy();
  const { code, stderr } = await running.ended;
  assert.equal(code, 0, stderr);
  assert.equal(serverOf(home), null);
}

/** A command that is told to stop while its server runs stops that too. */
export async function endsWhenTold(
  home: string,
  { signal, code }: { signal: NodeJS.Signals; code: number },
): Promise<void> {
  const running = start(home, "--dry-run");
  await until(() => serverOf(home) !== null, { what: "the cluster runs" });
  running.child.kill(signal);
  const end = await running.ended;
  assert.deepEqual([end.code, end.stdout], [code, ""], end.stderr);
  assert.equal(serverOf(home), null);
}
