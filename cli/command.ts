import type { Context } from "./context.ts";
import type { Output } from "./output.ts";
import type { Given, Parameters } from "./parameters.ts";

/** One command. The path of its file is its name: `commands/season/rules.command.ts` is `sabc season rules`. */
export interface Command<P extends Parameters = Parameters, Input = unknown, Outcome = unknown> {
  /** One sentence for the list of commands. */
  summary: string;
  /** More, for the command's own help. */
  description?: string;
  /** In the order they are typed; the name in camelCase gives `--big-bass`. */
  parameters: P;
  /** Two, as a person would type them; those who read the help copy them. */
  examples: readonly [string, string];
  /** Prints one table: `--csv` may be said. */
  list?: true;
  /** Touches many rows: `--dry-run` may be said, and `context.write` then takes everything back. */
  rehearsable?: true;
  /** Always of the demo club. */
  ofDemo?: true;
  /** Also what its group does when no verb is named. */
  byDefault?: true;
  /** Arguments → input: reads values and files, and validates with the domain's schema. */
  input(given: Given<P>, context: Context): Input | Promise<Input>;
  /** Input → outcome: one verb of the core. */
  run(context: Context, input: Input): Promise<Outcome>;
  /** Outcome → what is printed, and the exit code when it is not 0. Pure. */
  output(outcome: Outcome, input: Input): Output;
}

export function defineCommand<const P extends Parameters, Input, Outcome>(
  command: Command<P, Input, Outcome>,
): Command<P, Input, Outcome> {
  return command;
}
