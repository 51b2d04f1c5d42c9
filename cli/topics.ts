import { exitCodes } from "./errors.ts";

/** What `sabc help TOPIC` prints for a topic that is no command. */
export function findTopic(name: string): string | undefined {
  return name === "exit-codes" ? exitCodeTopic() : undefined;
}

function exitCodeTopic(): string {
  const rows = Object.entries(exitCodes).map(([kind, { code, meaning }]) =>
    [String(code).padStart(4), kind.padEnd(11), meaning].join("  "),
  );
  return `How a command ended, for scripts: one exit code per kind of error.\n\n${rows.join("\n")}\n\nWith --json an error is one object on stderr:\n  {"error":{"kind":"not-found","code":"…","message":"…","details":{}}}\n`;
}
