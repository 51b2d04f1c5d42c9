import { invalid } from "#core/errors.ts";
import { UsageError } from "./errors.ts";
import type { Context } from "./context.ts";
import { readInput } from "./familiar.ts";

/** A text in Markdown from a file, or stdin for `-`; bytes that are no UTF-8 are refused, never guessed. */
export async function readMarkdown(path: string, context: Context): Promise<string> {
  const bytes = await readInput(path, context);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const name = path === "-" ? "What came on stdin" : `The file ${path}`;
    throw invalid("text-not-utf-8", `${name} is not text in UTF-8. Save it as UTF-8, then try again.`);
  }
}

/** What is typed, else what a file says, else what a person at a terminal answers. */
export async function givenText(
  { text, file }: { text: string | undefined; file: string | undefined },
  context: Context,
): Promise<string> {
  if (text !== undefined && file !== undefined)
    throw new UsageError("text-twice", "Give a FILE or --text, not both.");
  if (text !== undefined) return text;
  if (file !== undefined) return readMarkdown(file, context);
  if (!context.prompts.interactive)
    throw new UsageError("missing", "Missing: FILE (the text in Markdown; - for stdin), or --text TEXT.");
  const parameter = {
    option: "TEXT",
    about: "The text, in Markdown (a longer one comes from a file):",
  } as const;
  return context.prompts.ask({ name: "text", parameter });
}
