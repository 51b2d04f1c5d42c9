/** What the database's guards of announcements say where something else stands already, by the guard's name. */
export const announcementConflicts = {
  one_announcement_per_purpose_and_occasion: "This was announced already.",
  one_guild_event_per_tournament: "The tournament stands in Discord's calendar already.",
  guild_event_of_a_tournament: "The tournament stands in Discord's calendar and stays. Cancel it instead.",
} as const;

/** What they say of a value that cannot be. */
export const announcementFaults = {
  announcement_state_is_known:
    "There is no such state. An announcement is waiting, sent, failed or withheld.",
  announcement_attempts_count_up: "Tries are counted from 0.",
  announcement_stands_where_it_was_sent: "Only an announcement that was sent stands in a channel.",
  guild_event_is_a_number: "An event of Discord is a number of 17 to 20 digits.",
} as const;
