import { UsageError } from "./errors.ts";
import type { Context } from "./context.ts";

export const decidedBy = {
  option: "NAME",
  about: "who decided, when it is not the one --as names, such as: the officers",
  optional: true,
} as const;

/** Who decided a ruling: the one named, else the angler of `--as`; a ruling without either is not taken. */
export async function deciderOf(context: Context, named: string | undefined): Promise<string> {
  if (named !== undefined) return named;
  const reference = context.globals.as;
  if (reference === undefined) {
    throw new UsageError("missing", "Missing: --as ANGLER, or --decided-by NAME (who decided).");
  }
  const { resolveAngler } = await import("#core/anglers/anglers.service.ts");
  return (await context.read((work) => resolveAngler(work, { reference }))).name;
}
