import { traced } from "./check-club-constraints.queries.ts";
import type { SqlCheck } from "./check-club.rules.ts";

/** What has to be so of people, what they paid, what they are told and what the club says. */
export const peopleChecks: SqlCheck[] = [
  {
    name: "status-from-the-start",
    about: "Everyone has a status, from their first day on.",
    mend: "Say what they are: sabc member edit, or sabc member approve.",
    level: "wrong",
    sql: `select 'angler ' || a.id as row, a.name || ' has no status' as what from angler a
          where a.erased_on is null and not exists (select from angler_status s where s.angler_id = a.id) order by a.id`,
  },
  {
    name: "erased-are-forgotten",
    about: "Who was erased has no alias, no role and no personal value beside the audit records.",
    mend: "Erase the person again: sabc member erase.",
    level: "wrong",
    sql: `select 'angler ' || a.id as row, 'was erased on ' || a.erased_on || ' and has ' || kept.what || ' left' as what
          from angler a
          cross join lateral (
            select 'an alias' as what where exists (select from angler_alias l where l.angler_id = a.id)
            union all select 'a role' where exists (select from angler_role r where r.angler_id = a.id)
            union all select 'a personal value' where exists (
              select from audit_record r join audit_personal p on p.record_id = r.id
              where r.subject = 'angler' and r.subject_id = a.id::text and p.field ~ '^(before|after)[.]'
                 or r.actor_angler_id = a.id and p.field = 'actor')
          ) kept where a.erased_on is not null order by a.id, 2`,
  },
  {
    name: "merged-are-gone",
    about: "A record that was merged into another is there no more.",
    mend: "Merge them again, or take the merge back: sabc member unmerge.",
    level: "wrong",
    sql: `select 'angler ' || a.id as row, a.name || ' was merged into angler ' || m.kept_id as what
          from angler_merge m join angler a on a.id = m.gone_id where m.undone_at is null order by a.id`,
  },
  {
    name: "dues-cover-whole-years",
    about:
      "Dues cover a year to its last day, from its first or from the day they were paid; a new member's two years at most.",
    mend: "Void the payment and take it again: sabc dues void.",
    level: "wrong",
    sql: `select 'dues payment ' || d.id as row, a.name || ': from ' || d.covers_from || ' to ' || d.covers_to as what
          from dues_payment d join angler a on a.id = d.angler_id
          where d.voided_at is null and not (
            to_char(d.covers_to, 'MM-DD') = '12-31'
            and extract(year from d.covers_to) - extract(year from d.covers_from) between 0 and 1
            and (d.covers_from = d.paid_on or to_char(d.covers_from, 'MM-DD') = '01-01'))
          order by d.id`,
  },
  {
    name: "dues-are-paid-once",
    about: "No day is paid for twice.",
    mend: "Void one of them: sabc dues void.",
    level: "wrong",
    sql: `select 'dues payment ' || d.id || ', ' || other.id as row,
                 a.name || ' paid twice for ' || greatest(d.covers_from, other.covers_from) || ' to ' || least(d.covers_to, other.covers_to) as what
          from dues_payment d
          join dues_payment other on other.angler_id = d.angler_id and other.id > d.id
            and other.covers_from <= d.covers_to and d.covers_from <= other.covers_to
          join angler a on a.id = d.angler_id
          where d.voided_at is null and other.voided_at is null order by d.id, other.id`,
  },
  {
    name: "wordings-are-numbered",
    about: "The wordings of a page are numbered from 1 without a gap.",
    mend: traced,
    level: "wrong",
    sql: `select 'page ' || slug as row, count(*) || ' wordings, numbered ' || min(revision) || ' to ' || max(revision) as what
          from page_revision group by slug having min(revision) <> 1 or max(revision) <> count(*) order by 1`,
  },
  {
    name: "notices-are-sent",
    about: "What people are to be told goes out within a day.",
    mend: "See sabc notice list, and whether sabc run due runs every minute.",
    level: "doubtful",
    sql: `select 'notice ' || n.id as row, n.purpose || ' waits since ' || to_char(n.made_at, 'YYYY-MM-DD') as what
          from notice n where n.state = 'waiting' and n.due_at < club_now() - interval '1 day' order by n.id`,
  },
  {
    name: "notices-did-not-fail",
    about: "No notice was given up.",
    mend: "Mend the address or the mail server, then: sabc notice retry.",
    level: "doubtful",
    sql: `select 'notice ' || n.id as row, n.purpose || ': ' || coalesce(n.failure, 'failed') as what
          from notice n where n.state = 'failed' order by n.id`,
  },
];
