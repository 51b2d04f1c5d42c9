import type { AddressInfo, Socket } from "node:net";
import { after } from "node:test";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** What the server does with a mail: takes it, refuses it with a code at RCPT or after DATA, or something worse. */
export type Manner =
  | "accept"
  | { rcpt: number; say?: string }
  | { data: number; say?: string }
  | { mail: number }
  | { delay: number }
  /** Says nothing at RCPT. */
  | "hang"
  /** Hangs up in the middle of DATA. */
  | "vanish"
  /** Takes it, and hangs up before it says so. */
  | "take-and-vanish";

export interface Arrived {
  to: string[];
  mail: ParsedMail;
  raw: string;
}

export interface Smtp {
  url: string;
  /** Everything that was taken, in order. */
  arrived: Arrived[];
  /** How many connections were opened. */
  connections: () => number;
  close: () => Promise<void>;
}

interface Given {
  manner?: (recipient: string) => Manner;
  options?: SMTPServerOptions;
  port?: number;
}

/** A real SMTP server on loopback that keeps what it takes. Ended with the test file. */
export async function startSmtp({ manner = () => "accept", options, port = 0 }: Given = {}): Promise<Smtp> {
  const arrived: Arrived[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo({ address }, _, callback) {
      const how = manner(address);
      if (how === "hang") return;
      if (typeof how === "object" && "delay" in how) setTimeout(callback, how.delay);
      else callback(typeof how === "object" && "rcpt" in how ? refusal(how.rcpt, how.say) : null);
    },
    onMailFrom(_, session, callback) {
      const how = manner("");
      callback(typeof how === "object" && "mail" in how ? refusal(how.mail) : null);
      void session;
    },
    onData(stream, session, callback) {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      const how = manner(to[0] ?? "");
      const hangUp = (): void => sockets.forEach((socket) => socket.destroy());
      if (how === "vanish") {
        stream.resume();
        stream.once("data", hangUp);
        stream.once("end", hangUp);
        return;
      }
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (typeof how === "object" && "data" in how) return callback(refusal(how.data, how.say));
        const raw = Buffer.concat(chunks);
        simpleParser(raw, (_, mail) => {
          arrived.push({ to, mail, raw: raw.toString("latin1") });
          if (how === "take-and-vanish") hangUp();
          else callback(null);
        });
      });
    },
    ...options,
  });
  server.on("error", () => undefined);
  server.server.on("connection", (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => {
    server.listen(port, "127.0.0.1", () => resolve());
  });
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  after(close);
  const bound = (server.server.address() as AddressInfo).port;
  const secure = options?.secure === true;
  return {
    url: `${secure ? "smtps" : "smtp"}://127.0.0.1:${bound}`,
    arrived,
    connections: () => connections,
    close,
  };
}

const refusal = (responseCode: number, say = "no"): Error => Object.assign(new Error(say), { responseCode });
