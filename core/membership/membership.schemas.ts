import { z } from "zod";
import { emailAddress, personName, phoneNumber } from "../anglers/contact.schemas.ts";
import { anglerDraftSchema } from "../anglers/anglers.schemas.ts";
import { line } from "../anglers/text.schemas.ts";
import { clubDate } from "../audit/day.schemas.ts";

const status = () =>
  z.enum(["guest", "applicant", "member", "former"], { error: "must be guest, applicant, member or former" });

const reference = () => z.string({ error: "must name an angler" }).trim().min(1, "must name an angler");

/** A person and what they are to the club from a day on: the day they joined, where that is known, else today. */
export const addMemberSchema = anglerDraftSchema.extend({ status: status(), from: clubDate().optional() });

export const setStatusSchema = z.strictObject({
  reference: reference(),
  status: status(),
  /** Today where none is given. */
  from: clubDate().optional(),
  reason: line({ most: 200 }).optional(),
});

/** What is put right about a person; null takes a value away, what is left out stays. */
export const editMemberSchema = z
  .strictObject({
    reference: reference(),
    name: personName().optional(),
    /** Null: the name again. */
    publicName: personName().nullish(),
    email: emailAddress().nullish(),
    phone: phoneNumber().nullish(),
    joinedOn: clubDate().nullish(),
    /** Said when someone else of the new name is known. */
    sameName: z.literal(true, { error: "must be true or left out" }).optional(),
    status: status().optional(),
    /** From when the status holds; today where none is given. */
    from: clubDate().optional(),
    reason: line({ most: 200 }).optional(),
  })
  .refine(({ from, status: said }) => from === undefined || said !== undefined, {
    path: ["from"],
    error: "says from when a status holds; name the status too",
  });

/** Values to take away, as they are typed. */
export const clearMemberSchema = z.strictObject({
  clear: z.array(
    z.enum(["email", "phone", "joined-on", "public-name"], {
      error: "must be email, phone, joined-on or public-name",
    }),
  ),
});

export const approveMemberSchema = z.strictObject({ reference: reference(), from: clubDate().optional() });

const year = () =>
  z
    .int({ error: "must be a year such as 2026" })
    .min(1950, "must be 1950 or later")
    .max(2200, "must be 2200 or earlier");

export const listOfficersSchema = z.strictObject({ year: year().optional() });

/** Who holds an office in a year; null: nobody. */
export const setOfficerSchema = z.strictObject({
  office: line({ most: 60 }).refine((office) => /\p{L}/u.test(office), { error: "must have a letter" }),
  reference: reference().nullable(),
  /** The club's current year where none is given. */
  year: year().optional(),
  /** Said when someone holds the office: their id, so that nobody else is put out by a slip. */
  replaces: z.int().optional(),
});

export const listMembersSchema = z.strictObject({ status: status().optional() });

/** Who may do all in a new club. */
export const firstOfficerSchema = z.strictObject({
  name: personName(),
  email: emailAddress().optional(),
  /** Of the club's current year. */
  president: z.boolean().optional(),
});

export type NewMember = z.output<typeof addMemberSchema>;
export type SetStatus = z.output<typeof setStatusSchema>;
export type ListMembers = z.output<typeof listMembersSchema>;
export type FirstOfficer = z.output<typeof firstOfficerSchema>;
export type EditMember = z.output<typeof editMemberSchema>;
export type ApproveMember = z.output<typeof approveMemberSchema>;
export type ListOfficers = z.output<typeof listOfficersSchema>;
export type SetOfficer = z.output<typeof setOfficerSchema>;
