import { z } from "zod";
import { emailAddress, personName } from "../anglers/contact.schemas.ts";
import { anglerDraftSchema } from "../anglers/anglers.schemas.ts";
import { line } from "../anglers/text.schemas.ts";
import { clubDate } from "../audit/day.schemas.ts";

const status = () =>
  z.enum(["guest", "applicant", "member", "former"], { error: "must be guest, applicant, member or former" });

/** A person and what they are to the club from a day on: the day they joined, where that is known, else today. */
export const addMemberSchema = anglerDraftSchema.extend({ status: status(), from: clubDate().optional() });

export const setStatusSchema = z.strictObject({
  reference: z.string({ error: "must name an angler" }).trim().min(1, "must name an angler"),
  status: status(),
  /** Today where none is given. */
  from: clubDate().optional(),
  reason: line({ most: 200 }).optional(),
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
