import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { FishedAs, MatchedRow } from "#core/results/boat-rows.rules.ts";
import { readBoats } from "#core/results/file-boats.rules.ts";
import { readResultsFile } from "#core/results/results-file.service.ts";
import { printWeight } from "#core/weight.ts";
import { bytes } from "../../support/hostile-files.ts";

const people = ["Ann", "Bo", "Cy", "Di"];
const idOf = (name: string | null) => (name === null ? null : people.indexOf(name) + 1);

type BoatsRead = ReturnType<typeof readBoats>;

function boatsOf(file: string, fished: Partial<FishedAs> = {}): BoatsRead {
  const { rows, broken } = readResultsFile({ file: bytes(file), kind: "tournament" });
  const matched = rows.map((row): MatchedRow =>
    Object.assign({}, row, {
      anglerId: idOf(row.angler)!,
      partnerId: idOf(row.partner),
      standsInForId: idOf(row.standsInFor),
      caughtById: idOf(row.caughtBy),
    }),
  );
  return readBoats(matched, { ranked: "angler", per: "angler", days: 1, measured: false, broken, ...fished });
}

/** A boat on one line: `7: Ann+Bo Ann1=9.75/3` is boat 7 with Ann's bag of day 1, 9.75 lb and 3 fish. */
const draw = ({ boats }: BoatsRead): string[] =>
  boats.map(({ boatNumber, crew, bags, publishedPlace, publishedPoints }) => {
    const aboard = crew.map(({ name, status, publishedPlace: place, publishedPoints: points }) =>
      [
        name,
        status === "fished" ? "" : `(${status})`,
        place === null ? "" : `#${place}`,
        points === null ? "" : `*${points}`,
      ].join(""),
    );
    const weighed = bags.map(
      ({ anglerId, day, gross, fish, netOnly, bigBass }) =>
        `${anglerId === null ? "all" : people[anglerId - 1]}${day}=${gross === null ? "?" : printWeight(gross)}${netOnly ? "net" : ""}/${fish ?? "?"}${bigBass === null ? "" : `/${printWeight(bigBass)}`}`,
    );
    const place = publishedPlace === null ? "" : ` #${publishedPlace}*${publishedPoints}`;
    return `${boatNumber ?? "-"}: ${aboard.join("+")}${place} ${weighed.join(" ")}`.trim();
  });

const team = { ranked: "boat", per: "boat" } as const;
const twoDays = { days: 2 };

const boats: {
  label: string;
  file: string;
  fished?: Partial<FishedAs>;
  drawn: string[];
  doubts?: string[];
}[] = [
  {
    label: "rows without a boat are boats of their own",
    file: "angler,weight,fish\nAnn,9.75,3\nBo,0,0\n",
    drawn: ["-: Ann Ann1=9.75/3", "-: Bo Bo1=0.00/0"],
  },
  {
    label: "the same number is the same boat",
    file: "boat,angler,weight\n7,Ann,9.75\n8,Cy,1\n7,Bo,4\n",
    drawn: ["7: Ann+Bo Ann1=9.75/? Bo1=4.00/?", "8: Cy Cy1=1.00/?"],
  },
  {
    label: "a partner joins two in one, each with their bag",
    file: "angler,partner,weight\nAnn,Bo,9.75\nBo,,4\n",
    drawn: ["-: Ann+Bo Ann1=9.75/? Bo1=4.00/?"],
  },
  {
    label: "partners name each other",
    file: "angler,partner,weight\nAnn,Bo,9.75\nBo,Ann,4\n",
    drawn: ["-: Ann+Bo Ann1=9.75/? Bo1=4.00/?"],
  },
  {
    label: "a boat is one row where it brings the bag",
    file: "boat,angler,partner,weight,fish,lunker,place\n1,Ann,Bo,9.75,3,4,2\n2,Cy,,12,5,,1\n",
    fished: team,
    drawn: ["1: Ann+Bo #2*null all1=9.75/3/4.00", "2: Cy #1*null all1=12.00/5"],
  },
  {
    label: "a boat's second row says who else was aboard",
    file: "boat,angler,weight,place\n1,Ann,9.75,1\n1,Bo,,\n",
    fished: team,
    drawn: ["1: Ann+Bo #1*null all1=9.75/?"],
  },
  { label: "no fish need no weight", file: "angler,fish,weight\nAnn,0,\n", drawn: ["-: Ann Ann1=0.00/0"] },
  {
    label: "who did not fish, bought in or was disqualified",
    file: "angler,weight,status\nAnn,,dns\nBo,,buy-in\nCy,9,dq\nDi,,dq\n",
    drawn: ["-: Ann(did-not-fish)", "-: Bo(buy-in)", "-: Cy(disqualified) Cy1=9.00/?", "-: Di(disqualified)"],
  },
  {
    label: "places are published and weights are not",
    file: "angler,place,points\nAnn,1,100\nBo,2,99\n",
    drawn: ["-: Ann#1*10000 Ann1=?/?", "-: Bo#2*9900 Bo1=?/?"],
  },
  {
    label: "two days, one of them off",
    file: "angler,day,weight,place\nAnn,1,9,1\nAnn,2,4,1\nBo,1,8,2\nBo,2,,2\n",
    fished: twoDays,
    drawn: ["-: Ann#1 Ann1=9.00/? Ann2=4.00/?", "-: Bo#2 Bo1=8.00/?"],
  },
  {
    label: "the total brings place and points, not a bag",
    file: "angler,day,weight,place,points\nAnn,1,9,2,99\nAnn,2,4,1,100\nAnn,total,13,1,100\n",
    fished: twoDays,
    drawn: ["-: Ann#1*10000 Ann1=9.00/? Ann2=4.00/?"],
  },
  {
    label: "totals alone are the bags",
    file: "angler,day,weight,place\nAnn,final,9,1\n",
    drawn: ["-: Ann#1 Ann1=9.00/?"],
  },
  {
    label: "a total's big bass goes to the only day that can hold it",
    file: "angler,day,weight,lunker\nAnn,1,4,\nAnn,2,9,\nAnn,total,13,5\n",
    fished: twoDays,
    drawn: ["-: Ann Ann1=4.00/? Ann2=9.00/?/5.00"],
  },
  {
    label: "a total that the days do not make",
    file: "angler,day,weight,fish,lunker\nAnn,1,6,3,\nAnn,2,9,4,\nAnn,total,13,9,5\n",
    fished: twoDays,
    drawn: ["-: Ann Ann1=6.00/3/5.00 Ann2=9.00/4"],
    doubts: [
      "The days are 15.00 together, the total says 13.00. The days count.",
      "The days have 7 fish together. The days count.",
      "The file does not say on which day it was caught. It is written to day 1.",
    ],
  },
  {
    label: "a bass heavier than what was measured",
    file: "angler,weight,lunker\nAnn,4,5\n",
    fished: { measured: true },
    drawn: ["-: Ann Ann1=4.00/?/5.00"],
  },
  {
    label: "a bass heavier than the net",
    file: "angler,net,lunker\nAnn,4,5\n",
    drawn: ["-: Ann Ann1=4.00net/?/5.00"],
  },
];

describe("rows become boats", () => {
  for (const { label, file, fished, drawn, doubts = [] } of boats) {
    test(label, () => {
      const read = boatsOf(file, fished);
      assert.deepEqual([...read.problems, ...read.boats.flatMap(({ missing }) => missing)], []);
      assert.deepEqual(draw(read), drawn);
      assert.deepEqual(
        read.boats.flatMap(({ doubts: own }) => own).map(({ reason }) => reason),
        doubts,
      );
    });
  }
});

test("a row says for its angler who they stand in for, where they sit and why", () => {
  const file =
    "boat,angler,seat,stands_in_for,member,weight,status,reason\n1,Ann,boater,Cy,yes,9,,\n1,Bo,co-angler,,no,4,dq,no life vest\n";
  const [boat] = boatsOf(file).boats;
  assert.deepEqual(boat?.crew, [
    {
      line: 2,
      anglerId: 1,
      name: "Ann",
      member: true,
      seat: "boater",
      standsInFor: 3,
      status: "fished",
      reason: null,
      publishedPlace: null,
      publishedPoints: null,
    },
    {
      line: 3,
      anglerId: 2,
      name: "Bo",
      member: false,
      seat: "co-angler",
      standsInFor: null,
      status: "disqualified",
      reason: "no life vest",
      publishedPlace: null,
      publishedPoints: null,
    },
  ]);
});

const twisted: {
  label: string;
  file: string;
  fished?: Partial<FishedAs>;
  problems: BoatsRead["problems"];
}[] = [
  {
    label: "an angler twice on a day",
    file: "angler,weight\nAnn,9\nBo,4\nAnn,9\n",
    problems: [
      {
        line: 4,
        column: "angler",
        value: "Ann",
        reason: "The angler stands on day 1 in line 2 already. An angler is in a tournament once.",
      },
    ],
  },
  {
    label: "three aboard",
    file: "boat,angler,partner,weight\n1,Ann,Bo,9\n1,Cy,,4\n",
    fished: team,
    problems: [
      { line: 2, reason: "A boat has two aboard at most, and this one has Ann, Bo, Cy." },
      {
        line: 3,
        column: "weight",
        reason: "The boat's bag of day 1 is in line 2 already. Leave weight and fish blank in one.",
      },
    ],
  },
  {
    label: "two numbers of one boat",
    file: "boat,angler,partner,weight\n1,Ann,Bo,9\n2,Bo,,4\n",
    problems: [
      {
        line: 3,
        column: "boat",
        value: "2",
        reason:
          "The same boat is 1 and 2. One boat has one number all days; --ignore boat if they changed boats.",
      },
    ],
  },
  {
    label: "nothing weighed and nothing said",
    file: "angler,weight,fish\nAnn,,\nBo,,3\n",
    problems: [2, 3].map((line) => ({
      line,
      column: "weight",
      reason: "No weight. Write 0 if nothing was caught, dns in the column status, or a place to go by.",
    })),
  },
  {
    label: "a partner without a row of their own",
    file: "angler,partner,weight\nAnn,Bo,9\n",
    problems: [
      {
        line: 2,
        column: "weight",
        reason: "The partner has no row. Each angler brings a bag here, so each needs a row.",
      },
    ],
  },
  {
    label: "a day the tournament does not have",
    file: "angler,day,weight\nAnn,1,9\nAnn,2,4\n",
    problems: [{ line: 3, column: "day", value: "2", reason: "The tournament has one day." }],
  },
  {
    label: "a total and no days where others have them",
    file: "angler,day,weight\nAnn,1,9\nBo,total,4\n",
    fished: twoDays,
    problems: [
      {
        line: 3,
        column: "weight",
        reason: "There is a total and no day. Add the rows of the days, as others have them.",
      },
    ],
  },
  {
    label: "days placed differently and no total",
    file: "angler,day,weight,place\nAnn,1,9,1\nAnn,2,4,3\n",
    fished: twoDays,
    problems: [
      {
        line: 3,
        column: "place",
        reason: "It is not what line 2 says. For the whole event add a row with the day total.",
      },
    ],
  },
  {
    label: "a member on one day only",
    file: "angler,day,weight,member\nAnn,1,9,yes\nAnn,2,4,no\n",
    fished: twoDays,
    problems: [{ line: 3, column: "member", reason: "It is not what line 2 says." }],
  },
  {
    label: "disqualified on one day only",
    file: "angler,day,weight,status\nAnn,1,9,\nAnn,2,4,dq\n",
    fished: twoDays,
    problems: [
      {
        line: 3,
        column: "status",
        reason:
          "It is fished and disqualified at once. Say the same on all rows, or leave the void day's weight blank.",
      },
    ],
  },
  {
    label: "a buy-in with a boat",
    file: "boat,angler,weight,status\n1,Ann,,buy-in\n",
    problems: [
      { line: 2, column: "status", value: "buy-in", reason: "Who bought in has no boat and no partner." },
    ],
  },
  {
    label: "a bass heavier than its bag",
    file: "angler,weight,lunker\nAnn,4,5\n",
    problems: [
      {
        line: 2,
        column: "big_bass",
        value: "5.00",
        reason: "The big bass is heavier than its bag of 4.00.",
      },
    ],
  },
  {
    label: "a total's bass heavier than any day's bag",
    file: "angler,day,weight,lunker\nAnn,1,4,\nAnn,2,3,\nAnn,total,7,5\n",
    fished: twoDays,
    problems: [
      { line: 4, column: "big_bass", value: "5.00", reason: "No day's bag weighs as much as the big bass." },
    ],
  },
];

describe("rows that make no boats are told", () => {
  for (const { label, file, fished, problems } of twisted) {
    test(label, () => {
      const { boats: read, problems: found } = boatsOf(file, fished);
      assert.deepEqual([...found, ...read.flatMap(({ missing }) => missing)], problems);
    });
  }
});
