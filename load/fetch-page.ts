import { type IncomingHttpHeaders, request } from "node:http";

export interface Fetched {
  headers: Record<string, string>;
  body: Buffer;
}

/** A page as a browser asks for it, compressed where that is offered. Anything but 200 is a failure. */
export function fetchPage(address: string, path: string): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    const headers = { host: "localhost", "accept-encoding": "gzip, deflate, br" };
    request(new URL(path, address), { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk)).on("error", reject);
      response.on("end", () => {
        if (response.statusCode === 200)
          resolve({ headers: plain(response.headers), body: Buffer.concat(chunks) });
        else reject(new Error(`${path} answered ${response.statusCode}.`));
      });
    })
      .on("error", reject)
      .end();
  });
}

const plain = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
