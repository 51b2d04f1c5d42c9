import { z } from "zod";

const angler = () => z.string({ error: "must name an angler" }).trim().min(1, "must name an angler");

/** An account, a server or a channel of Discord. */
const discordId = () =>
  z
    .string()
    .trim()
    .regex(/^\d{17,20}$/, "must be Discord's number, 17 to 20 digits: right-click and Copy ID there");

export const linkDiscordSchema = z.strictObject({ angler: angler(), discordId: discordId() });
export const unlinkDiscordSchema = z.strictObject({ angler: angler() });

export type LinkDiscord = z.output<typeof linkDiscordSchema>;
export type UnlinkDiscord = z.output<typeof unlinkDiscordSchema>;
