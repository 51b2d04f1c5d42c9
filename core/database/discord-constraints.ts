/** What the database's guards of Discord say where something else stands already, by the guard's name. */
export const discordConflicts = {
  one_discord_account_per_angler: "The angler has a Discord account already. Take that away first.",
  one_angler_per_discord_account: "The Discord account is another angler's. Take it away there first.",
  one_posted_message_per_poll_and_kind: "The poll is being posted by another bot.",
  one_given_role_per_discord_account: "The Discord account has a role from the bot already.",
  discord_link_of_an_angler: "The angler has a Discord account. Take that away first.",
  posted_message_of_a_poll: "The poll stands in a channel and stays. Cancel it instead.",
} as const;

/** What they say of a value that cannot be. */
export const discordFaults = {
  discord_account_is_a_number: "A Discord account is a number of 17 to 20 digits. Copy its ID there.",
  given_role_account_is_a_number: "A Discord account is a number of 17 to 20 digits. Copy its ID there.",
  given_role_is_a_number: "A role of Discord is a number of 17 to 20 digits. Copy its ID there.",
  posted_message_kind_is_known: "What is posted of a poll is the poll, its tie, its result or its thread.",
  posted_message_channel_is_a_number: "A Discord channel is a number of 17 to 20 digits. Copy its ID there.",
  reposts_count_up: "Repeated posts are counted from 0.",
} as const;
