import { command as potExplain } from "../../../../cli/commands/pot/explain.command.ts";
import { command as records } from "../../../../cli/commands/records.command.ts";
import { command as explain } from "../../../../cli/commands/standings/explain.command.ts";
import { testOutputs } from "../../../support/command-steps.ts";
import { january } from "../../../support/tournament-shown.ts";

const ann = { id: 1, name: "Ann Ace" };
const bob = { id: 2, name: "Bob Bay" };
const bass = {
  place: 1,
  tied: false,
  weight: 51_000,
  fish: 5,
  crew: [ann, bob],
  caughtBy: bob,
  tournament: january,
};
const lake = { id: 1, key: "travis", name: "Lake Travis" };

testOutputs("standings explain, records and pot explain", [
  [
    "a total event by event",
    explain.output(
      [
        {
          race: "angler",
          title: "Angler of the Year",
          season: 2025,
          measure: "length",
          crew: [ann],
          place: 2,
          tied: true,
          points: 10_000,
          wins: null,
          weight: 152_000,
          events: [
            {
              tournament: january,
              points: 10_000,
              weight: 152_000,
              words: ["1st of 9 with fish: 100 points."],
            },
          ],
          added: [{ points: 500, words: "5 points for volunteering." }],
          totalWords: ["100 + 5 = 105 points."],
        },
      ] as never,
      {} as never,
    ),
    {
      stdout: [
        "Angler of the Year 2025",
        "Ann Ace: place 2, tied.",
        "",
        "2025-01-26 January: 100 points, 15.20 in",
        "1st of 9 with fish: 100 points.",
        "",
        "Added",
        "5 points for volunteering.",
        "",
        "Total",
        "100 + 5 = 105 points.",
        "",
      ].join("\n"),
      said: [],
    },
  ],
  [
    "the book of records",
    records.output(
      {
        measure: "weight",
        tournaments: 1,
        leftOut: 0,
        bigBass: [bass],
        heaviestBags: [],
        mostWins: [{ place: 1, tied: false, angler: ann, count: 3 }],
        mostLimits: [],
        mostEvents: [],
        lakes: [{ lake, tournaments: 1, bigBass: [bass], heaviestBag: [] }],
        months: [{ month: 1, tournaments: 1, bigBass: [bass], heaviestBag: [] }],
      },
      {} as never,
    ),
    {
      stdout: [
        "Big bass",
        "1\tno\t5.10\tBob Bay\t2025-01-26\tLake Travis",
        "",
        "Most wins",
        "1\tno\tAnn Ace\t3",
        "",
        "Lakes",
        "Lake Travis\t1\t5.10 Bob Bay\t",
        "",
        "Months",
        "January\t1\t5.10 Bob Bay\t",
        "",
      ].join("\n"),
      said: ["From 1 official tournament."],
    },
  ],
  [
    "a pot by the days of its tournaments",
    potExplain.output(
      {
        name: "Big bass",
        balance: 48_00,
        movements: [
          {
            id: 1,
            kind: "fees",
            cents: 48_00,
            reversesId: null,
            reason: null,
            paidTo: null,
            on: "2026-02-01",
            by: "root",
            season: 2025,
            tournament: january,
            day: "2025-01-26",
            balance: 48_00,
            what: "Fees of 2025-01 January",
            words: "Fees of 2025-01 January: +$48.00.",
          },
        ],
      },
      {} as never,
    ),
    {
      stdout: "2025-01-26\tFees of 2025-01 January\t48.00\t48.00\t\t2026-02-01\troot\n",
      said: ["Big bass holds $48.00."],
    },
  ],
]);
