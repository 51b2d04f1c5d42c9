import { knownHeaders } from "../anglers/header.rules.ts";

/** What a members' file can say, by the names the club gives it. */
export const memberColumns = [
  "id",
  "name",
  "public_name",
  "email",
  "phone",
  "joined_on",
  "status",
  "from",
  "earlier",
  "aliases",
  "roles",
  "offices",
] as const;

export type MemberColumn = (typeof memberColumns)[number];

/** Every header that is understood, folded, and what it means. */
export const memberHeaders = (): Map<string, MemberColumn> =>
  knownHeaders(memberColumns, {
    id: ["angler_id", "number"],
    name: ["full_name", "angler"],
    public_name: ["display_name", "shown_as"],
    email: ["e_mail", "mail", "email_address", "e_mail_address"],
    phone: ["telephone", "mobile", "cell", "phone_number"],
    joined_on: ["joined", "member_since", "joined_date", "date_joined"],
    status: ["membership"],
    from: ["since", "status_from", "status_since"],
    earlier: ["history", "earlier_statuses"],
    aliases: ["alias", "also_known_as", "nicknames", "nickname"],
    roles: ["role"],
    offices: ["office"],
  });

/** What a column is called in JSON, and where several columns tell one thing. */
export const memberField: Record<MemberColumn, string> = {
  id: "id",
  name: "name",
  public_name: "publicName",
  email: "email",
  phone: "phone",
  joined_on: "joinedOn",
  status: "status",
  from: "from",
  earlier: "statuses",
  aliases: "aliases",
  roles: "roles",
  offices: "offices",
};
