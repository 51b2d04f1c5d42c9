import { z } from "zod";
import { line } from "./text.schemas.ts";

/** A person's name, or another one they go by. A number or an address is refused: it would look like a reference. */
export const personName = () =>
  line({ most: 80 })
    .refine((name) => /\p{L}/u.test(name), { error: "must have a letter" })
    .refine((name) => !name.includes("@"), { error: "must be a name, not an e-mail address" });

/** An address that mail can be sent to, and nothing that could become a second one. */
export const emailAddress = () =>
  z
    .string({ error: "must be an e-mail address such as ann@example.org" })
    .trim()
    .max(254, "must be at most 254 characters")
    .pipe(z.email({ error: "must be an e-mail address such as ann@example.org" }));

/** A telephone number as people write it, kept as E.164; ten digits are a number of the United States. */
export const phoneNumber = () =>
  z.string({ error: phoneSentence }).transform((text, context) => {
    const phone = readPhone(text);
    if (phone !== null) return phone;
    context.issues.push({ code: "custom", input: text, message: phoneSentence });
    return z.NEVER;
  });

const phoneSentence = "must be a telephone number such as (512) 555-0100 or +44 20 7946 0958";

const american = /^\+1[2-9]\d{2}[2-9]\d{6}$/;
const international = /^\+[1-9]\d{6,14}$/;

function readPhone(text: string): string | null {
  const dense = text.trim().replaceAll(/[ ().-]/g, "");
  const plus = dense.startsWith("+") ? dense : dense.length === 10 ? `+1${dense}` : `+${dense}`;
  if (plus.startsWith("+1")) return american.test(plus) ? plus : null;
  return dense.startsWith("+") && international.test(plus) ? plus : null;
}
