import { z } from "zod";
import { isClubDate, isClubTime, readClubTime } from "../time.ts";

/** A day of the club's calendar. */
export const clubDate = () =>
  z
    .string({ error: "must be a day such as 2026-03-22" })
    .trim()
    .refine(isClubDate, { error: "must be a day that exists, such as 2026-03-22" });

/** A time on the club's clock; `6:30` and `6:30 am` are understood too. */
export const clubTime = () =>
  z
    .string({ error: "must be a time of day such as 06:30" })
    .trim()
    .transform((text) => readClubTime(text) ?? text)
    .refine(isClubTime, { error: "must be a time of day such as 06:30 or 15:00" });
