import type { CheckMade } from "#core/people/check-club.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { exitCodes } from "../../errors.ts";
import { counted } from "../../exact.ts";
import { lines, table } from "../../output.ts";

export const command = defineCommand({
  summary: "Check that the club's data is as its rules say, and name each row that is not.",
  description:
    "Nothing is changed. Wrong is what cannot be so, and then the exit code is 5; doubtful is what can be right, and a person should look.",
  parameters: {
    only: { option: "CHECK", about: "only the check of this name", many: true },
    checks: { flag: "list all that was checked" },
  },
  examples: ["sabc database audit", "sabc database audit --json --quiet"],
  list: true,
  async input({ only, checks }) {
    const { checkClubSchema } = await import("#core/people/check-club.schemas.ts");
    return { ...checkClubSchema.parse(only.length > 0 ? { only } : {}), checks };
  },
  async run(context, { only }) {
    const { checkClub } = await import("#core/people/check-club.service.ts");
    return context.read((work) => checkClub(work, { only }));
  },
  output: (made, { checks }) => {
    const found = made.flatMap(({ findings, ...check }) =>
      findings.map((finding) => ({ check: check.name, level: check.level, ...finding })),
    );
    const failed = made.filter(({ findings }) => findings.length > 0);
    const wrong = failed.filter(({ level }) => level === "wrong");
    return {
      json: { ok: wrong.length === 0, checks: made.map(checkJson), findings: found },
      sections: [
        ...(found.length > 0 ? [table(columns, found, "Found")] : []),
        ...(checks ? [table(checkColumns, made, "Checked")] : []),
        ...(failed.length > 0 ? [lines(failed.map(mendWords), "What to do")] : []),
      ],
      notes:
        failed.length === 0
          ? [`All is well: ${counted(made.length, "check")} found nothing.`]
          : [`${counted(failed.length, "check")} of ${made.length} found something.`],
      ...(wrong.length > 0
        ? {
            complaint: `The data is not as it has to be: ${wrong.map(({ name }) => name).join(", ")}.`,
            exitCode: exitCodes.conflict.code,
          }
        : {}),
    };
  },
});

const checkJson = ({ name, about, mend, level, findings }: CheckMade): object => ({
  name,
  about,
  level,
  found: findings.length,
  mend: findings.length > 0 ? mend : null,
});

const mendWords = ({ name, mend }: CheckMade): string => `${name}: ${mend}`;

interface Found {
  check: string;
  level: CheckMade["level"];
  row: string;
  what: string;
}

const columns = columnsOf<Found>({ check: "word", level: "word", row: "text", what: "text" });

const checkColumns = columnsOf<CheckMade>({
  name: { kind: "word", header: "Check" },
  about: "text",
  found: { kind: "count", value: ({ findings }) => findings.length },
});
