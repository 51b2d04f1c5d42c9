import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { presets } from "#core/seasons/presets.rules.ts";
import { readCalendar } from "./calendar.ts";
import { openOffice, type Start, toEach } from "./office.ts";

// Three tournaments and a summer's rest; of each fee $3 go to a pot that waits for the end of the year.
const team = presets["sabc-team"];
const rules = JSON.stringify({
  ...team,
  name: "Mesquite Creek Bass Club",
  money: {
    ...team.money,
    places: { share: 39, to: "boat", split: [20, 12, 7] },
    pots: [
      { name: "Big bass", share: 8, over: 5 },
      { name: "Lunker", share: 3, over: 5, every: "season" },
    ],
  },
  club: { ...team.club, schedule: { ...team.club!.schedule, months: [1, 2, 3, 10] } },
});
const members = `Name;E-Mail;Joined;Town
Ann Lee;ann@club.example;;Kyle
Bob Cruz;bob@club.example;2021-03-01;Buda
Cal Dunn;cal@club.example;2022-02-01;Kyle
Dee Ray;dee@club.example;2023-01-15;Buda
Eve Hall;eve@club.example;2023-01-15;Lockhart
Fay Ives;;2024-06-01;Kyle
Gus Kerr;gus@club.example;2025-02-01;Kyle
`;
const dues = `name,amount,method,paid_on
Ann Lee,25,cash,2027-01-02
Bob Cruz,$25.00,check,2027-01-02
Cal Dunn,,venmo,2027-01-02
Dee Ray,25,cash,2027-01-02
Eve Hall,25,cash,2027-01-02
`;
const january = `boat,angler,partner,fish,dead,weight,big_bass,caught_by
1,Ann Lee,Bob Cruz,5,0,15.20,5.10,Ann Lee
2,Cal Dunn,Dee Ray,5,1,12-4,4.00,Dee Ray
3,Eve Hall,Ivy Moss,5,0,12.00,4.00,
4,Gus Kerr,,0,,,,
`;
const february = `boat,angler,partner,fish,weight,big_bass
1,Cal Dunn,Dee Ray,5,18.40,4.90
2,Ann Lee,Bob Cruz,4,9.10,3.00
`;
const october = `boat,angler,partner,fish,weight,big_bass,caught_by
1,Cal Dunn,Dee Ray,5,14.05,6.25,Cal Dunn
2,Ann Lee,Bob Cruz,5,14.00,5.50,Bob Cruz
3,Eve Hall,,0,,,
`;
const paidUp = ["ann", "bob", "cal", "dee", "eve"];
const everyone = [...paidUp, "gus"];

/** A club's year as its officers live it, from an empty database to the backup of December. */
export async function testYear(start: Start): Promise<void> {
  const { home, file, itIs, done, read, refused, mail } = await openOffice(start);
  const results = (name: string, text: string): string => file(`${name}.csv`, text);

  test("January: the club is set up, planned and paid for", async () => {
    await itIs("2027-01-02");
    const officer = ["--officer", "Ann Lee", "--email", "ann@club.example", "--president"];
    const place = [
      "--database-url-file",
      join(home, "database-url"),
      "--smtp-url-file",
      join(home, "smtp-url"),
    ];
    const club = ["--name", "Mesquite Creek Bass Club", "--contact", "info@club.example"];
    const site = ["--public-url", "https://club.example"];
    assert.match(await done("init", ...club, ...site, ...officer, ...place), /The club is set up\./);
    await Promise.all([
      done("lake", "import", "--quiet"),
      done("season", "rules", "2027", "--set", file("rules.json", rules)),
      done("member", "import", file("m.csv", members), "--create", "--status", "member", "--ignore", "Town"),
    ]);
    assert.match(
      await done("season", "plan", "2027", "--move", "2027-03=2027-03-21"),
      /^2027: 4 planned, 0 as before\.$/m,
    );
    const fay = ["Fay Ives", "--method", "cash", "--amount", "20", "--note", "helped at the banquet"];
    await Promise.all([
      done("dues", "import", file("dues.csv", dues), "--receipts"),
      done("dues", "pay", ...fay),
      done("officer", "set", "treasurer", "Cal Dunn"),
    ]);
    const owing = await read("dues", "owing");
    assert.deepEqual(
      owing.members.map(({ name, stage }: Record<string, string>) => [name, stage]),
      [["Gus Kerr", "due"]],
    );
  });

  test("cron mails the receipts at once and the reminder at nine, and then has nothing to say", async () => {
    await itIs("2027-01-03", "08:30");
    assert.equal(await done("run", "due", "--quiet"), "");
    assert.deepEqual(mail(), toEach(paidUp, "Dues received: $25.00"));
    await itIs("2027-01-03", "09:00");
    assert.equal(await done("run", "due", "--quiet"), "");
    assert.deepEqual(mail(), ["gus: Your club dues for 2027"]);
    const { notices } = await read("notice", "list", "--state", "withheld");
    assert.deepEqual(
      notices.map(({ recipient, failure }: { recipient: { name: string }; failure: string }) => [
        recipient.name,
        failure,
      ]),
      [["Fay Ives", "there is no address"]],
    );
  });

  test("members vote where January is fished, three of them by telephone", async () => {
    const offer = ["--lake", "travis: Mansfield Dam", "--lake", "canyon", "--hours", "06:30-15:00"];
    await done("poll", "create", "location", "--tournament", "next", ...offer);
    await itIs("2027-01-14", "06:00");
    await done("run", "due", "--quiet");
    assert.deepEqual(mail(), toEach(paidUp, "Vote: Lake, ramp and hours for January"));
    const vote = (member: string, ...where: string[]) =>
      done("poll", "vote", "open", member, ...where, "6:30 am to 3:00 pm", "--reason", "no signal");
    await vote("Bob Cruz", "Lake Travis", "Mansfield Dam");
    await vote("dee@club.example", "Lake Travis", "Mansfield Dam");
    await vote("Cal Dunn", "Canyon Lake", "Canyon Lake Marina");
    assert.match(
      await refused(5, "poll", "vote", "open", "Gus Kerr", "1", "--reason", "no signal"),
      /has not paid dues yet/,
    );
    await itIs("2027-01-16", "18:00");
    await done("run", "due", "--quiet");
    const entered = toEach(
      ["bob", "cal", "dee"],
      "A vote was entered for you: Lake, ramp and hours for January",
    );
    const soon = "Closing soon: Lake, ramp and hours for January";
    assert.deepEqual(mail(), [...entered, ...toEach(["ann", "eve"], soon)].toSorted());
    await itIs("2027-01-17", "18:01");
    await done("run", "due", "--quiet");
    assert.deepEqual(mail(), toEach(paidUp, "Decided: Lake, ramp and hours for January"));
    const { tournament } = await read("tournament", "show", "next");
    assert.deepEqual(
      [tournament.lake.name, tournament.ramp.name, tournament.firstCast, tournament.weighIn],
      ["Lake Travis", "Mansfield Dam", "06:30", "15:00"],
    );
  });

  test("January is weighed, tied, tossed for, made official and mailed", async () => {
    await itIs("2027-01-24", "15:10");
    await done("tournament", "open", "next");
    const book = results("january", january);
    assert.match(await refused(4, "results", "import", "2027-01", book), /line 4, angler: "Ivy Moss"/);
    await done("results", "import", "2027-01", book, "--create-guests");
    for (const payer of ["1", "Dee Ray"])
      await done("tournament", "pay", "2027-01", payer, "--method", "cash");
    await done("tournament", "provisional", "2027-01");
    assert.match(await refused(5, "tournament", "official", "2027-01"), /Coin between .* for place 2/);
    const toss = ["2027-01", "Eve Hall", "Cal Dunn", "--decided-by", "the coin at the ramp"];
    await done("ruling", "record", "coin", ...toss);
    await done("tournament", "official", "2027-01");
    await done("run", "due", "--quiet");
    assert.deepEqual(mail(), toEach(everyone, "Official: the results of January"));
    const sheet = await read("tournament", "cash-sheet", "2027-01");
    assert.deepEqual(
      sheet.entries.map(({ paid, unpaid }: Record<string, string>) => [paid, unpaid]),
      [
        ["50.00", "0.00"],
        ["50.00", "0.00"],
        ["0.00", "50.00"],
        ["0.00", "50.00"],
      ],
    );
  });

  test("a bag read wrongly is put right after that, with every figure that moves", async () => {
    const put = [
      "results",
      "correct",
      "2027-01",
      "2",
      "--weight",
      "12.10",
      "--reason",
      "read the wrong line",
    ];
    const unsaid = await refused(2, ...put);
    assert.match(unsaid, /net +12\.00 +11\.85/);
    assert.match(unsaid, /January is official; \d+ figures move\. Save it\? Say --yes/);
    await done(...put, "--yes");
    assert.deepEqual(await table(), [
      [1, "Ann Lee + Bob Cruz", 1, "15.20"],
      [2, "Eve Hall + Ivy Moss", 0, "12.00"],
      [3, "Cal Dunn + Dee Ray", 0, "11.85"],
      [4, "Gus Kerr", 0, "0.00"],
    ]);
    assert.deepEqual(await pots(), [
      ["Big bass", "0.00"],
      ["Lunker", "12.00"],
    ]);
  });

  test("February is moved and March cancelled: calendar programs, mailboxes and the audit log learn of it", async () => {
    await itIs("2027-02-10", "10:00");
    await done("event", "move", "2027-02", "--to", "2027-02-21", "--reason", "the ramp is rebuilt");
    assert.match(await refused(2, "event", "cancel", "2027-03", "--reason", "flood"), /Say --yes/);
    await done("event", "cancel", "2027-03", "--reason", "flood", "--yes");
    await done("run", "due", "--quiet");
    assert.deepEqual(
      mail(),
      [
        ...toEach(everyone, "Cancelled: March, Sun 21 Mar 2027"),
        ...toEach(everyone, "Moved: February is on Sun 21 Feb 2027"),
        "gus: Your club dues for 2027",
      ].toSorted(),
    );
    const events = readCalendar(await done("event", "export", "--ics"));
    assert.deepEqual(
      events.map(({ summary, start, status, sequence }) => [summary, start, status, sequence]),
      [
        ["January", "2027-01-24T12:30:00.000Z", "CONFIRMED", 1],
        ["February", "2027-02-21", "CONFIRMED", 1],
        ["Cancelled: March", "2027-03-21", "CANCELLED", 1],
        ["October", "2027-10-24", "CONFIRMED", 0],
      ],
    );
    const { records } = await read("audit", "list", "--verb", "cancelEvent");
    assert.deepEqual(
      records.map(({ subject, reason }: Record<string, string>) => [subject, reason]),
      [["event", "flood"]],
    );
  });

  test("February and October are weighed, between them news and a new text", async () => {
    const hold = async (tournament: string, path: string) => {
      await done("results", "import", tournament, path);
      await done("tournament", "official", tournament);
    };
    await itIs("2027-02-21", "16:00");
    await hold("2027-02", results("february", february));
    await done("notice", "send");
    await itIs("2027-06-01");
    await done("news", "post", "Picnic", "--text", "At the **lake**.", "--last-day", "2027-06-20");
    await done("notice", "send");
    await done("page", "edit", "about", file("about.md", "We fish, and let go.\n"));
    await itIs("2027-10-24", "16:00");
    assert.match(await refused(5, "season", "close", "2027", "--yes"), /cancelled: 2027-10-24\./);
    await hold("2027-04", results("october", october));
    await done("run", "due", "--quiet");
    assert.deepEqual(
      [...new Set(mail().map((line) => line.replace(/^\w+: /, "")))],
      ["Official: the results of February", "Official: the results of October", "Picnic"],
    );
    assert.deepEqual(await pots(), [
      ["Big bass", "0.00"],
      ["Lunker", "27.00"],
    ]);
  });

  test("December: the season ends, its pot is paid, and the money adds up to the cent", async () => {
    await itIs("2027-12-31", "23:30");
    for (const boat of ["3", "4"]) await done("tournament", "pay", "2027-01", boat, "--method", "check");
    assert.match(
      await refused(2, "season", "close", "2027"),
      /Lunker pays \$27\.00 to Cal Dunn \+ Dee Ray\./,
    );
    await done("season", "close", "2027", "--yes");
    const late = ["2027-01", "2", "--weight", "13", "--reason", "late", "--yes"];
    assert.match(await refused(5, "results", "correct", ...late), /The season 2027 is closed/);
    assert.deepEqual((await table()).slice(0, 2), [
      [1, "Cal Dunn + Dee Ray", 2, "44.30"],
      [2, "Ann Lee + Bob Cruz", 1, "38.30"],
    ]);
    const [awards, money] = await Promise.all([read("awards"), done("season", "money")]);
    assert.deepEqual(
      awards.awards.map(({ title, winners }: { title: string; winners: { crew: Named[] }[] }) => [
        title,
        winners.map(({ crew }) => crewWords(crew)),
      ]),
      [
        ["Most wins", ["Cal Dunn + Dee Ray"]],
        ["Big Bass of the year", ["Cal Dunn"]],
        ["Heavy Stringer of the year", ["Cal Dunn + Dee Ray"]],
      ],
    );
    assert.match(money, /^It adds up: \$595\.00 on both sides\.$/m);
  });

  test("and what is left is whole: data, audit log and a backup that can be restored", async () => {
    await done("run", "due", "--quiet");
    const backup = join(home, "year.tar.gz");
    const [audit, chain] = await Promise.all([
      done("database", "audit"),
      done("audit", "verify"),
      done("database", "backup", backup),
    ]);
    assert.match(audit, /^All is well: \d+ checks found nothing\.$/m);
    assert.match(chain, /: all as they were sealed\.\nNothing came after the last seal\./);
    assert.match(await done("database", "verify", backup), /The backup is whole/);
  });

  const table = async () =>
    (await read("standings", "show", "2027")).rows.map(
      ({ place, crew, wins, weightLb }: { place: number; crew: Named[]; wins: number; weightLb: string }) => [
        place,
        crewWords(crew),
        wins,
        weightLb,
      ],
    );
  const pots = async () =>
    (await read("pot", "show")).pots.map(({ name, balance }: Record<string, string>) => [name, balance]);
}

interface Named {
  name: string;
}

const crewWords = (crew: Named[]): string => crew.map(({ name }) => name).join(" + ");
