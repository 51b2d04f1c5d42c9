export const firstOf = (table: string, where = "true") => `(select min(id) from ${table} where ${where})`;
const official = `(select min(id) from tournament where state = 'official')`;
export const drop = (table: string, constraint: string) =>
  `alter table ${table} drop constraint ${constraint}`;
const notice = (facts: string, more = "'waiting', club_now() - interval '2 days'") =>
  `insert into notice (purpose, recipient_id, occasion, facts, token, state, due_at)
   values ('news', ${firstOf("angler")}, 'x', '${facts}', 'x', ${more})`;

/** A check, what breaks exactly that, and how the first finding is told. */
export const breaks: [string, string[], RegExp][] = [
  [
    "constraints-are-in-force",
    [
      drop("bag", "dead_fish_within_fish"),
      "alter table bag add constraint dead_fish_within_fish check (dead <= fish) not valid",
    ],
    /^bag: dead_fish_within_fish is not validated$/,
  ],
  [
    "triggers-are-on",
    ["alter table audit_record disable trigger audit_record_is_never_changed"],
    /^audit_record: audit_record_is_never_changed is switched off$/,
  ],
  [
    "indexes-are-whole",
    ["update pg_index set indisvalid = false where indexrelid = 'one_angler_per_email'::regclass"],
    /^angler: one_angler_per_email is not whole$/,
  ],
  [
    "rows-keep-their-bounds",
    [
      drop("bag", "dead_fish_within_fish"),
      `update bag set dead = fish + 1 where id = ${firstOf("bag", "fish > 0")}`,
    ],
    /^bag \d+: dead fish within fish: that is not so$/,
  ],
  [
    "rows-keep-their-bounds",
    [
      drop("bag", "big_bass_within_the_bag"),
      `update bag set big_bass = gross + 1 where id = ${firstOf("bag", "gross > 0 and not measured and not net_only")}`,
    ],
    /^bag \d+: big bass within the bag: that is not so$/,
  ],
  [
    "rows-keep-their-bounds",
    [
      drop("event", "event_first_day_comes_first"),
      `update event set last_day = first_day - 1 where id = ${firstOf("event")}`,
    ],
    /^event \d+: event first day comes first: that is not so$/,
  ],
  [
    "no-row-is-an-orphan",
    [`update angler_status set angler_id = 999999 where id = ${firstOf("angler_status")}`],
    /^angler status \d+: status of an angler: no such angler$/,
  ],
  [
    "no-row-is-an-orphan",
    [`delete from season where id = ${firstOf("season")}`],
    /: tournament in a season|: no such season$/,
  ],
  [
    "no-row-has-a-twin",
    [
      "drop index one_angler_per_email",
      `update angler set email = case when id = ${firstOf("angler")} then 'Eve@club.example' else 'eve@club.example' end
       where id in (select id from angler order by id limit 2)`,
    ],
    /^angler \d+, angler \d+: one angler per email: there are several$/,
  ],
  [
    "no-row-has-a-twin",
    [
      "drop index one_officer_per_office_and_year",
      `insert into officer_term (angler_id, office, year) values (${firstOf("angler")}, 'Scribe', 2026), (${firstOf("angler")}, 'scribe', 2026)`,
    ],
    /^officer term \d+, officer term \d+: one officer per office and year/,
  ],
  [
    "no-row-has-a-twin",
    [
      drop("bag", "one_bag_per_angler_and_day"),
      `insert into bag (entry_id, angler_id, day) select entry_id, angler_id, day from bag where id = ${firstOf("bag", "angler_id is null")}`,
    ],
    /^bag \d+, bag \d+: one bag per angler and day/,
  ],
  [
    "numbers-are-ahead",
    [`update angler_status set id = 900000 where id = ${firstOf("angler_status")}`],
    /^angler_status: the highest number is 900000, the next to be given is \d+$/,
  ],
  [
    "one-crew-place-per-angler",
    [
      drop("crew", "one_crew_place_per_angler"),
      `update crew set angler_id = (select angler_id from crew c where c.tournament_id = ${official} order by c.id limit 1)
       where id = (select max(id) from crew where tournament_id = ${official})`,
    ],
    /^crew \d+, \d+: .+ is in 20\d\d-\d\d .+ 2 times$/,
  ],
  [
    "crew-is-one-or-two",
    [`insert into entry (tournament_id) values (${official})`],
    /^entry \d+: 0 aboard in 20/,
  ],
  [
    "crew-is-in-its-entrys-tournament",
    [
      drop("crew", "one_crew_place_per_angler"),
      `update crew set tournament_id = (select max(id) from tournament) where id = ${firstOf("crew")}`,
    ],
    /^crew \d+: is in 20.+, its boat in 20/,
  ],
  [
    "bag-is-of-somebody-aboard",
    [
      `update bag set caught_by_id = (
         select a.id from angler a
         where not exists (select from crew c where c.entry_id = bag.entry_id and c.angler_id = a.id) limit 1)
       where id = ${firstOf("bag", "big_bass is not null")}`,
    ],
    /^bag \d+: .+ is not aboard that boat of 20/,
  ],
  [
    "buy-in-has-no-bag",
    [
      `update entry set kind = 'buy-in', boat_number = null, weigh_in_order = null
       where id = (select entry_id from bag order by id limit 1)`,
    ],
    /^bag \d+: is of a buy-in in 20/,
  ],
  [
    "boat-brings-one-kind-of-bag",
    [
      `insert into bag (entry_id) select entry_id from bag where id = ${firstOf("bag", "angler_id is not null")}`,
    ],
    /^entry \d+: has a common bag and an angler's on day 1$/,
  ],
  [
    "member-that-day",
    [`update crew set was_member = false where id = ${firstOf("crew", "was_member")}`],
    /^crew \d+: .+ fished 20.+ as a guest, by the record was a member$/,
  ],
  [
    "tournament-has-its-event",
    [
      "insert into event (kind, name, first_day, last_day) values ('tournament', 'Lost', '2026-12-01', '2026-12-01')",
    ],
    /^event \d+: Lost is a tournament without a competition$/,
  ],
  [
    "tournament-is-in-its-year",
    [
      `update event set first_day = first_day - 800 where id = (select event_id from tournament where id = ${official})`,
    ],
    /^tournament 20\d\d-\d\d .+: its first day is 20/,
  ],
  [
    "official-was-held",
    [
      `update event set first_day = '2090-01-01', last_day = '2090-01-01'
       where id = (select event_id from tournament where id = ${official})`,
    ],
    /is official, and its first day is 2090-01-01$/,
  ],
  [
    "ruling-is-of-its-season",
    [
      `update ruling r set season_id = (select max(id) from season s where s.id <> (select season_id from tournament t where t.id = r.tournament_id))
       where id = ${firstOf("ruling", "tournament_id is not null")}`,
    ],
    /^ruling \d+: is of 20.+ and of the season 20/,
  ],
  [
    "meeting-was-attended",
    [
      `insert into attendance (angler_id, meeting_id, season_id)
       select ${firstOf("angler")}, event_id, season_id from tournament where id = ${official}`,
    ],
    /^attendance \d+: .+ is a tournament$/,
  ],
  [
    "status-from-the-start",
    [`delete from angler_status where angler_id = ${firstOf("angler")}`],
    /^angler \d+: .+ has no status$/,
  ],
  [
    "erased-are-forgotten",
    [
      `update angler set erased_on = '2026-01-01', email = null, phone = null where id = ${firstOf("angler")}`,
    ],
    /^angler \d+: was erased on 2026-01-01 and has a personal value left$|has a role left$|has an alias left$/,
  ],
  [
    "merged-are-gone",
    [`insert into angler_merge (kept_id, gone_id) select min(id), max(id) from angler`],
    /^angler \d+: .+ was merged into angler \d+$/,
  ],
  [
    "dues-cover-whole-years",
    [
      `update dues_payment set covers_to = covers_to - 1 where id = ${firstOf("dues_payment", "voided_at is null")}`,
    ],
    /^dues payment \d+: .+: from 20\d\d-\d\d-\d\d to 20\d\d-12-30$/,
  ],
  [
    "dues-are-paid-once",
    [
      `insert into dues_payment (angler_id, cents, method, paid_on, covers_from, covers_to, recorded_by_kind, recorded_by_name)
       select angler_id, cents, method, paid_on, covers_from, covers_to, recorded_by_kind, recorded_by_name
       from dues_payment where id = ${firstOf("dues_payment", "voided_at is null")}`,
    ],
    /^dues payment \d+, \d+: .+ paid twice for 20.+ to 20/,
  ],
  [
    "wordings-are-numbered",
    [
      `insert into page_revision (slug, revision, body, saved_by_kind, saved_by_name) values ('join', 7, 'X', 'operator', 'x')`,
    ],
    /^page join: \d+ wordings, numbered \d+ to 7$/,
  ],
  ["notices-are-sent", [notice("{}")], /^notice \d+: news waits since 20/],
  ["notices-did-not-fail", [notice("{}", "'failed', club_now()")], /^notice \d+: news: failed$/],
  ["notices-can-be-written", [notice('{"slug": "x", "title": "X"}')], /^notice \d+: body /],
  [
    "pot-lines-are-of-their-season",
    [
      `update pot_movement m set season_id = (select max(id) from season s where s.id <> m.season_id)
       where id = ${firstOf("pot_movement", "tournament_id is not null")}`,
    ],
    /^pot movement \d+: is of 20.+ and of the season 20/,
  ],
  [
    "pot-lines-are-taken-back-whole",
    [
      `update pot_movement set reverses_id = ${firstOf("pot_movement")} where id = (select max(id) from pot_movement where reverses_id is null)`,
    ],
    /^pot movement \d+: takes back \d+, and is not the same the other way$/,
  ],
  [
    "pot-is-never-below-zero",
    [`update pot_movement set cents = -999999 where id = ${firstOf("pot_movement")}`],
    /^pot movement \d+: after it .+ held less than nothing$/,
  ],
  [
    "only-official-ones-move-pots",
    [
      `update tournament set state = 'provisional' where id = (
         select tournament_id from pot_movement group by 1 having sum(cents) <> 0 order by 1 limit 1)`,
    ],
    /^tournament 20.+: is provisional and moved /,
  ],
  [
    "polls-recount",
    [
      `insert into poll (kind, title, opens_at, closes_at, totals, decision, tie, tallied_at, electorate, ballots, result, result_hash)
       values ('choice', 'Cap', club_now() - interval '2 days', club_now() - interval '1 day', 'live', 'plurality', 'coin',
               club_now(), 0, 0, '{"tallies": []}', repeat('0', 64))`,
    ],
    /^poll \d+: Cap: The answers are not those that were counted\.$/,
  ],
  [
    "polls-recount",
    [
      `insert into poll (kind, title, opens_at, closes_at, totals, decision, tie, tallied_at, electorate, ballots, result, result_hash)
       values ('choice', 'Cap', club_now() - interval '2 days', club_now() - interval '1 day', 'live', 'plurality', 'coin',
               club_now(), 0, 0, '[]', repeat('0', 64))`,
    ],
    /^all: could not be checked: /,
  ],
  [
    "audit-log-verifies",
    ["insert into audit_seal (last_record_id, records, hash) values (5, 5, repeat('0', 64))"],
    /^audit records 1 to 5: are not as they were sealed: changed$/,
  ],
  [
    "audit-log-verifies",
    [`update audit_personal set value = 'Eve Doe' where id = ${firstOf("audit_personal")}`],
    /^audit record \d+: its .+ is not what was recorded$/,
  ],
  [
    "rules-can-be-read",
    [`update season set rules = rules - 'ranked' where id = ${firstOf("season")}`],
    /^season 20\d\d: ranked /,
  ],
  [
    "tournaments-are-numbered",
    [`update tournament set number = number + 50 where id = ${firstOf("tournament", "state = 'scheduled'")}`],
    /^20\d\d-\d+ .+: by its day it is number \d+$/,
  ],
  [
    "entries-are-possible",
    [`update bag set short = fish + 1 where id = ${firstOf("bag", "fish > 0")}`],
    /^bag \d+: 20.+ short of \d+ fish cannot be\.$/,
  ],
  [
    "entries-are-likely",
    [
      `update bag set gross = fish * 250000 where id = ${firstOf("bag", "fish > 0 and gross > 0 and not measured")}`,
    ],
    /^bag \d+: 20.+ more than 20 lb\. Check the weight and the count\.$/,
  ],
  [
    "results-are-as-the-rules-say",
    [`update result set gross = gross + 1 where id = ${firstOf("result", "gross > 0")}`],
    /^20\d\d-\d\d .+: 1 written-down result is not what the rules answer$/,
  ],
  [
    "results-are-added-up",
    [
      `update tournament_sum set weight = weight + 1 where (tournament_id, ranking) = (select min(tournament_id), 'boat' from tournament_sum)`,
    ],
    /^tournament \d+: of 20\d\d-\d\d .+ the sum of the boats is not what their results come to$/,
  ],
  [
    "seasons-are-added-up",
    ["update angler_sum set wins = wins + 1 where season_id = (select min(season_id) from angler_sum)"],
    /^season 20\d\d: of \d+ of its anglers it is not said what they did$/,
  ],
  [
    "years-are-added-up",
    ["update season_sum set starts = starts + 1 where season_id = (select min(season_id) from season_sum)"],
    /^season 20\d\d: what it came to is not what its results say$/,
  ],
  [
    "years-are-added-up",
    [
      `update tournament_best set bag = bag + 1 where tournament_id = (select min(tournament_id) from tournament_best where bag > 0)`,
    ],
    /^season 20\d\d: of 1 of its tournaments the heaviest is not what its results say$/,
  ],
  [
    "anglers-are-added-up",
    ["update angler_total set wins = wins + 1 where angler_id = (select min(angler_id) from angler_total)"],
    /^angler \d+: of .+ the sum of the seasons is another$/,
  ],
  [
    "awards-are-of-who-fished",
    [
      `update season_award set winners = jsonb_set(winners, '{0,who,0}', '999999')
       where (season_id, award) = (select min(season_id), 0 from season_award)`,
    ],
    /^season 20\d\d: angler 999999 has Angler of the Year and fished none of it$/,
  ],
  [
    "awards-are-of-who-fished",
    [
      `update season_award set winners = jsonb_set(winners, '{0,tournamentId}', '999999')
       where (season_id, award) = (select min(season_id), 0 from season_award)`,
    ],
    /^season 20\d\d: Angler of the Year was won at tournament 999999, which is none of it$/,
  ],
  [
    "awards-are-written-down",
    ["delete from season_award where award = 1"],
    /^season 20\d\d: it is not written down who has its awards$/,
  ],
  [
    "standings-are-as-worked-out",
    [
      `update season_standing set races = jsonb_set(races, '{0,rows,0,place}', '99')
       where season_id = (select min(season_id) from season_standing)`,
    ],
    /^season 20\d\d: its standings or awards are written down otherwise than its results come to$/,
  ],
  [
    "places-are-dense",
    [`update result set place = place + 50 where id = ${firstOf("result", "place = 1")}`],
    /^20\d\d-\d\d .+: place \d+ of the (angler|boat)s stands in the wrong spot$/,
  ],
  [
    "pots-are-as-drawn",
    [`update pot_movement set cents = cents + 100 where id = ${firstOf("pot_movement", "kind = 'fees'")}`],
    /^20\d\d-\d\d .+: the ledger of .+ (lacks|should not have) fees of \$/,
  ],
  [
    "payments-are-within-what-is-owed",
    [
      `insert into entry_payment (entry_id, cents, method, recorded_by_kind, recorded_by_name)
       values (${firstOf("entry")}, 999900, 'cash', 'operator', 'x')`,
    ],
    /^entry \d+: 20.+: \$\d+.+ taken, \$\d.+ owed$/,
  ],
];
