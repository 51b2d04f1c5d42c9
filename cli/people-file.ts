import { conflict, invalid } from "#core/errors.ts";
import type { Context } from "./context.ts";
import { readInput } from "./familiar.ts";

// What the imports of people and of what they paid take.
export const peopleFileParameters = {
  map: {
    option: "FILE",
    about: "a CSV with the columns name and angler: who is meant by a name",
    optional: true,
  },
  column: { option: "NAME=HEADER", about: "the file's HEADER is the column NAME", many: true },
  ignore: { option: "HEADER", about: "leave this column of the file out", many: true },
  where: { option: "HEADER=VALUE", about: "only rows that say so", many: true },
} as const;

interface Typed {
  file: string;
  map: string | undefined;
  column: string[];
  ignore: string[];
  where: string[];
}

export async function readPeopleFile({ file, map, column, ignore, where }: Typed, context: Context) {
  return {
    file: await readInput(file, context),
    map: map === undefined ? undefined : await readInput(map, context),
    column,
    ignore,
    where,
  };
}

/** Where an export goes that is a person's to keep; stdout when left out. */
export const exportFile = { argument: "the file to write; stdout when left out", optional: true } as const;

/** Writes a file that only its owner may read, and never over another one. */
export async function writeNewFile(path: string, text: string): Promise<void> {
  const { writeFile } = await import("node:fs/promises");
  try {
    await writeFile(path, text, { flag: "wx", mode: 0o600 });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "EEXIST")
      throw conflict(
        "file-exists",
        `There is a file ${path} already. Choose another name, or remove it first.`,
      );
    throw invalid("file-unwritable", `The file ${path} cannot be written. Choose another place for it.`);
  }
}
