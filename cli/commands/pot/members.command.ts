import type { PotMembers } from "#core/pots/pot-members.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { dollars } from "../../exact.ts";
import { chosenSeason, readYear, year } from "../../familiar.ts";
import { table } from "../../output.ts";

export const command = defineCommand({
  summary: "List who is in a season's optional pots.",
  parameters: { year },
  examples: ["sabc pot members", "sabc pot members 2026 --csv"],
  list: true,
  input: ({ year: named }) => ({ named: readYear(named) }),
  async run(context, { named }) {
    const { listPotMembers } = await import("#core/pots/pot-members.service.ts");
    return context.read(async (work) => {
      const season = await chosenSeason(work, named);
      return { season, pots: await listPotMembers(work, { year: season }) };
    });
  },
  output: ({ season, pots }) => ({
    json: { season, pots: pots.map(({ fee, ...pot }) => ({ ...pot, fee: dollars(fee) })) },
    sections: [table(columns, rowsOf(pots))],
    notes:
      pots.length === 0
        ? [`The rules of ${season} have no optional pot.`]
        : pots.map(({ pot, members }) => `${pot} of ${season}: ${members.length} in it.`),
  }),
});

interface Row {
  pot: string;
  id: number;
  angler: string;
  paidOn: string;
}

const rowsOf = (pots: PotMembers[]): Row[] =>
  pots.flatMap(({ pot, members }) =>
    members.map(({ angler: { id, name }, paidOn }) => ({ pot, id, angler: name, paidOn })),
  );

const columns = columnsOf<Row>({
  pot: "text",
  id: { kind: "count", spare: true },
  angler: "text",
  paidOn: { kind: "word", header: "Since" },
});
