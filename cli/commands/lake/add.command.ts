import { defineCommand } from "../../command.ts";
import { readDegrees } from "../../familiar.ts";

export const command = defineCommand({
  summary: "Add a lake.",
  parameters: {
    name: { argument: "the lake's name" },
    key: { option: "KEY", about: "its short name in addresses (made from the name)", optional: true },
    latitude: { option: "DEGREES", about: "where it lies, such as 30.39", optional: true },
    longitude: { option: "DEGREES", about: "where it lies, such as -97.86", optional: true },
  },
  examples: [
    'sabc lake add "Lake Travis"',
    'sabc lake add "Canyon Lake" --key canyon --latitude 29.87 --longitude -98.23',
  ],
  async input({ name, key, latitude, longitude }) {
    const { addLakeSchema } = await import("#core/lakes/lakes.schemas.ts");
    return addLakeSchema.parse({
      name,
      key,
      latitude: readDegrees(latitude, "The latitude"),
      longitude: readDegrees(longitude, "The longitude"),
    });
  },
  async run(context, input) {
    const { addLake } = await import("#core/lakes/lakes.service.ts");
    return context.write((work) => addLake(work, input));
  },
  output: (lake) => ({ json: { lake }, notes: [`Added ${lake.name} (${lake.key}).`] }),
});
