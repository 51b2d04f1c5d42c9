import { z } from "zod";

/** By id, or as people name it. */
export const reference = () => z.union([z.int(), z.string().trim().min(1)], { error: "must name one" });

export const count = (what: string) =>
  z.int({ error: `must be a number of ${what}` }).min(0, `must be a number of ${what}, 0 or more`);

/** In 1/10,000 lb. */
export const weight = () => z.int({ error: "must be a weight" }).min(0, "must be a weight, not below zero");

export const text = (most: number) =>
  z
    .string({ error: "must be a text" })
    .trim()
    .min(1, "must not be empty")
    .max(most, `must be at most ${most} characters`);
