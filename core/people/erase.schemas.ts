import { z } from "zod";

export const eraseAnglerSchema = z.strictObject({
  reference: z.string({ error: "must name a person" }).trim().min(1, "must name a person"),
});

export type EraseAngler = z.output<typeof eraseAnglerSchema>;
