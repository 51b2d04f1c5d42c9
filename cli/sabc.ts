#!/usr/bin/env node
import { join } from "node:path";
import { enableCompileCache } from "node:module";

const needed = 26;

if (Number.parseInt(process.versions.node, 10) < needed) {
  process.stderr.write(
    `sabc needs Node ${needed}; this is ${process.versions.node}. Start it as "npx sabc" in its own directory: after "npm ci" that brings the right one.\n`,
  );
  process.exitCode = 1;
} else {
  // Beside the code, never in a directory that others may write to: what lies there is run.
  enableCompileCache?.(join(import.meta.dirname, "../node_modules/.cache/sabc"));
  const { main } = await import("./program.ts");
  process.exitCode = await main(process.argv.slice(2), process);
}
