import { clubHome, sabc } from "./sabc.ts";

/** Worked example A: a tie that waits for the coin, zeros, a buy-in and a disqualified angler. */
export const exampleFile = `angler,fish,weight,big_bass,member,status,reason
Ann Ace,5,15.20,5.10,yes,fished,
Bob Bay,5,12.40,4.00,yes,fished,
Cal Cove,4,11.90,3.80,no,fished,
Dee Dock,5,9.75,3.00,yes,fished,
Eve East,5,9.75,3.00,yes,fished,
Fay Fork,5,9.75,2.50,yes,fished,
Gus Gulf,0,0,,yes,fished,
Hal Hill,0,0,,yes,fished,
Ivy Isle,0,0,,no,fished,
Jim Jetty,,,,yes,buy-in,
Kay Key,5,14.00,4.50,yes,dq,late
`;

/** A club with that tournament, made by the commands themselves; gives the words' runner. */
export async function exampleClub(): Promise<(...words: string[]) => ReturnType<typeof sabc>> {
  const home = await clubHome();
  const club = (...words: string[]) => sabc([...words, "--home", home]);
  const steps = [
    await club("season", "rules", "2025", "--set", "sabc-individual"),
    await club("tournament", "add", "January", "2025-01-26"),
    await sabc(["results", "import", "2025-01", "-", "--create-guests", "--home", home], {
      typed: exampleFile.split("\n"),
    }),
  ];
  const failed = steps.find(({ code }) => code !== 0);
  if (failed) throw new Error(failed.stderr);
  return club;
}
