import { z } from "zod";
import { emailAddress, personName, phoneNumber } from "../anglers/contact.schemas.ts";
import { line } from "../anglers/text.schemas.ts";
import { clubDate } from "../audit/day.schemas.ts";
import { isClubDate } from "../time.ts";

const day = () =>
  clubDate().refine((text) => !isClubDate(text) || (text >= "1900-01-01" && text <= "2200-12-31"), {
    error: "must be a day from 1900 to 2200",
  });

const statusSentence = "must be guest, applicant, member or former";

export const memberStatusSchema = z.enum(["guest", "applicant", "member", "former"], {
  error: statusSentence,
});

const status = () => z.string({ error: statusSentence }).toLowerCase().pipe(memberStatusSchema);

const roleSentence = "must be admin, weighmaster, treasurer or editor";

const role = () =>
  z
    .string({ error: roleSentence })
    .toLowerCase()
    .pipe(z.enum(["admin", "weighmaster", "treasurer", "editor"], { error: roleSentence }));

const list = <Item extends z.ZodType>(item: Item) =>
  z.array(item, { error: "must be a list" }).max(200, "must be at most 200").nullish();

/** One person of a members' file. What is left out, null or blank says nothing. */
export const memberSaidSchema = z
  .strictObject({
    id: z
      .int({ error: "must be an angler's id such as 12" })
      .positive("must be an angler's id such as 12")
      .max(2_147_483_647, "must be an angler's id such as 12")
      .nullish(),
    name: personName(),
    publicName: personName().nullish(),
    email: emailAddress().nullish(),
    phone: phoneNumber().nullish(),
    joinedOn: day().nullish(),
    status: status().nullish(),
    /** From when the status holds. */
    from: day().nullish(),
    /** What they were before, each from a day on; or all of it, where no status stands beside it. */
    statuses: list(
      z.strictObject({ status: status(), from: day() }, { error: "must be a status and a day" }),
    ),
    aliases: list(personName()),
    roles: list(role()),
    offices: list(
      z.strictObject(
        {
          office: line({ most: 60 }).refine((office) => /\p{L}/u.test(office), {
            error: "must have a letter",
          }),
          year: z
            .int({ error: "must be a year such as 2026" })
            .min(1950, "must be 1950 or later")
            .max(2200, "must be 2200 or earlier"),
        },
        { error: "must be an office and a year" },
      ),
    ),
  })
  .superRefine(({ status: said, from, statuses }, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (from && !said) refuse("from", "says from when a status holds; name the status too");
    if (!statuses) return;
    if (said && !from) refuse("statuses", "says what was before; say from when the status holds too");
    const days = [...statuses.map((row) => row.from), ...(from ? [from] : [])];
    if (days.some((each, at) => at > 0 && each <= days[at - 1]!))
      refuse("statuses", "must be in the order of their days, each on a day of its own, before the status");
  });

export type MemberSaid = z.output<typeof memberSaidSchema>;
