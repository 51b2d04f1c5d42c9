import { button, type Face } from "../components.ts";
import { lineField, formOf } from "../form.ts";
import type { Form } from "../command.ts";
import { moment } from "../text.ts";
import { saidFace } from "./answer.message.ts";
import { nameOf } from "./words.message.ts";

/** Begins, or goes on where a code waits. */
const linkButton = button({ verb: "link", of: 0, numbers: [] }, { words: "Link my account", weight: "main" });

/** Opens the form that asks for the e-mail, whether a code waits or not. */
const anewButton = (words: string) => button({ verb: "link", of: 0, numbers: [1] }, { words });

const codeButton = button({ verb: "code", of: 0, numbers: [] }, { words: "Enter the code", weight: "main" });

export const emailForm = (): Form =>
  formOf(
    { verb: "link", of: 0, numbers: [] },
    {
      title: "Link your account",
      fields: [
        lineField("email", {
          label: "Your e-mail on the club's record",
          about: "A code is mailed there. Nobody else sees what you type here.",
          placeholder: "ann@example.org",
          most: 254,
        }),
      ],
    },
  );

export const codeForm = (): Form =>
  formOf(
    { verb: "code", of: 0, numbers: [] },
    {
      title: "Enter the code",
      fields: [
        lineField("code", {
          label: "The six digits from the mail",
          about: "They are good for ten minutes.",
          placeholder: "123456",
          most: 10,
        }),
      ],
    },
  );

/** The same whether the club knows the address or not. */
export const codeAskedFace = ({ validUntil }: { validUntil: string }): Face =>
  saidFace(
    [
      "If the club has that e-mail on record, a mail with six digits is on its way to it.",
      `Enter them here: they are good until ${moment(validUntil, "R")}. No mail after some minutes? Look into spam, or ask an officer which address the club has.`,
    ],
    [codeButton, anewButton("Another e-mail")],
  );

/** A code that was asked for before still waits: the answer that said so may be gone from the screen. */
export const codeWaitsFace = ({ validUntil }: { validUntil: string }): Face =>
  saidFace(
    [
      `A code was asked for with this account, good until ${moment(validUntil, "R")}. Enter the six digits from the mail.`,
    ],
    [codeButton, anewButton("Another e-mail")],
  );

export const wrongCodeFace = ({ triesLeft }: { triesLeft: number }): Face =>
  triesLeft === 0
    ? saidFace(
        ["That is not the code, and it was the last try. Ask for a new one."],
        [anewButton("New code")],
      )
    : saidFace(
        [`That is not the code. You may try ${triesLeft === 1 ? "once more" : `${triesLeft} more times`}.`],
        [codeButton, anewButton("New code")],
      );

export const linkedFace = ({ name }: { name: string }): Face =>
  saidFace([
    `Your Discord account is linked: you are **${nameOf(name, 80)}** here. You vote with the buttons, and /me shows what the club knows of you.`,
  ]);

export const linkedAlreadyFace = ({ name }: { name: string }): Face =>
  saidFace([
    `Your Discord account is linked to **${nameOf(name, 80)}** already. Not you? /unlink, then link it again.`,
  ]);

export const unlinkedFace = (): Face =>
  saidFace(
    ["Your Discord account is nobody's now. What you voted stays. You can link it again whenever you like."],
    [linkButton],
  );

/** Where codes cannot be mailed. */
export const noMailFace = ({ discordId }: { discordId: string }): Face =>
  saidFace([
    `The club sends no mail yet, so no code can reach you. Give an officer this number, and they link you: \`${discordId}\``,
  ]);

/** Why a code was of no use; what to press next. */
export const codeRefusedFace = (words: string): Face => saidFace([words], [anewButton("New code")]);
