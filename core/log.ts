import { type Logger, pino } from "pino";
import type { Config } from "./config.ts";

export type Log = Logger;

/** Structured lines on stderr, so that stdout stays a command's data. Whatever could name a person or open a door is cut out. */
export const openLog = ({ logLevel }: Pick<Config, "logLevel">): Log =>
  pino(
    {
      level: logLevel,
      redact: {
        paths: [
          "email",
          "phone",
          "password",
          "token",
          "secret",
          "*.email",
          "*.phone",
          "*.password",
          "*.token",
          "*.secret",
        ],
        censor: "[removed]",
      },
    },
    pino.destination({ fd: 2, sync: true }),
  );
