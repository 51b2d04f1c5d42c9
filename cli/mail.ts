import type { Actor } from "#core/actor.ts";
import type { App } from "#core/app.ts";
import type { Delivered } from "#core/notices/deliver.service.ts";
import { counted } from "./exact.ts";

/** The name of the one worker that delivers, whoever starts it. */
export const deliveryJob = "deliver notices";

interface Delivery {
  actor: Actor;
  stop: AbortSignal;
}

/** Delivers what is due; only one process at a time. */
export async function deliver(app: App, { actor, stop }: Delivery): Promise<Delivered> {
  const { deliverNotices } = await import("#core/notices/deliver.service.ts");
  return deliverNotices(app, { actor, settings: app.config, stop });
}

/** `12 sent, 1 to be tried again`; null where nothing was done. */
export function deliveredWords({ sent, later, failed, withheld }: Delivered): string | null {
  const said = [
    [sent, "sent"],
    [later, "to be tried again"],
    [failed, "failed"],
    [withheld, "withheld"],
  ] as const;
  const done = said.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return done.length === 0 ? null : done.join(", ");
}

/** What is not well, in a sentence; null when all is. That mail is not set up is no fault. */
export function deliveryComplaint({ failed, obstacle }: Delivered): string | null {
  const said = [
    ...(obstacle?.kind === "away" ? [`The mail server did not take the mail: ${obstacle.words}.`] : []),
    ...(failed > 0
      ? [`${counted(failed, "notice")} failed for good: see sabc notice list --state failed.`]
      : []),
  ];
  return said.length === 0 ? null : said.join(" ");
}
