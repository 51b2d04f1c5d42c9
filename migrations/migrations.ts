import { Clock } from "./0001-clock.ts";
import { Audit } from "./0002-audit.ts";
import { Anglers } from "./0003-anglers.ts";
import { LakesAndSeasons } from "./0004-lakes-and-seasons.ts";
import { Membership } from "./0005-membership.ts";
import { Events } from "./0006-events.ts";
import { Entries } from "./0007-entries.ts";
import { RulingsPotsResults } from "./0008-rulings-pots-results.ts";
import { Notices } from "./0009-notices.ts";
import { ErasingAndMerging } from "./0010-erasing-and-merging.ts";
import { NewsAndPages } from "./0011-news-and-pages.ts";
import { AuditSeals } from "./0012-audit-seals.ts";
import { DuesNotesAndPotWinners } from "./0013-dues-notes-and-pot-winners.ts";
import { PeopleOfWhatStays } from "./0014-people-of-what-stays.ts";
import { Polls } from "./0015-polls.ts";
import { Discord } from "./0016-discord.ts";
import { PublicChanges } from "./0017-public-changes.ts";
import { Announcements } from "./0019-announcements.ts";
import { MemberRole } from "./0023-member-role.ts";
import { DiscordForms } from "./0018-discord-forms.ts";
import { AnglerSums } from "./0022-angler-sums.ts";
import { TournamentSums } from "./0021-tournament-sums.ts";

/** Every step of the schema in its order. A step that has been released is never edited: a new one follows it. */
export const migrations = [
  { name: "0001-clock", class: Clock },
  { name: "0002-audit", class: Audit },
  { name: "0003-anglers", class: Anglers },
  { name: "0004-lakes-and-seasons", class: LakesAndSeasons },
  { name: "0005-membership", class: Membership },
  { name: "0006-events", class: Events },
  { name: "0007-entries", class: Entries },
  { name: "0008-rulings-pots-results", class: RulingsPotsResults },
  { name: "0009-notices", class: Notices },
  { name: "0010-erasing-and-merging", class: ErasingAndMerging },
  { name: "0011-news-and-pages", class: NewsAndPages },
  { name: "0012-audit-seals", class: AuditSeals },
  { name: "0013-dues-notes-and-pot-winners", class: DuesNotesAndPotWinners },
  { name: "0014-people-of-what-stays", class: PeopleOfWhatStays },
  { name: "0015-polls", class: Polls },
  { name: "0016-discord", class: Discord },
  { name: "0017-public-changes", class: PublicChanges },
  { name: "0018-discord-forms", class: DiscordForms },
  { name: "0019-announcements", class: Announcements },
  { name: "0021-tournament-sums", class: TournamentSums },
  { name: "0022-angler-sums", class: AnglerSums },
  { name: "0023-member-role", class: MemberRole },
];
