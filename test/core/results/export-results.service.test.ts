import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { exportResults, resultsTemplate } from "#core/results/export-results.service.ts";
import { counts, openImportClub } from "../../support/import-club.ts";
import { tester } from "../../support/small-club.ts";

const { app, scheduled, imported } = await openImportClub();

describe("exported results", () => {
  const exported = (tournament: number) => app.read(tester, (work) => exportResults(work, { tournament }));
  const files: { label: string; year: number; file: string }[] = [
    {
      label: "of anglers",
      year: 2025,
      file: "boat,angler,seat,stands_in_for,member,fish,dead,short,weight,net,penalty,late,big_bass,status,reason,place,points\n1,Ann Lee,boater,,yes,5,1,1,15.2025,,0.50,3,5.10,,net dropped,1,100\n1,Bob Cruz,co-angler,Dee Fox,yes,2,,,,4.00,,,,,,5.5,96.5\n2,Cal Poe,,,no,,,,12.00,,,,,disqualified,-2 hours late,,\n,5,,,yes,,,,,,,,,buy-in,,,\n,6,,,yes,0,,,0.00,,,,,,,,\n",
    },
    {
      label: "of boats",
      year: 2026,
      file: "boat,angler,partner,member,fish,weight,big_bass,caught_by,place\n1,Ann Lee,Bob Cruz,yes,5,15.20,5.10,Bob Cruz,1\n2,Cal Poe,,no,1,2.00,,,2\n2,Dee Fox,,yes,,,,,2\n",
    },
    {
      label: "of a paper event",
      year: 2025,
      file: "boat,angler,member,fish,weight,big_bass,lengths\n1,Ann Lee,yes,3,,5.10,14.25 15.00 20.50\n2,Bob Cruz,yes,,,,12.00\n",
    },
    {
      label: "of boats without numbers",
      year: 2026,
      file: "boat,angler,partner,member,fish,weight,big_bass\n,Ann Lee,Bob Cruz,yes,5,15.20,5.10\n,Cal Poe,Dee Fox,no,1,2.00,\n,Dee Fox,Cal Poe,yes,,,\n",
    },
  ];

  for (const { label, year, file } of files) {
    test(`${label} are the file they came from, and change nothing`, async () => {
      const id = await scheduled(year);
      await imported(id, file, { override: "a test" });
      const csv = await exported(id);
      assert.equal(csv, file.replace(",-2 hours", ",'-2 hours"));
      const again = await imported(id, csv);
      assert.deepEqual([again.tournament.added, again.tournament.changed], [0, 0]);
      const other = await scheduled(year);
      await imported(other, csv, { override: "a test" });
      assert.equal(await exported(other), csv);
    });
  }

  test("the template has the columns by name, and needs but rows", async () => {
    assert.equal(resultsTemplate({ kind: "tournament" }).split(",").includes("weight_oz"), false);
    const id = await scheduled(2025);
    const header = resultsTemplate({ kind: "tournament" }).trim().split(",");
    const row = header.map((name) => ({ angler: "Ann Lee", weight: "9.75" })[name] ?? "").join(",");
    assert.deepEqual(counts(await imported(id, `${header.join(",")}\n${row}\n`)), {
      added: 1,
      changed: 0,
      same: 0,
    });
  });
});
