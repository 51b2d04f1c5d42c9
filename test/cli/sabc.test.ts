import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { promisify } from "node:util";

const run = promisify(execFile);

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** The real process, as a person or cron starts it. */
async function start(words: string[], flags: string[] = []): Promise<Ended> {
  const ended = run(process.execPath, [...flags, "cli/sabc.ts", ...words]);
  return ended.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: Ended) => ({ code, stdout, stderr }),
  );
}

describe("the sabc process", () => {
  test("prints its version", async () => {
    const { version }: { version: string } = JSON.parse(readFileSync("package.json", "utf8"));
    assert.deepEqual(await start(["--version"]), { code: 0, stdout: `${version}\n`, stderr: "" });
  });

  test("ends with the exit code of its error", async () => {
    const { code, stderr } = await start(["statsu"]);
    assert.deepEqual(
      { code, stderr },
      { code: 2, stderr: "sabc: Unknown command 'statsu'. Did you mean status?\n" },
    );
  });

  test("asks nobody where there is no terminal", async () => {
    const { code, stderr } = await start(["completion"]);
    assert.deepEqual({ code, stderr }, { code: 2, stderr: "sabc: Missing: SHELL (your shell).\n" });
  });

  test("a reader that leaves early is no failure", async () => {
    const child = spawn(process.execPath, ["cli/sabc.ts", "completion", "bash"]);
    child.stdout.destroy();
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    const code = await new Promise((resolve) => child.once("close", resolve));
    assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
  });

  for (const words of [["--help"], ["help"], ["config", "show", "--help"], ["config"], ["statsu"]]) {
    test(`sabc ${words.join(" ")} loads no schema, no service and no database`, async () => {
      const { stderr } = await start(words, ["--import", listing]);
      const loaded = stderr.split("\n").filter((line) => line.startsWith("file:"));
      assert.ok(loaded.some((url) => url.endsWith("/cli/program.ts")));
      assert.deepEqual(
        loaded.filter((url) =>
          /node_modules\/(zod|@mikro-orm|pg|luxon|@inquirer)\/|\/core\/(?!(errors|weight|money|points|decimal)\.ts)/.test(
            url,
          ),
        ),
        [],
      );
    });
  }
});

const listing = `data:text/javascript,${encodeURIComponent(
  `import { registerHooks } from "node:module";
   registerHooks({ load(url, context, next) { process.stderr.write(url + "\\n"); return next(url, context); } });`,
)}`;
