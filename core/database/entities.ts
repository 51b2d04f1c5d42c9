import { DiscordLink } from "../accounts/discord-link.entity.ts";
import { GivenRole } from "../accounts/given-role.entity.ts";
import { LinkCode } from "../accounts/link-code.entity.ts";
import { AnglerAlias } from "../anglers/angler-alias.entity.ts";
import { AnglerRole } from "../anglers/angler-role.entity.ts";
import { Angler } from "../anglers/angler.entity.ts";
import { AuditPersonal } from "../audit/audit-personal.entity.ts";
import { AuditRecord } from "../audit/audit-record.entity.ts";
import { AuditSeal } from "../audit/audit-seal.entity.ts";
import { Attendance } from "../events/attendance.entity.ts";
import { Event } from "../events/event.entity.ts";
import { Lake } from "../lakes/lake.entity.ts";
import { Ramp } from "../lakes/ramp.entity.ts";
import { AnglerStatus } from "../membership/angler-status.entity.ts";
import { DuesPayment } from "../membership/dues-payment.entity.ts";
import { OfficerTerm } from "../membership/officer-term.entity.ts";
import { NewsPost } from "../news/news-post.entity.ts";
import { PageRevision } from "../news/page-revision.entity.ts";
import { Announcement } from "../notices/announcement.entity.ts";
import { NoticePreference } from "../notices/notice-preference.entity.ts";
import { Notice } from "../notices/notice.entity.ts";
import { AnglerMerge } from "../people/angler-merge.entity.ts";
import { BallotRequest } from "../polls/ballot-request.entity.ts";
import { Ballot } from "../polls/ballot.entity.ts";
import { Option } from "../polls/option.entity.ts";
import { PollDraft } from "../polls/poll-draft.entity.ts";
import { Poll } from "../polls/poll.entity.ts";
import { PostedMessage } from "../polls/posted-message.entity.ts";
import { Question } from "../polls/question.entity.ts";
import { Roll } from "../polls/roll.entity.ts";
import { Selection } from "../polls/selection.entity.ts";
import { PotMembership } from "../pots/pot-membership.entity.ts";
import { PotMovement } from "../pots/pot-movement.entity.ts";
import { AnglerSum } from "../results/angler-sum.entity.ts";
import { AnglerTotal } from "../results/angler-total.entity.ts";
import { Result } from "../results/result.entity.ts";
import { SeasonAward } from "../results/season-award.entity.ts";
import { SeasonStanding } from "../results/season-standing.entity.ts";
import { SeasonSum } from "../results/season-sum.entity.ts";
import { TournamentBest } from "../results/tournament-best.entity.ts";
import { TournamentSum } from "../results/tournament-sum.entity.ts";
import { Club } from "../seasons/club.entity.ts";
import { Season } from "../seasons/season.entity.ts";
import { Bag } from "../tournaments/bag.entity.ts";
import { Crew } from "../tournaments/crew.entity.ts";
import { EntryPayment } from "../tournaments/entry-payment.entity.ts";
import { Entry } from "../tournaments/entry.entity.ts";
import { GuildEvent } from "../tournaments/guild-event.entity.ts";
import { Ruling } from "../tournaments/ruling.entity.ts";
import { Tournament } from "../tournaments/tournament.entity.ts";

/** Every table the club's objects live in; named one by one, so that nothing is found by accident. */
export const entities = [
  AuditRecord,
  AuditPersonal,
  AuditSeal,
  Angler,
  AnglerAlias,
  AnglerRole,
  Notice,
  NoticePreference,
  Announcement,
  Lake,
  Ramp,
  Club,
  Season,
  AnglerStatus,
  OfficerTerm,
  DuesPayment,
  Event,
  Attendance,
  Tournament,
  Entry,
  Crew,
  Bag,
  EntryPayment,
  GuildEvent,
  Ruling,
  PotMembership,
  PotMovement,
  Result,
  TournamentSum,
  AnglerSum,
  TournamentBest,
  SeasonSum,
  AnglerTotal,
  SeasonAward,
  SeasonStanding,
  Poll,
  Question,
  Option,
  Ballot,
  BallotRequest,
  Selection,
  Roll,
  PostedMessage,
  PollDraft,
  NewsPost,
  PageRevision,
  DiscordLink,
  GivenRole,
  LinkCode,
  AnglerMerge,
];

/** Tables and functions that no object is made of: the tests' clock and the record of migrations. */
export const unmappedTables = ["clock_offset", "migration"];
