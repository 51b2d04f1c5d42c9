import type { LocationPollDefaults } from "#core/polls/poll-defaults.service.ts";
import type { CreatePoll } from "#core/polls/polls.schemas.ts";
import type { Form } from "../command.ts";
import { choiceField, formOf, lineField, textField } from "../form.ts";
import { cut } from "../text.ts";
import { historyInShort } from "./place-history.message.ts";

/** In the order of the numbers that stand in the form's custom id. */
export const pollKinds = ["location", "choice", "yes-no", "election"] as const satisfies CreatePoll["kind"][];

/** How it is counted, where that is not the club's habit. */
export type Manner = Pick<CreatePoll, "totals" | "decision">;

/** What the command said goes on in the form's custom id: the kind, and the manner as a number. */
const newPollNumbers = (kind: CreatePoll["kind"], { totals, decision }: Manner): number[] => [
  pollKinds.indexOf(kind),
  (totals === "live" ? 1 : 0) + (decision === "majority" ? 2 : 0),
];

export const mannerOf = ([, flags = 0]: readonly number[]): Manner => ({
  ...(flags % 2 === 1 && { totals: "live" }),
  ...(flags >= 2 && { decision: "majority" }),
});

const when = "2026-03-15 18:00";
const closes = (about = "The club's clock.", more: { optional?: true } = {}) =>
  lineField("closes", { label: "Closes", about, placeholder: when, most: 30, ...more });

const opens = (about: string) =>
  lineField("opens", { label: "Opens", about, placeholder: when, most: 30, optional: true });
const description = (about = "More about it, in Markdown.") =>
  textField("description", { label: "Description", about, most: 3_000, optional: true });
const title = lineField("title", { label: "What it asks", most: 120 });

/** Discord's selects hold no more. */
const mostLakes = 25;

/** Where to fish: the lakes to choose from, each with all its ramps in use. */
export function locationForm({
  start: { tournament, lakes, hours, history, opens: opening, closes: closing },
  ...manner
}: Manner & { start: LocationPollDefaults }): Form {
  const before = historyInShort(history);
  return formOf(
    { verb: "newpoll", of: tournament.id, numbers: newPollNumbers("location", manner) },
    {
      title: `Where to fish: ${tournament.name}`,
      fields: [
        lakes.length > mostLakes
          ? textField("lakes", { label: "Lakes to offer, one a line", most: 1_000 })
          : choiceField("lakes", {
              label: "Lakes to offer",
              about: `With all their ramps.${before === "" ? "" : ` That month before: ${before}.`}`,
              options: lakes.map(({ key, name }) => ({ label: cut(name, 100), value: key })),
              most: mostLakes,
            }),
        textField("hours", {
          label: "Hours to offer, one a line",
          about: "First cast and weigh-in; left empty: not asked.",
          placeholder: "06:30-15:00",
          ...(hours !== null && { value: `${hours.firstCast}-${hours.weighIn}` }),
          most: 400,
          optional: true,
        }),
        opens(opening === null ? "Left empty: at once." : "Left empty: 10 days before at 6:00."),
        closing === null
          ? closes("7 days before is over: say when. The club's clock.")
          : closes("Left empty: 7 days before at 18:00. The club's clock.", { optional: true }),
        description(),
      ],
    },
  );
}

export const choiceForm = (manner: Manner): Form =>
  formOf(
    { verb: "newpoll", of: 0, numbers: newPollNumbers("choice", manner) },
    {
      title: "A choice",
      fields: [
        title,
        textField("options", { label: "Options, one a line", about: "2 to 25.", most: 2_100 }),
        closes(),
        opens("Left empty: at once."),
        description(),
      ],
    },
  );

export const yesNoForm = (manner: Manner): Form =>
  formOf(
    { verb: "newpoll", of: 0, numbers: newPollNumbers("yes-no", manner) },
    {
      title: "Yes or no",
      fields: [
        title,
        choiceField("ballot", {
          label: "Ballot",
          options: [
            { label: "Usual: a vote can be changed until the close", value: "usual", default: true },
            { label: "Secret: nobody can know who chose what", value: "secret" },
            { label: "Bylaw: secret, the text is the description", value: "bylaw" },
          ],
        }),
        closes(),
        opens("Left empty: at once. Of a bylaw: as many days ahead as the rules say."),
        description("More about it, in Markdown; of a bylaw its whole text."),
      ],
    },
  );

export const electionForm = ({ year, ...manner }: Manner & { year: number }): Form =>
  formOf(
    { verb: "newpoll", of: 0, numbers: newPollNumbers("election", manner) },
    {
      title: "An election",
      fields: [
        textField("offices", {
          label: "Offices with their candidates, one a line",
          placeholder: "President: Ann Lee, Bob Cruz",
          most: 3_000,
        }),
        lineField("year", { label: "Officers of the year", value: String(year), most: 4 }),
        closes(),
        opens("Left empty: at once."),
        description(),
      ],
    },
  );
