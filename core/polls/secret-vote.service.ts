import { randomInt } from "node:crypto";
import { authorize } from "../actor.ts";
import { conflict } from "../errors.ts";
import type { Work } from "../work.ts";
import type { Choice } from "./ballot.rules.ts";
import type { PollPaper } from "./poll-row.queries.ts";
import { countRoll, shuffleSelections } from "./secret.queries.ts";
import { Selection } from "./selection.entity.ts";
import { writeRoll } from "./vote.queries.ts";
import { refuseVote } from "./vote-refusal.service.ts";

interface SecretCasting {
  row: PollPaper;
  angler: number;
  choices: readonly Choice[];
  /** When it was pressed, as far as it counts; it decides whether it is in time, and is kept nowhere. */
  clickedAt: string | null;
}

interface SecretBallot {
  outcome: "secret";
  choices: [];
  previous: [];
  /** Shown to the voter this once; after the close each finds its own in the list. */
  receipts: { question: number; receipt: string }[];
}

/** The few ballots after which the answers are written anew in random order, so that no row tells whose it is. */
const batch = 5;

/** Enters the member on the roll and puts the answers in the box; final. Nothing stored joins the two. */
export async function castSecretly(
  work: Work,
  { row, angler, choices, clickedAt }: SecretCasting,
): Promise<SecretBallot> {
  authorize(work, "castVote", { roles: [], self: angler });
  const entered = await writeRoll(work, { poll: row.id, angler, clickedAt });
  if (entered === "not-open") throw await refuseVote(work, { row, angler });
  if (entered === "there")
    throw conflict(
      "secret-ballot-in",
      "Your secret ballot is in already. It is final, and nobody knows which one it is.",
    );
  const receipts = choices.map(({ question }) => ({ question, receipt: drawReceipt() }));
  await work.em.insertMany(
    Selection,
    choices.map(({ question, option }, at) => ({
      ballot: null,
      question,
      option,
      receipt: receipts[at]!.receipt,
    })),
  );
  if ((await countRoll(work, { poll: row.id })) % batch === 0)
    await shuffleSelections(work, { poll: row.id });
  return { outcome: "secret", choices: [], previous: [], receipts };
}

// Without letters and digits that look like each other.
const alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** `7KQ2-M9XT-4RPW`: about 58 bits. */
const drawReceipt = (): string =>
  Array.from({ length: 3 }, () =>
    Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join(""),
  ).join("-");
