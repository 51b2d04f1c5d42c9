import type { PollShown, QuestionShown } from "#core/polls/polls.service.ts";
import type { Form } from "../command.ts";
import { choiceField, formOf, lineField, textField } from "../form.ts";
import { cut } from "../text.ts";
import { inParts } from "./words.message.ts";

/** `2026-03-15T18:00:00-05:00` as an officer would type it. */
const typedMoment = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;

const reason = (about: string) => lineField("reason", { label: "Why", about, most: 200 });
const closes = (value: string) =>
  lineField("closes", { label: "Closes", about: "The club's clock.", value, most: 30 });

/** The poll's words and window, to put right. Of a long text only the beginning fits: it is left out then. */
export const editForm = ({ id, title, description, opensAt, closesAt }: PollShown): Form =>
  formOf(
    { verb: "editpoll", of: id, numbers: [] },
    {
      title: `Poll ${id}`,
      fields: [
        lineField("title", { label: "What it asks", value: title, most: 120 }),
        lineField("opens", { label: "Opens", value: typedMoment(opensAt), most: 30 }),
        closes(typedMoment(closesAt)),
        ...((description ?? "").length > mostText
          ? []
          : [
              textField("description", {
                label: "Description",
                about: "Left empty: stays as it is.",
                value: description ?? "",
                most: mostText,
                optional: true,
              }),
            ]),
      ],
    },
  );

const mostText = 4_000;

export const reopenForm = ({ id, title }: PollShown): Form =>
  formOf(
    { verb: "reopenpoll", of: id, numbers: [] },
    {
      title: cut(`Open again: ${title}`, 45),
      fields: [
        lineField("closes", {
          label: "Closes then",
          about: "Ballots stay; what was decided is decided anew.",
          placeholder: "2026-03-15 18:00",
          most: 30,
        }),
        reason("It goes into the club's log."),
      ],
    },
  );

export const cancelForm = ({ id, title }: PollShown): Form =>
  formOf(
    { verb: "cancelpoll", of: id, numbers: [] },
    {
      title: cut(`Call off: ${title}`, 45),
      fields: [reason("Members see it. What was voted is kept and not counted.")],
    },
  );

/** Discord's forms have five fields, one of them is why. */
const mostLists = 4;

/** Whether a form has room for all that a poll asks. */
export const fitsForm = ({ questions }: PollShown): boolean =>
  questions.flatMap(({ options }) => inParts(options)).length <= mostLists;

/** A vote for a member who asked for it: a list for each question, and why. */
export const voteForForm = (poll: PollShown, { member, name }: { member: number; name: string }): Form =>
  formOf(
    { verb: "votefor", of: poll.id, numbers: [member] },
    {
      title: cut(`A vote for ${name}`, 45),
      fields: [
        ...poll.questions
          .flatMap((question) => listsOf(poll, question))
          .map((list, at) => choiceField(`list${at}`, list)),
        reason("Why they do not vote themselves. They are told at once, and may change it."),
      ],
    },
  );

/** A question's options in as many lists as it takes; one may be left empty where the answer may stand in another. */
function listsOf(poll: PollShown, { prompt, options }: QuestionShown) {
  const parts = inParts(options);
  const optional =
    poll.kind === "election" || parts.length > 1 || options.some(({ parentId }) => parentId !== null);
  return parts.map((part, at) => ({
    label: parts.length === 1 ? prompt : `${at + 1} of ${parts.length}: ${prompt}`,
    options: part.map(({ id, label, parentId }) => ({
      label: cut(`${parentOf(poll, parentId)}${label}`, 100),
      value: String(id),
    })),
    least: optional ? 0 : 1,
  }));
}

/** The lists of such a form, as far as there are any. */
export const listsOfForm: readonly string[] = Array.from({ length: mostLists }, (_, at) => `list${at}`);

/** A ramp is told with its lake. */
function parentOf({ questions }: { questions: QuestionShown[] }, parent: number | null): string {
  const above = questions.flatMap(({ options }) => options).find(({ id }) => id === parent);
  return above === undefined ? "" : `${above.label}: `;
}
