import { command as cashSheet } from "../../../../cli/commands/tournament/cash-sheet.command.ts";
import { command as official } from "../../../../cli/commands/tournament/official.command.ts";
import { command as open } from "../../../../cli/commands/tournament/open.command.ts";
import { command as provisional } from "../../../../cli/commands/tournament/provisional.command.ts";
import { command as show } from "../../../../cli/commands/tournament/show.command.ts";
import { command as weighSheet } from "../../../../cli/commands/tournament/weigh-sheet.command.ts";
import { testOutputs } from "../../../support/command-steps.ts";
import { january } from "../../../support/tournament-shown.ts";

const ann = { id: 1, name: "Ann Ace" };
const bob = { id: 2, name: "Bob Bay" };
const nothing = { cash: 0, venmo: 0, check: 0 };
const owed = { owed: 25_00, paid: 0, unpaid: 25_00, overpaid: 0 };
const shown = {
  tournament: january,
  ranked: "angler",
  anglers: [],
  boats: [],
  bigBass: [],
  payouts: [],
  pots: [],
  rulings: [],
  rulingsNeeded: [{ words: "Coin between Ann and Bob", anglers: [ann, bob], ranking: "angler", place: 1 }],
  notWeighed: [[ann, bob]],
  totalNet: 0,
};

testOutputs("sabc tournament", [
  [
    "show",
    show.output({ shown: january, until: "2025-02-02T18:00:00.000-06:00" }, {} as never),
    {
      stdout: [
        "Id\t7",
        "Name\tJanuary",
        "Number\t1 of 2025",
        "State\tprovisional",
        "Day\t2025-01-26",
        "Last day\t2025-01-26",
        "Lake\tLake Travis",
        "Ramp\t",
        "First cast\t07:00",
        "Weigh-in\t15:00",
        "Limit\t5 fish per angler",
        "Fee\t$25.00 per angler",
        "Description\t",
        "Protests until\t2025-02-02 18:00",
        "Cancelled\t",
        "",
      ].join("\n"),
      said: ["Next: sabc tournament official 7"],
    },
  ],
  [
    "open",
    open.output({ ...january, state: "weighing" }, {} as never),
    { stdout: "", said: ["January is weighing.", "Next: sabc results enter 7"] },
  ],
  [
    "provisional",
    provisional.output(shown as never, {} as never),
    {
      stdout: "",
      said: [
        "The results of January are provisional.",
        "Waiting for a ruling: Coin between Ann and Bob.",
        "Not weighed yet: Ann Ace + Bob Bay.",
        "Next: sabc tournament official 7",
      ],
    },
  ],
  [
    "official",
    official.output(shown as never, {} as never),
    { stdout: "", said: ["The results of January are official.", "See them: sabc results show 7"] },
  ],
  [
    "cash-sheet",
    cashSheet.output(
      {
        tournament: january,
        fee: january.fee,
        lines: [
          {
            entryId: 3,
            boatNumber: 7,
            outcome: "fished",
            crew: [{ angler: ann, member: false, outcome: "fished" }],
            fees: 1,
            ...owed,
            methods: nothing,
            payments: [],
          },
        ],
        sums: {
          ...owed,
          methods: nothing,
          purseAdded: 0,
          taken: 25_00,
          split: [{ kind: "places", name: "Place money", cents: 25_00 }],
        },
        payouts: [],
        pots: [],
        notWeighed: 1,
        rulingsNeeded: [],
      } as never,
      {} as never,
    ),
    {
      stdout: [
        "January, 2025-01-26: $25.00 per angler",
        "7\tAnn Ace\tguest\t25.00\t0.00\t25.00\t\t\t\t\t",
        "",
        "Where it goes",
        "Place money\t25.00",
        "Together\t25.00",
        "",
        "What came in",
        "Cash\t0.00",
        "Venmo\t0.00",
        "Check\t0.00",
        "Not paid yet\t25.00",
        "Together\t25.00",
        "",
      ].join("\n"),
      said: ["1 entry owes $25.00.", "1 boat not weighed yet: payouts may change."],
    },
  ],
  [
    "weigh-sheet",
    weighSheet.output(
      {
        sheet: {
          club: "Lake Club",
          tournament: january,
          days: ["2025-01-26"],
          words: [],
          columns: [],
          lines: [],
        },
        text: "Lake Club\n",
      },
      {} as never,
    ),
    { stdout: "Lake Club\n", said: [] },
  ],
]);
