import type { TournamentShown } from "#core/tournaments/tournaments.service.ts";
import type { Context } from "./context.ts";
import { Cancelled } from "./errors.ts";
import type { Questions } from "./questions.ts";

/** The tournament with open scales: opened now where it is scheduled or provisional, after asking. */
export async function openScales(
  context: Context,
  { questions, reference }: { questions: Questions; reference: string },
): Promise<TournamentShown> {
  const { getTournament } = await import("#core/tournaments/tournaments.service.ts");
  const shown = await context.read((work) => getTournament(work, { reference }));
  const { id, name, firstDay, state } = shown;
  if (state !== "scheduled" && state !== "provisional") return mustBeOpen(shown);
  const message = `${name} (${firstDay}) is ${state}. Open the scales now?`;
  if (!(await questions.agree({ message, fallback: true }))) throw new Cancelled();
  const { openTournament } = await import("#core/tournaments/open-tournament.service.ts");
  return context.write((work) => openTournament(work, { tournament: id }));
}

async function mustBeOpen(shown: TournamentShown): Promise<TournamentShown> {
  const { id, name, state } = shown;
  if (state === "weighing") return shown;
  const { conflict } = await import("#core/errors.ts");
  if (state === "cancelled")
    throw conflict("tournament-cancelled", `${name} is cancelled; nothing is weighed there.`);
  throw conflict(
    "tournament-official",
    `${name} is official. Put a boat right with sabc results correct ${id}, or add one that was left out with sabc results enter ${id} --boat N --angler ANGLER … --reason TEXT.`,
  );
}

/** Which of several days is weighed; one alone is not asked about. */
export async function chooseDay(
  context: Context,
  { questions, tournament }: { questions: Questions; tournament: number },
): Promise<number> {
  const { getWeighIn } = await import("#core/results/weigh-in.service.ts");
  const { days, today } = await context.read((work) => getWeighIn(work, { tournament }));
  if (days === 1) return 1;
  const choices = Array.from({ length: days }, (_, at) => ({ name: `day ${at + 1}`, value: at + 1 }));
  return questions.choose({ message: "Which day is weighed", choices, fallback: today });
}
