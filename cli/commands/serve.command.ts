import { defineCommand } from "../command.ts";

export const command = defineCommand({
  summary: "Serve the club's site until it is told to stop.",
  description: "Listens on HOST and PORT. SIGTERM and Ctrl-C let it answer what was asked and end.",
  parameters: {},
  examples: ["sabc serve", "PORT=8080 sabc serve --home /srv/club"],
  lasting: true,
  input: () => ({}),
  async run(context) {
    const { drainOnSignal, serveSite } = await import("../../web/server.ts");
    const config = await context.config();
    const site = await serveSite(await context.app(), config);
    context.say(
      `The club's site is on ${config.publicUrl.href} (listening on ${site.address}). Ctrl-C stops it.`,
    );
    await drainOnSignal(site);
    return {};
  },
  output: () => ({ notes: ["The site has stopped."] }),
});
