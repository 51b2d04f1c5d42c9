import { type App, type Heard, publicChanges } from "#core/app.ts";

/** What the database says of the club's public side, for everyone in this process who wants to know. */
export interface Changes {
  /** In the order in which they asked to be told. */
  tell(hear: (heard: Heard) => void): void;
  close(): Promise<void>;
}

/** One line to the database for all who listen. */
export function openChanges(app: Pick<App, "listen">): Changes {
  const told: ((heard: Heard) => void)[] = [];
  const close = app.listen({
    channel: publicChanges,
    hear: (heard) => {
      for (const hear of told) hear(heard);
    },
  });
  return { tell: (hear) => void told.push(hear), close };
}
