import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Lends a club directory that is gone afterwards, with its database: the server's own user may pass it. */
export async function withTemporaryHome<T>(run: (home: string) => Promise<T>): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), "sabc-load-"));
  await chmod(home, 0o711);
  try {
    return await run(home);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
