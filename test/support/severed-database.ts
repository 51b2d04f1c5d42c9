import { connect, createServer, type Socket } from "node:net";
import { after } from "node:test";
import { PassThrough, type Transform } from "node:stream";
import { cloneDatabase } from "./database.ts";

/** A club's database on a server that can be away: reached by TCP through a door that opens and shuts. */
export interface SeveredDatabase {
  url: string;
  /** Takes connections from now on. */
  open(): Promise<void>;
  /** Refuses them, and cuts those there are, as a server does that is gone. */
  shut(): Promise<void>;
}

/** A fresh database behind such a door, which is shut; what it answers may be held up on its way. */
export async function severedDatabase({
  answers = () => new PassThrough(),
}: { answers?: () => Transform } = {}): Promise<SeveredDatabase> {
  const real = new URL(await cloneDatabase());
  const host = decodeURIComponent(real.hostname);
  const behind = (): Socket =>
    host.startsWith("/") ? connect(`${host}/.s.PGSQL.5432`) : connect(Number(real.port || 5432), host);
  const lines = new Set<Socket>();
  let server = createServer();
  const listen = (port: number): Promise<number> =>
    new Promise((resolve, reject) => {
      server = createServer((front) => {
        const back = behind();
        for (const [one, other] of [
          [front, back],
          [back, front],
        ] as const) {
          lines.add(one);
          one
            .on("error", () => undefined)
            .on("close", () => {
              lines.delete(one);
              other.destroy();
            });
        }
        front.pipe(back);
        back.pipe(answers()).pipe(front);
      });
      server.once("error", reject).listen(port, "127.0.0.1", () => {
        const address = server.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
  const shut = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const line of lines) line.destroy();
    await closed;
  };
  const port = await listen(0);
  await shut();
  after(shut);
  const url = `postgresql://${real.username || "sabc"}${real.password ? `:${real.password}` : ""}@127.0.0.1:${port}${real.pathname}`;
  return { url, open: () => listen(port).then(() => undefined), shut };
}
