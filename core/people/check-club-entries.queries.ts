import { anglersSummed } from "../results/angler-sums.queries.ts";
import { anglersTotalled } from "../results/angler-totals.queries.ts";
import { bestsFound, seasonsSummed } from "../results/season-sums.queries.ts";
import { summed } from "../results/tournament-sums.queries.ts";
import { traced } from "./check-club-constraints.queries.ts";
import type { SqlCheck } from "./check-club.rules.ts";
import { tournamentOf } from "./check-club-calendar.queries.ts";

/** What has to be so of boats, those aboard and their bags, beyond what each row says by itself. */
export const entryChecks: SqlCheck[] = [
  {
    name: "one-crew-place-per-angler",
    about: "An angler is in a tournament once, in one boat or one buy-in.",
    mend: "Delete the entry that is wrong: sabc results delete.",
    level: "wrong",
    sql: `select 'crew ' || string_agg(c.id::text, ', ' order by c.id) as row,
                 max(a.name) || ' is in ' || ${tournamentOf("c.tournament_id")} || ' ' || count(*) || ' times' as what
          from crew c join angler a on a.id = c.angler_id
          group by c.tournament_id, c.angler_id having count(*) > 1 order by 1`,
  },
  {
    name: "crew-is-one-or-two",
    about: "A boat or a buy-in has one or two anglers.",
    mend: "Enter the boat again with those aboard: sabc results enter. One without anybody: sabc results delete.",
    level: "wrong",
    sql: `select 'entry ' || n.id as row, count(c.id) || ' aboard in ' || ${tournamentOf("n.tournament_id")} as what
          from entry n left join crew c on c.entry_id = n.id
          group by n.id, n.tournament_id having count(c.id) not between 1 and 2 order by n.id`,
  },
  {
    name: "crew-is-in-its-entrys-tournament",
    about: "Whoever is aboard is in the boat's tournament.",
    mend: traced,
    level: "wrong",
    sql: `select 'crew ' || c.id as row, 'is in ' || ${tournamentOf("c.tournament_id")} || ', its boat in ' || ${tournamentOf("n.tournament_id")} as what
          from crew c join entry n on n.id = c.entry_id where c.tournament_id <> n.tournament_id order by c.id`,
  },
  {
    name: "bag-is-of-somebody-aboard",
    about: "A bag belongs to the boat or to somebody aboard, and so does who caught its big bass.",
    mend: "Correct the bag: sabc results correct.",
    level: "wrong",
    sql: `select 'bag ' || b.id as row, a.name || ' is not aboard that boat of ' || ${tournamentOf("n.tournament_id")} as what
          from bag b join entry n on n.id = b.entry_id
          cross join lateral (values (b.angler_id), (b.caught_by_id)) someone (id)
          join angler a on a.id = someone.id
          where not exists (select from crew c where c.entry_id = b.entry_id and c.angler_id = someone.id)
          group by b.id, a.name, n.tournament_id order by b.id`,
  },
  {
    name: "buy-in-has-no-bag",
    about: "Who bought in did not fish and has no bag.",
    mend: "Delete the entry, then enter it as what it was: sabc results delete.",
    level: "wrong",
    sql: `select 'bag ' || b.id as row, 'is of a buy-in in ' || ${tournamentOf("n.tournament_id")} as what
          from bag b join entry n on n.id = b.entry_id where n.kind = 'buy-in' order by b.id`,
  },
  {
    name: "boat-brings-one-kind-of-bag",
    about: "On one day a boat weighs a common bag or one of each aboard, not both.",
    mend: "Correct the boat: sabc results correct.",
    level: "wrong",
    sql: `select 'entry ' || b.entry_id as row, 'has a common bag and an angler''s on day ' || b.day as what
          from bag b group by b.entry_id, b.day
          having bool_or(b.angler_id is null) and bool_or(b.angler_id is not null) order by b.entry_id, b.day`,
  },
  {
    name: "member-that-day",
    about:
      "Who fished as a member was one on the tournament's first day, by today's record, and a guest was none.",
    mend: "What was kept that day stays, whatever was said of the status later. Was it wrong that day, correct the entry.",
    level: "doubtful",
    sql: `select 'crew ' || c.id as row,
                 a.name || ' fished ' || ${tournamentOf("c.tournament_id")} || case when c.was_member then ' as a member, by the record was none' else ' as a guest, by the record was a member' end as what
          from crew c join angler a on a.id = c.angler_id
          join tournament t on t.id = c.tournament_id join event e on e.id = t.event_id
          where a.erased_on is null and c.was_member <> coalesce((
            select status = 'member' from angler_status s
            where s.angler_id = c.angler_id and s.from_day <= e.first_day order by s.from_day desc limit 1), false)
          order by c.id`,
  },
  {
    name: "results-are-added-up",
    about: "What is written down as the sum of a tournament's results is their sum.",
    mend: "Write them down again: sabc database rebuild.",
    level: "wrong",
    sql: `with made as (${summed} from result group by tournament_id, ranking)
          select 'tournament ' || wrong.tournament_id as row,
                 'of ' || ${tournamentOf("wrong.tournament_id")} || ' the sum of the ' || wrong.ranking || 's is not what their results come to' as what
          from ((table made except table tournament_sum) union (table tournament_sum except table made)) wrong
          group by wrong.tournament_id, wrong.ranking order by wrong.tournament_id, wrong.ranking`,
  },
  {
    name: "seasons-are-added-up",
    about: "What is written down of what anglers did in a season is what its results say.",
    mend: "Write them down again: sabc database rebuild.",
    level: "wrong",
    sql: `with made as (${anglersSummed("true")})
          select 'season ' || s.year as row,
                 'of ' || count(distinct wrong.angler_id) || ' of its anglers it is not said what they did' as what
          from ((table made except table angler_sum) union (table angler_sum except table made)) wrong
          join season s on s.id = wrong.season_id
          group by s.year order by s.year`,
  },
  {
    name: "years-are-added-up",
    about:
      "What is written down of what a closed season came to, and of the heaviest of its tournaments, is what its results say.",
    mend: "Write them down again: sabc database rebuild.",
    level: "wrong",
    sql: `with made as (${seasonsSummed("s.closed")}), found as (${bestsFound("s.closed")})
          select 'season ' || s.year as row, what
          from (
            select season_id, 'what it came to is not what its results say' as what
            from ((table made except table season_sum) union (table season_sum except table made)) wrong
            union
            select season_id, 'of ' || count(distinct tournament_id) || ' of its tournaments the heaviest is not what its results say'
            from ((table found except table tournament_best) union (table tournament_best except table found)) wrong
            group by season_id
          ) either join season s on s.id = season_id
          order by s.year, what`,
  },
  {
    name: "anglers-are-added-up",
    about: "What is written down of what closed seasons brought an angler is the sum of them.",
    mend: "Write them down again: sabc database rebuild.",
    level: "wrong",
    sql: `with made as (${anglersTotalled})
          select 'angler ' || wrong.angler_id as row, 'of ' || a.name || ' the sum of the seasons is another' as what
          from ((table made except table angler_total) union (table angler_total except table made)) wrong
          join angler a on a.id = wrong.angler_id
          group by wrong.angler_id, a.name order by wrong.angler_id`,
  },
  {
    name: "awards-are-of-who-fished",
    about:
      "Who has an award of a closed season, as it is written down, fished there, and where it was won is of it.",
    mend: "Write them down again: sabc database rebuild.",
    level: "wrong",
    sql: `with won as (
            select s.id, s.year, s.rules #>> array['awards', a.award::text, 'title'] as title,
                   (winner ->> 'tournamentId')::int as tournament_id, winner -> 'who' as who
            from season_award a join season s on s.id = a.season_id
            cross join lateral jsonb_array_elements(a.winners) winner
          )
          select 'season ' || year as row, coalesce(a.name, 'angler ' || one) || ' has ' || coalesce(title, 'an award that it does not give') || ' and fished none of it' as what
          from won cross join lateral jsonb_array_elements_text(who) one left join angler a on a.id = one::int
          where title is null or not exists (
            select from crew c join tournament t on t.id = c.tournament_id and t.state = 'official'
            where t.season_id = won.id and one::int in (c.angler_id, c.stands_in_for_id))
          union all
          select 'season ' || year, title || ' was won at tournament ' || tournament_id || ', which is none of it'
          from won where not exists (select from tournament t where t.id = tournament_id and t.season_id = won.id)
            and tournament_id is not null
          order by 1, 2`,
  },
  {
    name: "awards-are-written-down",
    about:
      "Who has the awards of a closed season is written down; until then it is worked out wherever it is shown.",
    mend: "Write them down: sabc database rebuild.",
    level: "doubtful",
    sql: `select 'season ' || year as row, 'it is not written down who has its awards' as what
          from season s where closed
            and jsonb_array_length(jsonb_path_query_array(rules, '$.awards[*]')) <> (select count(*) from season_award where season_id = s.id)
          order by year`,
  },
];
