import { defineEntity, p } from "@mikro-orm/core";
import { Angler } from "../anglers/angler.entity.ts";
import { Season } from "../seasons/season.entity.ts";
import { Event } from "./event.entity.ts";

const ofMeeting = `if not exists (select from event where id = new.meeting_id and kind = 'meeting') then
  raise exception 'Only meetings are attended.'
    using errcode = 'check_violation', constraint = 'attendance_is_of_a_meeting';
end if;
return new;`;

/** An angler was at a meeting; it counts for a season. */
const AttendanceSchema = defineEntity({
  name: "Attendance",
  tableName: "attendance",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    angler: () => p.manyToOne(Angler).foreignKeyName("attendance_of_an_angler").deleteRule("restrict"),
    meeting: () =>
      p
        .manyToOne(Event)
        .foreignKeyName("attendance_at_a_meeting")
        .deleteRule("restrict")
        .index("attendance_by_meeting"),
    season: () =>
      p
        .manyToOne(Season)
        .foreignKeyName("attendance_counts_for_a_season")
        .deleteRule("restrict")
        .index("attendance_by_season"),
  },
  uniques: [{ name: "one_attendance_per_angler_and_meeting", properties: ["angler", "meeting"] }],
  triggers: [
    { name: "attendance_is_of_a_meeting", timing: "before", events: ["insert", "update"], body: ofMeeting },
  ],
});

export class Attendance extends AttendanceSchema.class {}
AttendanceSchema.setClass(Attendance);
