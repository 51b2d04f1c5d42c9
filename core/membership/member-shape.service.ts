import { readMemberCell } from "./member-cells.rules.ts";
import { type MemberColumn, memberColumns, memberField, memberHeaders } from "./member-columns.rules.ts";
import { type MemberSaid, memberSaidSchema } from "./member-file.schemas.ts";
import type { RecordShape } from "./record-shape.rules.ts";

/** What a members' file can say. */
export const memberShape: RecordShape<MemberColumn, MemberSaid> = {
  columns: memberColumns,
  headers: memberHeaders(),
  example: "name and email",
  needs: ["name"],
  fields: memberField,
  key: "members",
  readCell: readMemberCell,
  schema: memberSaidSchema,
  together: new Set(["status", "from", "statuses"]),
};
