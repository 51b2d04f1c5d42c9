import { z } from "zod";
import { clubDate } from "../audit/day.schemas.ts";
import { emailAddress, personName, phoneNumber } from "./contact.schemas.ts";

/** A person to be kept. The public name is the name where none is given. */
export const anglerDraftSchema = z.strictObject({
  name: personName(),
  publicName: personName().optional(),
  email: emailAddress().nullish(),
  phone: phoneNumber().nullish(),
  joinedOn: clubDate().nullish(),
  aliases: z
    .array(personName(), { error: "must be a list of names" })
    .max(20, "must be at most 20")
    .optional(),
  /** Said when someone else of the same name is known already. */
  sameName: z.literal(true, { error: "must be true or left out" }).optional(),
});

export type AnglerDraft = z.output<typeof anglerDraftSchema>;

/** Another name under which results list an angler. */
export const addAliasSchema = z.strictObject({ reference: z.string().trim().min(1), alias: personName() });

export type AddAlias = z.output<typeof addAliasSchema>;

const role = () =>
  z.enum(["admin", "weighmaster", "treasurer", "editor"], {
    error: "must be admin, weighmaster, treasurer or editor",
  });

/** What an angler may do for the club from now on, and what no more. */
export const changeRolesSchema = z
  .strictObject({
    reference: z.string().trim().min(1, "must name an angler"),
    grant: z.array(role()),
    revoke: z.array(role()),
  })
  .refine(({ grant, revoke }) => grant.length + revoke.length > 0, {
    path: ["grant"],
    error: "or --revoke must name a role",
  })
  .refine(({ grant, revoke }) => !grant.some((one) => revoke.includes(one)), {
    path: ["grant"],
    error: "must not name what --revoke takes away",
  });

export type ChangeRoles = z.output<typeof changeRolesSchema>;
