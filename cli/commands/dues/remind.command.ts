import type { DuesReminded, Reminder } from "#core/membership/remind-dues.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { counted } from "../../exact.ts";
import { type Output, table, toJson } from "../../output.ts";

export const command = defineCommand({
  summary: "Remind members by mail of dues they owe, each once when due and once when overdue.",
  description:
    "sabc run due does this by itself, from nine in the morning. Whoever was told is not told again; --dry-run says who would be.",
  parameters: {
    angler: { argument: "only this member: id, e-mail, name or alias", optional: true },
  },
  examples: ["sabc dues remind --dry-run", 'sabc dues remind "Ann Lee"'],
  rehearsable: true,
  async input({ angler }) {
    const { remindDuesSchema } = await import("#core/membership/dues.schemas.ts");
    return remindDuesSchema.parse({ angler });
  },
  async run(context, input) {
    const { remindDues } = await import("#core/membership/remind-dues.service.ts");
    return context.write((work) => remindDues(work, input));
  },
  output: (done): Output => ({
    json: {
      year: done.year,
      reminded: toJson(columns, done.reminded),
      later: toJson(columns, done.later),
      waits: done.waits,
    },
    sections: everyone(done).length > 0 ? [table(columns, everyone(done))] : [],
    notes: notes(done),
  }),
});

const columns = columnsOf<Reminder>({
  id: { kind: "count", value: ({ angler }) => angler.id },
  name: { value: ({ angler }) => angler.name },
  stage: { kind: "word", header: "Now" },
  paidThrough: { kind: "word", header: "Paid through" },
  hasEmail: { kind: "yes-no", header: "Has e-mail" },
});

const everyone = ({ reminded, later }: DuesReminded): Reminder[] => [...reminded, ...later];

function notes({ year, reminded, waits }: DuesReminded): string[] {
  if (waits !== null) return [reasons[waits](year)];
  if (reminded.length === 0) return [`Nobody is to be reminded of the dues of ${year}.`];
  const without = reminded.filter(({ hasEmail }) => !hasEmail).length;
  return [
    `A reminder of the dues of ${year} goes to ${counted(reminded.length, "member")}.`,
    ...(without > 0
      ? [
          `${counted(without, "member")} without an e-mail address: call them. sabc dues owing has the numbers.`,
        ]
      : []),
  ];
}

const reasons = {
  "until-nine": () => "It is too early: reminders go out from nine in the morning on the club's clock.",
  "not-due": (year: number) => `The dues of ${year} are not due yet. Nobody was told.`,
  "no-dues": (year: number) => `The rules know no dues for ${year}. Set "club.dues" in the season's rules.`,
};
