import type { ErrorKind } from "../errors.ts";
import { announcementConflicts, announcementFaults } from "./announcement-constraints.ts";
import { discordConflicts, discordFaults } from "./discord-constraints.ts";
import { pollConflicts, pollFaults } from "./poll-constraints.ts";

export interface ConstraintRefusal {
  kind: ErrorKind;
  code: string;
  sentence: string;
}

/** What each of the database's own guards says to the person who met it; a test compares this list with the database. */
export const constraints: Readonly<Record<string, ConstraintRefusal>> = {
  ...refusals("conflict", {
    one_angler_per_email:
      "Another angler has this e-mail address. A second person at one address is kept without it.",
    one_angler_per_alias: "This alias belongs to an angler already. Aliases are unique; choose another.",
    one_role_once_per_angler: "The angler has this role already.",
    one_lake_per_key: "Another lake has this key. Choose another key, such as canyon-upper.",
    one_lake_per_name: "There is a lake of this name already. Use it, or choose another name.",
    one_ramp_per_name_on_a_lake: "The lake has a ramp of this name already. Use it, or choose another name.",
    one_season_per_year: "The season of this year exists already. Change its rules instead.",
    one_status_per_angler_and_day:
      "The angler's status changes on that day already. Change that row or choose another day.",
    one_officer_per_office_and_year: "Someone holds this office in that year. Take it from them first.",
    one_attendance_per_angler_and_meeting: "The angler is on that meeting's list already.",
    one_tournament_per_event: "This event has its tournament already.",
    one_tournament_per_number_and_season:
      "The season has a tournament of this number. Choose another number.",
    one_boat_per_number:
      "The tournament has a boat of this number. Choose another number, or edit that boat.",
    one_boat_per_weigh_in_order: "Another boat has this place in the weigh-in line. Choose another.",
    one_crew_place_per_angler:
      "The angler is in this tournament already, and can be only once. Edit that boat instead.",
    angler_aboard_an_entry: "The angler is aboard this boat already.",
    two_aboard_at_most: "Two are aboard this boat already. Nobody else fits; use another boat.",
    one_bag_per_angler_and_day:
      "This bag was weighed already on that day. Correct it instead of adding another.",
    one_membership_per_angler_pot_and_season: "The angler has joined this pot for that season already.",
    pot_movement_is_reversed_once: "This line of the pot was reversed already.",
    one_result_per_ranking: "The results were being written by someone else. Try again.",
    club_is_one_row: "There is one club here, and it exists already. Change it instead.",
    club_zone_stays_after_the_first_event:
      "The club has events, so its time zone stays: their times are meant in it.",
    event_keeps_its_kind: "An event keeps its kind. Cancel it and add one of the other kind.",
    audit_record_is_never_changed: "Audit records are never changed or deleted.",
    pot_movement_is_never_changed: "The pot's ledger is only added to. Record a reversing line instead.",
    alias_of_an_angler: "The angler still has aliases. Remove them first, or merge the angler into another.",
    role_of_an_angler: "The angler still has roles. Take them away first.",
    status_of_an_angler:
      "The angler has a history with the club and stays. Set the status to former, or erase the person.",
    office_of_an_angler: "The angler has held an office and stays in the club's history.",
    dues_of_an_angler: "The angler has paid dues and stays in the books. Merge or erase the person instead.",
    dues_recorded_by_an_angler:
      "The angler has recorded dues and stays in the books. Erase the person instead.",
    payment_recorded_by_an_angler:
      "The angler has recorded payments and stays in the books. Erase the person instead.",
    ruling_recorded_by_an_angler:
      "The angler has recorded rulings and stays in the books. Erase the person instead.",
    ruling_about_an_angler:
      "A ruling concerns the angler, who stays in the club's history. Merge or erase instead.",
    attendance_of_an_angler:
      "The angler has attended meetings and stays in the club's history. Merge or erase instead.",
    crew_is_an_angler:
      "The angler has fished tournaments and stays in their results. Merge or erase the person instead.",
    crew_stands_in_for_an_angler: "Someone has stood in for the angler, who stays in those results.",
    bag_of_an_angler:
      "The angler has weighed fish and stays in the results. Merge or erase the person instead.",
    big_bass_of_an_angler:
      "The angler has caught a big bass and stays in the results. Merge or erase the person instead.",
    result_of_an_angler: "The angler has results and stays in them. Merge or erase the person instead.",
    pot_joined_by_an_angler:
      "The angler has joined a pot and stays in its books. Merge or erase the person instead.",
    ramp_of_a_lake: "The lake has ramps. Retire the lake instead of deleting it.",
    tournament_on_a_lake: "Tournaments were held on the lake. Retire it instead of deleting it.",
    tournament_from_a_ramp: "Tournaments started from the ramp. Retire it instead of deleting it.",
    tournament_of_a_season: "The season has tournaments and stays.",
    tournament_of_an_event: "The event has a tournament. Cancel the event instead of deleting it.",
    attendance_at_a_meeting:
      "Attendance of this meeting is recorded. Remove that first, or cancel the meeting.",
    attendance_counts_for_a_season: "Attendance counts for this season, so it stays.",
    pot_joined_in_a_season: "Anglers have joined a pot of this season, so it stays.",
    pot_movement_in_a_season: "A pot has moved in this season, so it stays.",
    pot_movement_of_a_tournament: "A pot has moved with this tournament, so it stays.",
    pot_movement_reverses_another: "Another line of the pot reverses this one; both stay.",
    ruling_in_a_season: "A ruling was made in this season, so it stays.",
    ruling_in_a_tournament: "A ruling was made in this tournament, so it stays.",
    entry_in_a_tournament: "The tournament has entries. Delete them first, or cancel its event.",
    crew_in_a_tournament: "Anglers are entered in the tournament. Delete its entries first.",
    crew_of_an_entry: "Anglers are aboard this boat. Take them off first.",
    bag_of_an_entry: "This boat has weighed fish. Delete its bags first.",
    payment_for_an_entry: "Money was paid for this entry, so it stays. Mark it as did not fish instead.",
    result_of_a_tournament: "The tournament has results, so it stays.",
    result_of_an_entry:
      "The entry has results. Delete it through the results, which are then worked out again.",
    audit_personal_of_a_record: "Audit records are never changed or deleted.",
    audit_seal_is_never_changed: "Seals of the audit log are never changed or deleted.",
    one_audit_seal_per_record: "The audit log was being sealed by someone else. Try again.",
    one_notice_per_purpose_recipient_and_occasion: "They were told this already.",
    one_notice_per_token: "A notice was being made by someone else. Try again.",
    one_preference_per_angler_and_category: "The angler's wish was being changed by someone else. Try again.",
    notice_to_an_angler:
      "The angler was sent notices and stays with them. Merge or erase the person instead.",
    preference_of_an_angler: "The angler has chosen their mails. Merge or erase the person instead.",
    merge_into_an_angler: "Another record was merged into the angler's, which stays.",
    ...pollConflicts,
    ...discordConflicts,
    ...announcementConflicts,
    poll_of_a_draft: "The poll was drafted and stays. Cancel it instead.",
    one_link_code_per_discord_account: "A code was being made for this Discord account. Ask again.",
    one_news_post_per_slug: "There is news at this address already. Choose another slug.",
    one_page_revision_per_number:
      "The page was being edited by someone else. Look at it, then edit it again.",
    page_revision_is_never_changed: "What a page has said stays. Edit the page: that adds a revision.",
  }),
  ...refusals("invalid", {
    erased_angler_tells_nothing: "The person was erased. Nothing personal is kept of them again.",
    notice_state_is_known: "There is no such state. A notice is waiting, sent, failed or withheld.",
    notice_attempts_count_up: "Tries are counted from 0.",
    notice_is_sent_at_a_time: "A notice that was sent has the time of it, any other has none.",
    preference_category_is_known:
      "There is no such category. Mails are about dues, events, results, news or polls.",
    ...pollFaults,
    ...discordFaults,
    ...announcementFaults,
    link_code_account_is_a_number: "A Discord account is a number of 17 to 20 digits. Copy its ID there.",
    link_code_tries_are_few: "A code is tried five times at most. Ask for a new one.",
    news_slug_is_plain: "The slug is not one. Use small letters, digits and hyphens, like spring-banquet.",
    news_title_is_filled_in: "The title is empty. Give the news one.",
    news_body_is_filled_in: "The news says nothing. Write it in Markdown.",
    news_priority_is_known: "There is no such priority. News is normal or high.",
    news_revision_counts_up: "Edits are counted from 0.",
    page_is_known: "There is no such page. The club's texts are about, bylaws and join.",
    page_revision_counts_from_one: "Revisions of a page are counted from 1.",
    page_body_is_filled_in: "The page says nothing. Write it in Markdown.",
    page_saver_is_known:
      "Who saved the page is not known. It is a visitor, an angler, the operator or the clock.",
    audit_seal_is_a_hash: "A seal is a SHA-256 in hexadecimal.",
    audit_seal_holds_records: "A seal speaks of at least one record.",
    angler_name_is_filled_in: "The name is empty. Give the angler a name.",
    angler_public_name_is_filled_in: "The public name is empty. Give one, or leave it out to use the name.",
    email_has_an_at_sign: "The e-mail address is not one. Write it like ann@example.org.",
    phone_is_international:
      "The phone number is not understood. Write it with the country, like +15125550100.",
    alias_is_filled_in: "The alias is empty. Give the name that results use.",
    role_is_known: "There is no such role. Roles are admin, weighmaster, treasurer and editor.",
    status_is_known: "There is no such status. An angler is guest, applicant, member or former.",
    office_is_filled_in: "The office is empty. Name it, such as president.",
    office_year_is_a_year: "The year is not one. Write it like 2026.",
    dues_method_is_known: "There is no such way to pay. Dues are paid by cash, venmo or check, or waived.",
    dues_are_paid_or_waived: "Dues are an amount above 0.00, or waived and then 0.00.",
    dues_cover_a_span: "The payment covers nothing: its last day is before its first. Swap them.",
    dues_are_voided_with_a_reason: "A payment is voided with a reason. Say why.",
    dues_recorder_is_known: "Whoever recorded the dues is not known to be an angler, operator or clock.",
    lake_key_is_words_and_hyphens:
      "The lake's key is not one. Use small letters, digits and hyphens, like choke-canyon.",
    lake_name_is_filled_in: "The lake's name is empty. Give one.",
    lake_has_both_coordinates_or_none: "A lake has a latitude and a longitude, or neither. Give both.",
    lake_lies_on_the_earth:
      "The lake's coordinates are not on Earth. Latitude is -90 to 90, longitude -180 to 180.",
    ramp_name_is_filled_in: "The ramp's name is empty. Give one.",
    ramp_has_both_coordinates_or_none: "A ramp has a latitude and a longitude, or neither. Give both.",
    ramp_lies_on_the_earth:
      "The ramp's coordinates are not on Earth. Latitude is -90 to 90, longitude -180 to 180.",
    club_name_is_filled_in: "The club's name is empty. Give one.",
    club_zone_is_filled_in: "The club's time zone is empty. Give one, such as America/Chicago.",
    season_year_is_a_year: "The year is not one. Write it like 2026.",
    event_kind_is_known: "There is no such kind of event. It is a tournament, meeting, holiday or other.",
    event_name_is_filled_in: "The event's name is empty. Give one.",
    event_first_day_comes_first: "The event's last day is before its first. Swap them.",
    event_starts_before_it_ends: "The event ends before it starts. Swap the times, or give a later last day.",
    event_is_cancelled_with_a_reason: "An event is cancelled on a day and with a reason. Say why.",
    event_revision_counts_up: "The event's revision only counts up.",
    attendance_is_of_a_meeting: "Only meetings are attended, and this event is none. Choose a meeting.",
    tournament_event_is_a_tournament: "This event is not a tournament. Add one of kind tournament.",
    tournament_number_counts_from_one: "The tournament's number starts at 1.",
    tournament_state_is_known: "A tournament is scheduled, weighing, provisional or official.",
    tournament_ramp_has_a_lake: "A ramp needs its lake. Give the lake too.",
    tournament_ramp_is_on_its_lake: "The ramp is not on that lake. Choose one of the lake's own ramps.",
    entry_kind_is_known: "An entry is a boat or a buy-in.",
    entry_outcome_is_known: "An entry fished, did not fish, or was disqualified.",
    buy_in_has_no_boat: "A buy-in has no boat and does not weigh in. Leave the boat number out.",
    entry_grace_is_for_the_disqualified: "Grace is for the disqualified. Record the disqualification first.",
    entry_numbers_count_from_one: "Boat number, weigh-in order, rank and place start at 1.",
    entry_published_points_are_not_negative: "Published points are not below 0.",
    crew_is_in_its_entrys_tournament: "This boat is in another tournament. Choose a boat of this one.",
    crew_is_one_or_two: "A crew is one or two anglers.",
    seat_is_known: "A seat is boater or co-angler.",
    stand_in_is_another_angler: "Nobody stands in for themselves. Name the angler who is away.",
    crew_outcome_is_known: "An angler fished, did not fish, or was disqualified.",
    crew_numbers_count_from_one: "Rank and place start at 1.",
    crew_published_points_are_not_negative: "Published points are not below 0.",
    bag_angler_is_aboard:
      "The bag's angler is not aboard that boat. Add the angler to the crew, or remove the bag first.",
    big_bass_catcher_is_aboard: "Whoever caught the big bass is not aboard that boat. Name one of its crew.",
    bag_day_counts_from_one: "The day starts at 1.",
    bag_fish_are_not_negative:
      "The number of fish is below 0. Count them again; leave it out when it is not known.",
    dead_fish_within_fish: "There are more dead fish than fish, or fewer than none. Count them again.",
    short_fish_are_not_negative: "The number of short fish is below 0. Count them again.",
    gross_is_not_negative: "The weight is below 0. Weigh it again.",
    no_fish_no_weight:
      "A bag without fish weighs nothing. Give the number of fish, or leave it out when it is not known.",
    late_minutes_are_not_negative: "The minutes late are below 0. A boat in time is 0 late.",
    penalty_has_a_reason: "A penalty is above 0 and has a reason. Say why.",
    big_bass_weighs_something: "The big bass weighs nothing. Leave it out when there was none.",
    big_bass_within_the_bag: "The big bass is heavier than the bag it is in. Check both weights.",
    lengths_are_of_a_measured_bag: "Lengths belong to a measured bag. This one is weighed.",
    catcher_has_a_big_bass: "Who caught the big bass is named, but not its weight. Give the weight.",
    payment_is_some_money: "A payment is above 0.00. To take one back, void it with a reason.",
    payment_method_is_known: "There is no such way to pay. Entries are paid by cash, venmo or check.",
    payment_is_voided_with_a_reason: "A payment is voided with a reason. Say why.",
    payment_recorder_is_known:
      "Whoever recorded the payment is not known to be an angler, operator or clock.",
    ruling_kind_is_known: "A ruling is a coin, president, disqualification, grace, override or award.",
    ruling_subject_is_known:
      "A ruling is about a season, tournament, entry, crew, bag, pot, poll or question.",
    ruling_names_who_decided: "A ruling names who decided it. Say who.",
    ruling_is_voided_with_a_reason: "A ruling is voided with a reason. Say why.",
    ruling_recorder_is_known: "Whoever recorded the ruling is not known to be an angler, operator or clock.",
    joined_pot_is_named: "The pot has no name. Use one of the season's pots.",
    pot_is_named: "The pot has no name. Use one of the season's pots.",
    pot_movement_kind_is_known: "A pot moves by fees, payout, adjustment or kept-by-club.",
    pot_winners_are_paid: "Only a payout of a pot names who was paid.",
    pot_movement_moves_money: "A line of the pot moves some money: 0.00 is not recorded.",
    pot_adjustment_has_a_reason: "A pot is adjusted with a reason. Say why.",
    pot_movement_has_a_tournament:
      "Only an adjustment moves a pot without a tournament. Name the tournament.",
    pot_recorder_is_known: "Whoever recorded the pot's line is not known to be an angler, operator or clock.",
  }),
};

function refusals(kind: ErrorKind, sentences: Record<string, string>): Record<string, ConstraintRefusal> {
  return Object.fromEntries(
    Object.entries(sentences).map(([name, sentence]) => [
      name,
      { kind, code: name.replaceAll("_", "-"), sentence },
    ]),
  );
}
