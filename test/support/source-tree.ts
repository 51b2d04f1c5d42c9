import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

export interface Import {
  /** The file inside the repository, or the package's name. */
  target: string;
  inside: boolean;
  typeOnly: boolean;
}

export interface SourceFile {
  path: string;
  text: string;
  imports: Import[];
}

const folders = ["cli", "bot", "web", "core", "migrations", "scripts", "load", "test"];
const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?([^"';]*?\sfrom\s+)?"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/g;

/** Every TypeScript file of the project with what it imports. */
export function readSourceTree(): SourceFile[] {
  return globSync(folders.map((folder) => `${folder}/**/*.ts`))
    .toSorted()
    .map((path) => {
      const text = readFileSync(path, "utf8");
      return { path, text, imports: findImports(path, text) };
    });
}

function findImports(path: string, text: string): Import[] {
  return [...text.matchAll(importPattern)].map(([, type, names, fixed, dynamic]) => {
    const specifier = fixed ?? dynamic ?? "";
    const typeOnly = type !== undefined || onlyTypes(names);
    if (specifier.startsWith(".")) {
      return { target: normalize(join(dirname(path), specifier)), inside: true, typeOnly };
    }
    if (specifier.startsWith("#")) return { target: specifier.slice(1), inside: true, typeOnly };
    return { target: packageOf(specifier), inside: false, typeOnly };
  });
}

/** `{ type A, type B }` brings no code either. */
function onlyTypes(names: string | undefined): boolean {
  const inBraces = /^\{([^}]*)\}/.exec(names?.trim() ?? "")?.[1];
  if (inBraces === undefined) return false;
  return inBraces.split(",").every((name) => name.trim() === "" || name.trim().startsWith("type "));
}

function packageOf(specifier: string): string {
  if (specifier.startsWith("node:")) return specifier;
  const parts = specifier.split("/");
  return parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
}
