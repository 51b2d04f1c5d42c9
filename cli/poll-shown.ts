import type { OptionShown, PollShown, PollSummary, QuestionShown } from "#core/polls/polls.service.ts";
import { columnsOf } from "./columns.ts";
import { counted, onClock } from "./exact.ts";
import { facts, lines, type Output, type Section, table } from "./output.ts";

/** A poll with what it offers, as every command that changes one shows it. */
export function pollOutput(poll: PollShown, notes: string[] = []): Output {
  return { json: { poll }, sections: pollSections(poll), notes: [...notes, ...whatNext(poll)] };
}

function pollSections(poll: PollShown): Section[] {
  const labels = new Map(
    poll.questions.flatMap(({ options }) => options.map(({ id, label }) => [id, label])),
  );
  return [
    facts(columns, poll),
    ...(poll.description === null ? [] : [lines(poll.description.split("\n"), "What it is about")]),
    ...poll.questions.map((question) =>
      table(optionColumns(question, labels), question.options, titleOf(question)),
    ),
  ];
}

/** The question and, once it is counted, what became of it. */
function titleOf({ prompt, verdict }: QuestionShown): string {
  const words = {
    won: "",
    tied: ": a tie",
    waiting: ": waits for the tie before it",
    "no-majority": ": nothing has more than half",
    "no-votes": ": nobody voted",
    "not-asked": ": not asked",
  };
  return verdict === null ? prompt : `${prompt}${words[verdict]}`;
}

const columns = columnsOf<PollShown>({
  id: "count",
  title: "text",
  kind: { kind: "word", value: ({ kind, bylaw }) => (bylaw ? "bylaw" : kind) },
  state: "word",
  tournament: {
    value: ({ tournament }) => tournament && `${tournament.name} on ${tournament.firstDay}`,
    unless: ({ tournament }) => tournament === null,
  },
  year: { kind: "word", value: ({ year }) => year?.toString() ?? null, unless: ({ year }) => year === null },
  opens: { kind: "word", value: ({ opensAt }) => onClock(opensAt) },
  closes: { kind: "word", value: ({ closesAt }) => onClock(closesAt) },
  ballots: { kind: "word", value: ({ secret }) => (secret ? "secret" : "changeable until it closes") },
  counts: {
    kind: "word",
    value: ({ totals }) => (totals === "live" ? "shown while it is open" : "shown after it closes"),
  },
  decision: {
    kind: "word",
    value: ({ decision }) => (decision === "majority" ? "more than half wins" : "most ballots win"),
  },
  voted: { kind: "word", value: turnoutOf },
  cancelled: {
    value: ({ cancelled }) => cancelled?.reason ?? null,
    unless: ({ cancelled }) => cancelled === null,
  },
});

const optionColumns = (question: QuestionShown, labels: ReadonlyMap<number, string>) =>
  columnsOf<OptionShown>({
    id: "count",
    option: { value: ({ label }) => label },
    of: {
      value: ({ parentId }) => labels.get(parentId ?? 0) ?? null,
      unless: ({ parentId }) => parentId === null,
    },
    votes: "count",
    counted: {
      kind: "word",
      header: "",
      value: (option) => fateOf(option, question),
      unless: (option) => fateOf(option, question) === null,
    },
  });

function fateOf({ id, counts }: OptionShown, { winner, byRuling, tied }: QuestionShown): string | null {
  if (id === winner) return byRuling ? "won by a ruling" : "won";
  if (tied.includes(id)) return "tied";
  return counts ? null : "not counted";
}

export const summaryColumns = columnsOf<PollSummary>({
  id: "count",
  title: "text",
  kind: "word",
  state: "word",
  opens: { kind: "word", spare: true, value: ({ opensAt }) => onClock(opensAt) },
  closes: { kind: "word", value: ({ closesAt }) => onClock(closesAt) },
  voted: { kind: "word", value: turnoutOf },
  secret: { kind: "yes-no", spare: true, unless: ({ secret }) => !secret },
});

/** `15 of 31` */
function turnoutOf({ turnout }: PollSummary): string {
  return `${turnout.voted} of ${turnout.members}`;
}

/** What an officer does about a poll that waits. */
function whatNext(poll: PollShown): string[] {
  const tied = poll.questions.find(({ verdict }) => verdict === "tied");
  if (poll.state === "tied" && tied !== undefined) {
    const who = poll.tie === "president" ? "the president" : "a coin";
    const leaders = tied.options
      .filter(({ id }) => tied.tied.includes(id))
      .map(({ id, label }) => `${label} (${id})`);
    return [
      `${tied.prompt}: ${who} decides between ${leaders.join(" and ")}: sabc poll decide ${poll.id} OPTION --decided-by NAME.`,
    ];
  }
  if (poll.state !== "closed") return [];
  const { voted } = poll.turnout;
  const wait = voted === 1 ? "waits" : "wait";
  return [`${counted(voted, "ballot")} ${wait} to be counted: sabc poll close, or sabc run due.`];
}
