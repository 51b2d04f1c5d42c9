import { chmod, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { type Config, loadConfig, settings } from "./config.ts";
import { invalid, unavailable } from "./errors.ts";

type Name = keyof Config["origins"];

/**
 * Writes settings to the club's file beside what stands there, and tells which lines changed. A setting that is the
 * default has no line. The file is its owner's alone, and is there as a whole or as it was.
 */
export async function writeSettings(home: string, changes: Partial<Record<Name, string>>): Promise<Name[]> {
  loadConfig({ home, env: changes });
  const path = join(home, ".env");
  const before = await readFile(path, "utf8").catch(() => null);
  const known = parseEnv(before ?? "");
  const wanted = settings.flatMap(({ name, fallback }) => {
    const value = changes[name];
    if (value === undefined || value === (known[name] || fallback)) return [];
    return [{ name, value: value === fallback ? null : value }];
  });
  if (wanted.length > 0) {
    const text = wanted.reduce((text, { name, value }) => withLine(text, name, value), before ?? "");
    for (const { name, value } of wanted) mustRead(text, name, value);
    await replaceFile(path, { home, text });
  } else if (before !== null) {
    await chmod(path, 0o600);
  }
  return wanted.map(({ name }) => name);
}

/** The text with the line of this name as it is to be, in its old place where it had one. */
function withLine(text: string, name: string, value: string | null): string {
  const lines = text === "" ? [] : text.replace(/\n$/, "").split("\n");
  const isOwn = (line: string): boolean => new RegExp(`^\\s*(export\\s+)?${name}\\s*=`).test(line);
  const at = lines.findIndex(isOwn);
  const others = lines.filter((line) => !isOwn(line));
  const own = value === null ? [] : [`${name}=${quoted(value)}`];
  const place = at === -1 ? others.length : lines.slice(0, at).filter((line) => !isOwn(line)).length;
  return [...others.toSpliced(place, 0, ...own), ""].join("\n");
}

const quoted = (value: string): string => (/^[\w:/@.%?&=+~,;!*()-]+$/.test(value) ? value : `'${value}'`);

/** What the file cannot say it must not pretend to say. */
function mustRead(text: string, name: string, value: string | null): void {
  const read = parseEnv(text)[name] ?? null;
  if (read === value) return;
  throw invalid(
    "setting-not-writable",
    `${name} cannot be written to the club's file. Set it in the environment, or encode its special characters.`,
  );
}

async function replaceFile(path: string, { home, text }: { home: string; text: string }): Promise<void> {
  const draft = `${path}.${process.pid}.new`;
  try {
    // Root's database runs as another user, who must get through.
    await mkdir(home, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    const file = await open(draft, "w", 0o600);
    try {
      await file.chmod(0o600);
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => undefined);
    const why = cause instanceof Error ? cause.message : String(cause);
    throw unavailable(
      "settings-file-not-written",
      `The club's file ${path} cannot be written: ${why}.`,
      cause,
    );
  }
}
