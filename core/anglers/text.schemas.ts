import { z } from "zod";

/** Control characters, direction marks, invisible ones, half and no characters: they make one text look like another. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;
/** The same, with the line breaks and tabs that a longer text may have. */
const unseenBesideBreaks = /[^\P{Cc}\n\t]|[\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

/** One line of text, trimmed, runs of blanks as one; what cannot be seen is refused. */
export const line = ({ most }: { most: number }) =>
  z
    .string({ error: "must be a text" })
    .trim()
    .min(1, "must not be empty")
    .refine((text) => !unseen.test(text), { error: "must be one line without invisible characters" })
    .transform((text) => text.normalize("NFC").replaceAll(/\s+/g, " "))
    .refine((text) => text.length <= most, { error: `must be at most ${most} characters` });

/** A text of several lines, trimmed. */
export const paragraphs = ({ most }: { most: number }) =>
  z
    .string({ error: "must be a text" })
    .trim()
    .min(1, "must not be empty")
    .transform((text) => text.normalize("NFC").replaceAll("\r\n", "\n"))
    .refine((text) => !unseenBesideBreaks.test(text), { error: "must not have invisible characters" })
    .refine((text) => text.length <= most, { error: `must be at most ${most} characters` });
