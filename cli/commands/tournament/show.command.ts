import { printMoney } from "#core/money.ts";
import type { TournamentShown } from "#core/tournaments/tournaments.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { tournament } from "../../familiar.ts";
import { onClock } from "../../exact.ts";
import { facts } from "../../output.ts";
import { tournamentJson } from "../../results-json.ts";

export const command = defineCommand({
  summary: "Show one tournament: day, lake, ramp, times, limit and fee.",
  parameters: { tournament },
  examples: ["sabc tournament show next", "sabc tournament show 2026-03 --json"],
  input: ({ tournament: reference }) => ({ reference }),
  async run(context, input) {
    const { getTournament } = await import("#core/tournaments/tournaments.service.ts");
    const { DateTime } = await import("luxon");
    return context.read(async (work) => {
      const shown = await getTournament(work, input);
      const until =
        shown.protestDeadline && DateTime.fromISO(shown.protestDeadline, { zone: work.now.zone }).toISO();
      return { shown, until };
    });
  },
  output: ({ shown, until }) => ({
    json: { tournament: tournamentJson(shown) },
    sections: [facts(columns, { ...shown, until })],
    notes: nextSteps(shown),
  }),
});

/** What an officer does next with a tournament of this state. */
function nextSteps({ state, cancelled, id }: TournamentShown): string[] {
  if (cancelled !== null) return [];
  if (state === "scheduled") return [`When the scales open: sabc results enter ${id}`];
  if (state === "weighing")
    return [`Next: sabc results enter ${id}; when all have weighed, sabc tournament provisional ${id}`];
  if (state === "provisional") return [`Next: sabc tournament official ${id}`];
  return [`Its results: sabc results show ${id}`];
}

const columns = columnsOf<TournamentShown & { until: string | null }>({
  id: "count",
  name: "text",
  number: { kind: "word", value: ({ season, number }) => `${number} of ${season}` },
  state: "word",
  firstDay: { kind: "word", header: "Day" },
  lastDay: { kind: "word", header: "Last day", unless: ({ firstDay, lastDay }) => lastDay === firstDay },
  lake: { value: ({ lake }) => lake?.name ?? null },
  ramp: { value: ({ ramp }) => ramp?.name ?? null },
  firstCast: { kind: "word", header: "First cast" },
  weighIn: { kind: "word", header: "Weigh-in" },
  limit: { kind: "word", value: ({ limit }) => `${limit.fish} fish per ${limit.per}` },
  fee: { kind: "word", value: ({ fee }) => fee && `${printMoney(fee.cents)} per ${fee.per}` },
  description: { unless: ({ description }) => description === null },
  until: {
    kind: "word",
    header: "Protests until",
    value: ({ until }) => until && onClock(until),
    unless: ({ until }) => until === null,
  },
  cancelled: {
    value: ({ cancelled }) => cancelled && `${cancelled.on}: ${cancelled.reason}`,
    unless: ({ cancelled }) => cancelled === null,
  },
});
