import { command as completion } from "../../../cli/commands/completion.command.ts";
import { command as configShow } from "../../../cli/commands/config/show.command.ts";
import { command as demo } from "../../../cli/commands/demo.command.ts";
import { command as doctor } from "../../../cli/commands/doctor.command.ts";
import { command as memberShow } from "../../../cli/commands/member/show.command.ts";
import { command as seasonImport } from "../../../cli/commands/season/import.command.ts";
import { command as seasonShow } from "../../../cli/commands/season/show.command.ts";
import { command as serve } from "../../../cli/commands/serve.command.ts";
import { command as status } from "../../../cli/commands/status.command.ts";
import { testInputs, testOutputs } from "../../support/command-steps.ts";
import { january } from "../../support/tournament-shown.ts";

testInputs("sabc and its installation", [
  ["completion", completion, ["zsh"], { shell: "zsh" }],
  ["config show", configShow, [], {}],
  ["doctor", doctor, [], {}],
  ["serve", serve, [], { web: true, bot: true }],
  ["serve of the bot alone", serve, ["--bot"], { web: false, bot: true }],
  ["status", status, [], {}],
  [
    "season import",
    seasonImport,
    ["2025", "-", "--official", "--ignore", "Town"],
    {
      year: 2025,
      file: Buffer.alloc(0),
      official: true,
      createGuests: false,
      column: [],
      ignore: ["Town"],
      where: [],
    },
  ],
]);

const place = {
  season: 2026,
  next: "2026-11-26 Thanksgiving",
  home: "/srv/club",
  demo: false,
  database: "/srv/club/cluster",
  answersInMs: 4,
  stepsDone: 8,
  stepsWaiting: 0,
  site: "http://localhost:3000/",
  mail: null,
  noticesWaiting: 0,
  noticesFailed: 0,
};
const where =
  "Site\thttp://localhost:3000/\nMail\tnot set up, 0 waiting\nDirectory\t/srv/club\nDemo club\tno\nDatabase\t/srv/club/cluster\n";

testOutputs("sabc and its installation", [
  [
    "completion",
    completion.output("complete sabc\n", { shell: "bash" }),
    { stdout: "complete sabc\n", said: [] },
  ],
  [
    "config show",
    configShow.output(
      {
        home: "/srv/club",
        demo: true,
        settings: [{ name: "PORT", value: "3000", origin: "default", meaning: "where the site listens" }],
      },
      {},
    ),
    {
      stdout: "PORT\t3000\tdefault\twhere the site listens\n",
      said: ["The club's directory is /srv/club (the demo club)."],
    },
  ],
  ["demo", demo.output({ club: "Mesquite Creek" } as never, {} as never), { stdout: "", said: [] }],
  [
    "serve",
    serve.output({ refused: null }, { web: true, bot: true }),
    { stdout: "", said: ["The site has stopped."] },
  ],
  [
    "serve of a bot that Discord does not let in",
    serve.output({ refused: "Make a new token." }, { web: false, bot: true }),
    { stdout: "", said: ["The bot has stopped.", "Make a new token."], exitCode: 78 },
  ],
  [
    "status",
    status.output({ club: "Lake Club", ...place }, {}),
    {
      stdout: `Club\tLake Club\nSeason\t2026\nNext event\t2026-11-26 Thanksgiving\n${where}It answers\tin 4 ms\nSchema\tup to date\n`,
      said: [],
    },
  ],
  [
    "status of a club whose mail is not set up and of one whose mail did not go out",
    status.output({ club: "Lake Club", ...place, noticesWaiting: 12, noticesFailed: 1 }, {}),
    {
      stdout: `Club\tLake Club\nSeason\t2026\nNext event\t2026-11-26 Thanksgiving\n${where.replace("0 waiting", "12 waiting")}It answers\tin 4 ms\nSchema\tup to date\n`,
      said: [
        "Mail is not set up, with 12 notices waiting: sabc init --smtp-url-file FILE.",
        "1 notice could not be sent: sabc notice list --state failed.",
      ],
    },
  ],
  [
    "status of a schema that is behind",
    status.output({ ...place, club: null, season: null, next: null, stepsWaiting: 2 }, {}),
    {
      stdout: `Club\t\nSeason\t\nNext event\t\n${where}It answers\tin 4 ms\nSchema\t2 of 10 steps are waiting\n`,
      said: ["The schema is behind: run sabc database migrate."],
    },
  ],
  [
    "season show",
    seasonShow.output(
      {
        summary: {
          year: 2025,
          rulesName: "Ours",
          ranked: "angler",
          closed: false,
          tournaments: 1,
          official: 0,
          cancelled: 0,
          current: true,
        },
        tournaments: [january],
      },
      {} as never,
    ),
    {
      stdout:
        "Year\t2025\nRules\tOurs\nRanked\tangler\nTournaments\t1\nOfficial\t0\nCancelled\t0\nClosed\tno\nCurrent\tyes\n\nTournaments\n1\t2025-01-26\tJanuary\tLake Travis\tprovisional\n",
      said: [],
    },
  ],
  [
    "member show",
    memberShow.output(
      {
        id: 1,
        name: "Ann Ace",
        publicName: "Ann A.",
        status: "member",
        since: "2020-01-01",
        joinedOn: null,
        paidThrough: "2026-12-31",
        current: true,
        email: null,
        phone: null,
        aliases: ["Annie"],
        roles: ["admin"],
        offices: [{ office: "president", year: 2026 }],
        statuses: [{ status: "member", from: "2020-01-01" }],
        dues: [],
        erasedOn: null,
        merges: [],
      },
      {} as never,
    ),
    {
      stdout:
        "Id\t1\nName\tAnn Ace\nPublic name\tAnn A.\nAlso known as\tAnnie\nStatus\tmember\nSince\t2020-01-01\nJoined\t\nPaid through\t2026-12-31\nMay vote\tyes\nE-mail\t\nPhone\t\nRoles\tadmin\nErased\t\nOffices\tpresident 2026\n",
      said: [],
    },
  ],
]);
