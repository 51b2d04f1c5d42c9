import { z } from "zod";
import { emailAddress } from "../anglers/contact.schemas.ts";

const angler = () => z.string({ error: "must name an angler" }).trim().min(1, "must name an angler");

/** An account, a server or a channel of Discord. */
const discordId = () =>
  z
    .string()
    .trim()
    .regex(/^\d{17,20}$/, "must be Discord's number, 17 to 20 digits: right-click and Copy ID there");

export const linkDiscordSchema = z.strictObject({ angler: angler(), discordId: discordId() });
export const unlinkDiscordSchema = z.strictObject({ angler: angler() });

/** Who asks on Discord to be linked, and the e-mail that is theirs on the club's record. */
export const askLinkCodeSchema = z.strictObject({
  discordId: discordId(),
  /** What the account is called there, so that whoever gets the mail sees who asked. */
  discordName: z
    .string()
    .regex(/^[a-z0-9_.]{2,32}$/, "must be the name of a Discord account")
    .optional(),
  email: emailAddress(),
});

/** Six digits as people type them: `123456`, `123 456`. */
export const tryLinkCodeSchema = z.strictObject({
  discordId: discordId(),
  code: z
    .string()
    .max(20, "must be six digits")
    .transform((text) => text.normalize("NFKC").replaceAll(/[\s-]/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, "must be six digits")),
});

export type AskLinkCode = z.output<typeof askLinkCodeSchema>;
export type TryLinkCode = z.output<typeof tryLinkCodeSchema>;
export type LinkDiscord = z.output<typeof linkDiscordSchema>;
export type UnlinkDiscord = z.output<typeof unlinkDiscordSchema>;
