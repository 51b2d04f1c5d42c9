import { defineCommand } from "../../command.ts";
import { readDegrees } from "../../familiar.ts";

export const command = defineCommand({
  summary: "Change a lake's name or place.",
  description: "Its key stays: addresses are made of it. Past tournaments show the new name too.",
  parameters: {
    lake: { argument: "the lake: key or name" },
    name: { option: "NAME", about: "what it is called now", optional: true },
    latitude: { option: "DEGREES", about: "where it lies, such as 30.39", optional: true },
    longitude: { option: "DEGREES", about: "where it lies, such as -97.86", optional: true },
  },
  examples: [
    'sabc lake edit travis --name "Lake Travis"',
    "sabc lake edit canyon --latitude 29.87 --longitude -98.23",
  ],
  async input({ latitude, longitude, ...rest }) {
    const { editLakeSchema } = await import("#core/lakes/lakes.schemas.ts");
    return editLakeSchema.parse({
      ...rest,
      latitude: readDegrees(latitude, "The latitude"),
      longitude: readDegrees(longitude, "The longitude"),
    });
  },
  async run(context, input) {
    const { editLake } = await import("#core/lakes/edit-lake.service.ts");
    return context.write((work) => editLake(work, input));
  },
  output: (lake) => ({ json: { lake }, notes: [`Changed ${lake.name} (${lake.key}).`] }),
});
