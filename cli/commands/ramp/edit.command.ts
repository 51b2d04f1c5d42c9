import { defineCommand } from "../../command.ts";
import { readDegrees } from "../../familiar.ts";

export const command = defineCommand({
  summary: "Change a ramp's name or place.",
  description: "Past tournaments show the new name too.",
  parameters: {
    lake: { argument: "its lake: key or name" },
    ramp: { argument: "the ramp's name" },
    name: { option: "NAME", about: "what it is called now", optional: true },
    latitude: { option: "DEGREES", about: "where it lies, such as 30.39", optional: true },
    longitude: { option: "DEGREES", about: "where it lies, such as -97.86", optional: true },
  },
  examples: [
    'sabc ramp edit travis "Mansfield" --name "Mansfield Dam"',
    'sabc ramp edit canyon "Potters Creek" --latitude 29.90 --longitude -98.27',
  ],
  async input({ latitude, longitude, ...rest }) {
    const { editRampSchema } = await import("#core/lakes/lakes.schemas.ts");
    return editRampSchema.parse({
      ...rest,
      latitude: readDegrees(latitude, "The latitude"),
      longitude: readDegrees(longitude, "The longitude"),
    });
  },
  async run(context, input) {
    const { editRamp } = await import("#core/lakes/edit-ramp.service.ts");
    return context.write((work) => editRamp(work, input));
  },
  output: (ramp) => ({ json: { ramp }, notes: [`Changed ${ramp.name} at ${ramp.lake.name}.`] }),
});
