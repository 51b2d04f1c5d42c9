import { defineCommand } from "../../command.ts";
import { counted } from "../../exact.ts";
import { withProgress } from "../../progress.ts";

export const command = defineCommand({
  summary: "Fill an empty database with an invented club, large enough to measure with.",
  description:
    "production is what the promised figures are measured on: 1,000 anglers, 500 tournaments, 20,000 bags; large is ten times that. The same size is the same club, but for the day it is made on. Stopped, it goes on where it was. A database that holds a club of its own is refused.",
  parameters: { size: { option: "SIZE", about: "how large", choices: ["small", "production", "large"] } },
  examples: [
    "sabc database seed --size small --home /tmp/club",
    "sabc database seed --size production --home /tmp/club",
  ],
  input: ({ size }) => ({ size }),
  async run(context, { size }) {
    const { seedClub } = await import("#core/demo/seed-club.service.ts");
    const app = await context.app();
    const actor = await context.actor();
    return withProgress(context.streams, {
      quiet: context.globals.quiet,
      doing: "Seeding",
      run: (report) => app.lock("sabc database seed", () => seedClub(app, { actor, size, report })),
    });
  },
  output: (seeded) => {
    const { people, seasons, tournaments, bags, today } = seeded;
    const what = `${counted(people, "angler")}, ${counted(seasons, "season")}, ${counted(tournaments, "tournament")}, ${counted(bags, "bag")}`;
    return { json: { ...seeded }, notes: [`An invented club as of ${today}: ${what}.`] };
  },
});
