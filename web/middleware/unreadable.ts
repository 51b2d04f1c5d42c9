import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { securityHeaders } from "../headers.ts";

/** Answers what is not HTTP, is too large or too slow, before the site could see it; with the headers of every answer. */
export function refuseTheUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = statusOf[error.code ?? ""] ?? 400;
  const headers = { ...securityHeaders, "Content-Length": "0", Connection: "close" };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, "", ""].join("\r\n"), () =>
    socket.destroy(),
  );
}

/** `Expect:` anything but 100-continue. */
export function refuseExpectations(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(417, { ...securityHeaders, "Content-Length": "0", Connection: "close" }).end();
}

const statusOf: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};
