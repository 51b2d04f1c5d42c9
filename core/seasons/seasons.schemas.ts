import { z } from "zod";
import { emailAddress } from "../anglers/contact.schemas.ts";
import { line } from "../anglers/text.schemas.ts";
import { isZone } from "../time.ts";

const year = "must be a year such as 2026";

/** A year of the calendar, as a number or typed. */
export const seasonYear = () =>
  z
    .union(
      [
        z.number(),
        z
          .string()
          .trim()
          .regex(/^\d{4}$/)
          .transform(Number),
      ],
      { error: year },
    )
    .refine((value) => Number.isInteger(value) && value >= 1950 && value <= 2200, { error: year });

/** What the club says of itself; what is left out stays. */
export const saveClubSchema = z.strictObject({
  name: line({ most: 80 }).optional(),
  zone: z
    .string({ error: "must be a time zone such as America/Chicago" })
    .trim()
    .refine(isZone, { error: "must be a time zone such as America/Chicago" })
    .optional(),
  /** Where visitors write to; null takes it away. */
  contact: emailAddress().nullish(),
});

export type SaveClub = z.output<typeof saveClubSchema>;

/** polls: where members vote · officers: where those who decide are asked · news: what is announced; else where polls are. */
export const discordPurposes = ["polls", "officers", "news"] as const;
export type DiscordPurpose = (typeof discordPurposes)[number];

const discordNumber = (whose: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{17,20}$/, `must be the ${whose}'s number, 17 to 20 digits: right-click and copy its ID`);

/** Which channel of Discord is for what; null takes it back. */
export const setDiscordChannelSchema = z.strictObject({
  purpose: z.enum(discordPurposes, { error: `must be one of ${discordPurposes.join(", ")}` }),
  channel: discordNumber("channel").nullable(),
});

/** The role that hears when a poll opens; null: none does. */
export const setDiscordRoleSchema = z.strictObject({ role: discordNumber("role").nullable() });

export type SetDiscordRole = z.output<typeof setDiscordRoleSchema>;
export type SetDiscordChannel = z.output<typeof setDiscordChannelSchema>;
