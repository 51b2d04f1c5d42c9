import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Actor } from "#core/actor.ts";
import { clock } from "#core/actor.ts";
import { getTournament } from "#core/tournaments/tournaments.service.ts";
import { Notice } from "#core/notices/notice.entity.ts";
import { createPoll } from "#core/polls/create-poll.service.ts";
import { decidePoll } from "#core/polls/decide-poll.service.ts";
import { getPoll, type PollShown } from "#core/polls/polls.service.ts";
import { closeDuePolls } from "#core/polls/tally.service.ts";
import { verifyPoll } from "#core/polls/verify-poll.service.ts";
import { castProxy, withdrawProxy } from "#core/polls/proxy.service.ts";
import { castVote, withdrawVote } from "#core/polls/vote.service.ts";
import { acting, choose, office, pollClub } from "../../support/poll-club.ts";

const club = await pollClub({ members: 8 });
const { app, members } = club;
const [ann, bob, cal, dee, eve, fay] = members as [Actor, Actor, Actor, Actor, Actor, Actor];

const vote = (who: Actor, poll: PollShown, ...labels: string[]) =>
  app.write(who, (work) => castVote(work, { poll: String(poll.id), choices: choose(poll, ...labels) }));
const look = (poll: PollShown) => app.read(office, (work) => getPoll(work, { poll: poll.id }));
const close = () => closeDuePolls(app, { actor: clock });

describe("a location poll", { concurrency: false }, () => {
  let poll: PollShown;

  test("opens ten days before at six and closes seven before at eighteen, unless said otherwise", async () => {
    poll = await club.make();
    assert.deepEqual(
      [poll.state, poll.title, poll.opensAt, poll.closesAt],
      [
        "scheduled",
        "Lake, ramp and hours for March",
        "2026-03-12T06:00:00-05:00",
        "2026-03-15T18:00:00-05:00",
      ],
    );
    assert.deepEqual(
      poll.questions.map(({ prompt, options }) => [prompt, options.map(({ label }) => label)]),
      [
        ["Lake", ["North Lake", "South Lake"]],
        ["Ramp", ["Cove", "Pier", "Dam"]],
        ["Hours", ["6:30 am to 2:30 pm", "7:00 am to 3:00 pm"]],
      ],
    );
    await assert.rejects(vote(ann, poll, "North Lake", "Pier", "6:30 am to 2:30 pm"), {
      code: "poll-not-open-yet",
    });
    await assert.rejects(club.make(), { code: "one-location-poll-per-tournament" });
  });

  test("takes one ballot of each member, changed as often as they like", async () => {
    await club.at("2026-03-12T06:00");
    const first = await vote(ann, poll, "South Lake", "Dam", "6:30 am to 2:30 pm");
    assert.equal(first.outcome, "recorded");
    const same = await vote(ann, poll, "South Lake", "Dam", "6:30 am to 2:30 pm");
    assert.equal(same.outcome, "same");
    const changed = await vote(ann, poll, "North Lake", "Pier", "6:30 am to 2:30 pm");
    assert.deepEqual(
      [changed.outcome, changed.previous, changed.choices],
      [
        "changed",
        choose(poll, "South Lake", "Dam", "6:30 am to 2:30 pm"),
        choose(poll, "North Lake", "Pier", "6:30 am to 2:30 pm"),
      ],
    );
    assert.deepEqual((await look(poll)).turnout, { voted: 1, members: 8 });
  });

  test("shows no counts while it is open", async () => {
    const counts = (await look(poll)).questions.flatMap(({ options }) => options.map(({ votes }) => votes));
    assert.deepEqual(new Set(counts), new Set([null]));
  });

  const refused: [string, string[], string][] = [
    ["a ramp of another lake", ["North Lake", "Dam", "6:30 am to 2:30 pm"], "option-not-offered"],
    ["no ramp", ["North Lake", "6:30 am to 2:30 pm"], "answer-missing"],
    ["two lakes", ["North Lake", "South Lake", "Pier", "6:30 am to 2:30 pm"], "answered-twice"],
    ["nothing", [], "answer-missing"],
  ];
  for (const [label, labels, code] of refused) {
    test(`refuses ${label}`, () => assert.rejects(vote(bob, poll, ...labels), { code }));
  }

  test("refuses who is no current member", async () => {
    await assert.rejects(vote(acting(999, "Nobody"), poll, "South Lake", "Dam", "6:30 am to 2:30 pm"));
  });

  test("answers the same press once", async () => {
    const press = {
      poll: String(poll.id),
      choices: choose(poll, "South Lake", "Dam", "7:00 am to 3:00 pm"),
      request: "press-1",
    };
    const both = await Promise.all([1, 2].map(() => app.write(bob, (work) => castVote(work, press))));
    assert.deepEqual(both.map(({ outcome }) => outcome).toSorted(), ["recorded", "repeated"]);
    const later = await vote(bob, poll, "North Lake", "Cove", "7:00 am to 3:00 pm");
    assert.equal(later.outcome, "changed");
    const replay = await app.write(bob, (work) => castVote(work, press));
    assert.deepEqual(
      [replay.outcome, replay.choices],
      ["repeated", choose(poll, "North Lake", "Cove", "7:00 am to 3:00 pm")],
    );
  });

  test("lets an admin vote for a member, who is told and may change it", async () => {
    const input = {
      poll: String(poll.id),
      options: ["south lake", "Dam", "7:00 am to 3:00 pm"],
      member: String(cal.anglerId),
      reason: "no signal at the lake",
    };
    await app.write(office, (work) => castProxy(work, input));
    await assert.rejects(
      app.write(office, (work) => castProxy(work, input)),
      { code: "member-has-voted" },
    );
    const told = await app.read(office, (work) => work.em.find(Notice, { purpose: "proxy-ballot" }));
    assert.deepEqual(
      told.map(({ recipient, facts }) => [recipient.id, facts["choices"]]),
      [[cal.anglerId, "South Lake; Dam; 7:00 am to 3:00 pm"]],
    );
    const undo = { poll: "open", member: String(cal.anglerId), reason: "asked again" };
    await app.write(office, (work) => withdrawProxy(work, undo));
    await app.write(office, (work) =>
      castProxy(work, { ...input, options: ["North Lake", "Cove", "7:00 am to 3:00 pm"] }),
    );
    assert.equal((await vote(cal, poll, "South Lake", "Dam", "6:30 am to 2:30 pm")).outcome, "changed");
    await assert.rejects(
      app.write(office, (work) => withdrawProxy(work, undo)),
      { code: "no-proxy-ballot" },
    );
    await assert.rejects(
      app.write(office, (work) => castVote(work, { poll: "open", choices: [] })),
      { code: "not-linked" },
    );
  });

  test("takes a ballot back, and takes another after that", async () => {
    await vote(dee, poll, "South Lake", "Dam", "6:30 am to 2:30 pm");
    const taken = await app.write(dee, (work) => withdrawVote(work, { poll: String(poll.id) }));
    assert.deepEqual([taken.outcome, taken.choices], ["changed", []]);
    assert.deepEqual((await look(poll)).turnout, { voted: 3, members: 8 });
    await assert.rejects(
      app.write(dee, (work) => withdrawVote(work, { poll: "open" })),
      { code: "not-voted" },
    );
    assert.equal((await vote(dee, poll, "South Lake", "Dam", "6:30 am to 2:30 pm")).outcome, "recorded");
  });

  test("is counted five seconds after its close, once", async () => {
    await club.at("2026-03-15T18:00:00");
    await assert.rejects(vote(eve, poll, "South Lake", "Dam", "6:30 am to 2:30 pm"), {
      code: "poll-closed",
      details: { voted: false },
    });
    await assert.rejects(vote(ann, poll, "South Lake", "Dam", "6:30 am to 2:30 pm"), {
      details: { voted: true },
    });
    assert.deepEqual(await close(), []);
    await club.at("2026-03-15T18:00:06");
    const [counted] = await close();
    assert.deepEqual(
      [counted!.state, counted!.questions.map(({ verdict }) => verdict), counted!.turnout],
      ["tied", ["tied", "waiting", "won"], { voted: 4, members: 8 }],
    );
    assert.deepEqual(await close(), []);
  });

  test("waits for the tie to be decided between the tied, then sets the tournament", async () => {
    const lake = (label: string) => choose(poll, label)[0]!.option;
    const decide = (option: number) =>
      app.write(office, (work) =>
        decidePoll(work, { poll: String(poll.id), option, decidedBy: "President" }),
      );
    await assert.rejects(decide(choose(poll, "Pier")[0]!.option), { code: "option-not-tied" });
    const again = await decide(lake("North Lake"));
    assert.deepEqual(
      [again.state, again.questions.map(({ verdict }) => verdict)],
      ["tied", ["won", "tied", "won"]],
    );
    const decided = await decide(lake("Pier"));
    assert.equal(decided.state, "decided");
    await assert.rejects(decide(lake("Pier")), { code: "poll-not-tied" });
    const {
      lake: on,
      ramp,
      firstCast,
      weighIn,
    } = await app.read(office, (work) => getTournament(work, { reference: "2026-01" }));
    assert.deepEqual([on?.name, ramp?.name, firstCast, weighIn], ["North Lake", "Pier", "06:30", "14:30"]);
    const verified = await app.read(office, (work) => verifyPoll(work, { poll: String(poll.id) }));
    assert.deepEqual([verified.ok, verified.problems], [true, []]);
  });
});

describe("a secret election", { concurrency: false }, () => {
  let poll: PollShown;

  test("fills its offices with the winners, and knows nobody's choice", async () => {
    poll = await app.write(office, (work) =>
      createPoll(work, {
        kind: "election",
        year: 2027,
        closes: { day: "2026-03-20", time: "20:00" },
        offices: [
          { office: "President", candidates: [String(ann.anglerId), String(bob.anglerId)] },
          { office: "Treasurer", candidates: [String(cal.anglerId)] },
        ],
      }),
    );
    assert.equal(poll.secret, true);
    const receipts: string[] = [];
    for (const [voter, ...labels] of [
      [ann, "Member 0002"],
      [bob, "Member 0002", "Member 0003"],
      [cal, "Member 0001"],
      [dee, "Member 0003"],
      [eve, "Member 0002"],
      [fay, "Member 0001"],
    ] as [Actor, ...string[]][]) {
      const cast = await vote(voter, poll, ...labels);
      assert.equal(cast.outcome, "secret");
      receipts.push(...cast.receipts.map(({ receipt }) => receipt));
    }
    assert.equal(new Set(receipts).size, 7);
    await assert.rejects(vote(ann, poll, "Member 0001"), { code: "secret-ballot-in" });
    await assert.rejects(
      app.write(ann, (work) => withdrawVote(work, { poll: String(poll.id) })),
      { code: "secret-ballot-final" },
    );
    await club.at("2026-03-20T20:01");
    const [counted] = await close();
    assert.deepEqual(
      counted!.questions.map(({ prompt, options }) => [
        prompt,
        options.map(({ label, votes }) => `${label} ${votes}`),
      ]),
      [
        ["President", ["Member 0001 2", "Member 0002 3"]],
        ["Treasurer", ["Member 0003 2"]],
      ],
    );
    const rows = await app.read(office, (work) =>
      work.em.execute<{ office: string; angler_id: number }[]>(
        "select office, angler_id from officer_term where year = 2027 order by office",
      ),
    );
    assert.deepEqual(
      rows.map(({ office: held, angler_id: id }) => [held, id]),
      [
        ["President", bob.anglerId],
        ["Treasurer", cal.anglerId],
      ],
    );
  });

  test("leaves answers that neither order, nor id, nor transaction join to the roll", async () => {
    const [traces] = await app.read(office, (work) =>
      work.em.execute<{ transactions: number; shared: number; ballots: number }[]>(
        `select count(distinct s.xmin::text)::int as transactions,
                (select count(*) from roll r where exists (select from selection z where z.receipt is not null and z.xmin = r.xmin))::int as shared,
                (select count(*) from ballot where poll_id = ?)::int as ballots
         from selection s where s.receipt is not null`,
        [poll.id],
      ),
    );
    assert.deepEqual(traces, { transactions: 1, shared: 0, ballots: 0 });
  });

  test("has in the log who voted, in order of name, and nothing of what or when", async () => {
    const rows = await app.read(office, (work) =>
      work.em.execute<{ subject: string; after: unknown }[]>(
        "select subject, after from audit_record where subject in ('roll', 'selection') or (subject = 'ballot' and after->>'poll' = ?)",
        [String(poll.id)],
      ),
    );
    const voters = [ann, bob, cal, dee, eve, fay].map(({ anglerId }) => anglerId);
    assert.deepEqual(rows, [{ subject: "roll", after: { voted: 6, anglers: voters } }]);
  });
});
