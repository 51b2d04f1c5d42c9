import type { Config } from "#core/config.ts";
import { defineCommand } from "../command.ts";
import type { Context } from "../context.ts";

export const command = defineCommand({
  summary: "Serve the club's site until it is told to stop.",
  description: "Listens on HOST and PORT. SIGTERM and Ctrl-C let it answer what was asked and end.",
  parameters: {},
  examples: ["sabc serve", "PORT=8080 sabc serve --home /srv/club"],
  input: () => ({}),
  run: async (context) => serveUntilStopped(context, await context.config()),
  output: () => ({ notes: ["The site has stopped."] }),
});

/** The club's site, until Ctrl-C or SIGTERM; then it answers what was asked and ends. */
export async function serveUntilStopped(context: Context, config: Config): Promise<void> {
  const { drainOnSignal, serveSite } = await import("../../web/server.ts");
  const site = await serveSite(await context.app(), config);
  context.mindsInterrupts();
  const stopped = drainOnSignal(site);
  context.say(
    `The club's site is on ${config.publicUrl.href} (listening on ${site.address}). Ctrl-C stops it.`,
  );
  await stopped;
}
