import { defineCommand } from "../../command.ts";
import { readDegrees } from "../../familiar.ts";

export const command = defineCommand({
  summary: "Add a ramp to a lake.",
  parameters: {
    lake: { argument: "its lake: key or name" },
    name: { argument: "the ramp's name" },
    latitude: { option: "DEGREES", about: "where it lies, such as 30.39", optional: true },
    longitude: { option: "DEGREES", about: "where it lies, such as -97.86", optional: true },
  },
  examples: [
    'sabc ramp add travis "Mansfield Dam"',
    'sabc ramp add canyon "Potters Creek" --latitude 29.90 --longitude -98.27',
  ],
  async input({ lake, name, latitude, longitude }) {
    const { addRampSchema } = await import("#core/lakes/lakes.schemas.ts");
    return addRampSchema.parse({
      lake,
      name,
      latitude: readDegrees(latitude, "The latitude"),
      longitude: readDegrees(longitude, "The longitude"),
    });
  },
  async run(context, input) {
    const { addRamp } = await import("#core/lakes/ramps.service.ts");
    return context.write((work) => addRamp(work, input));
  },
  output: (ramp) => ({ json: { ramp }, notes: [`Added ${ramp.name} at ${ramp.lake.name}.`] }),
});
