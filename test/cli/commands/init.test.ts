import assert from "node:assert/strict";
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { parseEnv } from "node:util";
import type { SMTPServerOptions } from "smtp-server";
import { connect } from "#core/database/connection.ts";
import { joinCluster } from "#core/database/embedded.ts";
import { command } from "../../../cli/commands/init.command.ts";
import { freshName, withDatabase } from "../../support/cluster.ts";
import { testInputs, testOutputs } from "../../support/command-steps.ts";
import { freshHome as freshDirectory, startSabc } from "../../support/process.ts";
import { startSmtp } from "../../support/smtp.ts";
import { openScreen, openTerminal, type Terminal } from "../../support/pseudo-terminal.ts";
import { clubHome, sabc, type Said } from "../../support/sabc.ts";

testInputs("sabc init", [
  ["nothing said", command, [], { president: false }],
  [
    "all said",
    command,
    ["--name", "Lake Club", "--officer", "Ann Lee", "--president", "--database-url-file", "-"],
    { name: "Lake Club", officer: "Ann Lee", president: true, databaseUrlFile: "-" },
  ],
]);

const next = [{ command: "sabc serve", about: "the site" }];

testOutputs("sabc init", [
  [
    "of a new club",
    command.output(
      { home: "/club", steps: [{ step: "club", done: true, found: "Lake Club" }], next },
      {} as never,
    ),
    { stdout: "", said: ["The club is set up.", "Next:", "  sabc serve  the site"] },
  ],
  [
    "again",
    command.output(
      { home: "/club", steps: [{ step: "club", done: false, found: "Lake Club" }], next },
      {} as never,
    ),
    {
      stdout: "",
      said: ["Nothing to do: the club is set up already.", "Next:", "  sabc serve  the site"],
    },
  ],
]);

const freshHome = (): string => join(freshDirectory(), "club");

/** Without a terminal. */
const init = (words: string[], { stdin = "" } = {}): Promise<Said> =>
  sabc(["init", ...words], { typed: [stdin] });

/** Each answer is typed when its question stands there. */
async function answer(
  terminal: Terminal,
  answers: [question: RegExp, typed: string][],
): Promise<{ code: number; screen: string }> {
  for (const [question, typed] of answers) {
    await terminal.shows(question);
    terminal.type(typed);
  }
  return { code: await terminal.exit, screen: terminal.screen() };
}

const there = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

describe("sabc init without a terminal, on the embedded database", () => {
  // Before the directory is taken away.
  let leave = () => Promise.resolve();
  after(() => leave());
  const home = freshHome();
  const whole = ["--name", "Lake Club", "--officer", "Ann Lee", "--email", "ann@club.example"];
  const stepsOf = ({ stdout }: Said): [string, boolean, string][] =>
    JSON.parse(stdout).steps.map((each: { step: string; done: boolean; found: string }) => [
      each.step,
      each.done,
      each.found.replace(home, "HOME"),
    ]);

  test("names all that is missing, and begins nothing", async () => {
    const { code, stderr } = await init(["--home", home]);
    assert.deepEqual(
      [code, stderr],
      [
        2,
        "sabc: Missing: --name NAME (what the club is called); --officer NAME (the first officer, who may do everything).\n",
      ],
    );
    assert.equal((await init(["--home", home, ...whole, "--zone", "Mars/One"])).code, 4);
    assert.equal(await there(home), false);
  });

  test("sets the club up, and says what comes next", async () => {
    const said = await startSabc(["init", ...whole, "--president"], { home, typed: "" }).ended;
    // What follows finds the server running.
    ({ leave } = await joinCluster(home));
    assert.deepEqual([said.code, said.stdout], [0, ""]);
    assert.match(
      said.stderr.replaceAll(home, "HOME"),
      /^Database: the club's own, in HOME\/cluster\.\nSchema: all \d+ steps\.\nClub: Lake Club, America\/Chicago\.\nFirst officer: Ann Lee, admin\.\nThe club is set up\.\nNext:\n {2}sabc season rules \d{4} --set sabc-team {2}/,
    );
    // All of it is a default: there is nothing to write down.
    assert.equal(await there(join(home, ".env")), false);
  });

  test("again it changes nothing, and what is said anew is changed", async () => {
    const again = await init(["--home", home, ...whole, "--president", "--json"]);
    assert.equal(again.code, 0);
    assert.deepEqual(
      stepsOf(again).map(([step, done]) => [step, done]),
      [
        ["database", false],
        ["schema", false],
        ["club", false],
        ["officer", false],
      ],
    );
    const site = ["--public-url", "https://lake.example", "--contact", "info@lake.example"];
    assert.deepEqual(stepsOf(await init(["--home", home, ...site, "--json"])).slice(1), [
      ["site", true, "https://lake.example/"],
      ["schema", false, stepsOf(again)[1]![2]],
      ["club", true, "Lake Club, America/Chicago, info@lake.example"],
      ["officer", false, "Ann Lee"],
    ]);
    assert.equal(await readFile(join(home, ".env"), "utf8"), "PUBLIC_URL=https://lake.example\n");
    assert.equal((await stat(join(home, ".env"))).mode & 0o777, 0o600);
  });

  test("another first officer is refused", async () => {
    const { code, stderr } = await init(["--home", home, "--officer", "Bob Cruz", "--quiet"]);
    assert.deepEqual(
      [code, stderr],
      [5, "sabc: The club has an admin already: Ann Lee. An admin gives roles to others.\n"],
    );
  });

  test("another database is taken only when that is said, and only one that answers", async () => {
    const stdin = "postgresql://club:canary@127.0.0.1:1/club\n";
    const words = ["--home", home, "--database-url-file", "-"];
    const asked = await init(words, { stdin });
    assert.equal(asked.code, 2);
    assert.match(asked.stderr, /Use another database from now on\?.* Say --yes/);
    const tried = await init([...words, "--yes"], { stdin });
    assert.equal(tried.code, 7);
    assert.doesNotMatch(asked.stderr + tried.stderr, /canary/);
    assert.doesNotMatch(await readFile(join(home, ".env"), "utf8"), /DATABASE_URL/);
  });
});

describe("sabc init on a server of one's own", () => {
  const server = process.env["TEST_CLUSTER_URL"]!;
  const name = freshName();
  const url = withDatabase(server, name);
  const onServer = async (statement: string): Promise<void> => {
    const client = await connect({ connectionString: server }, "sabc test");
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  before(() => onServer(`create database ${name} strategy file_copy`));
  after(() => onServer(`drop database if exists ${name} with (force)`));
  const home = freshHome();
  const whole = ["--home", home, "--name", "Lake Club", "--officer", "Ann Lee"];

  test("makes the tables there, and keeps the address for its owner alone", async () => {
    const said = await init([...whole, "--database-url-file", "-", "--json"], { stdin: `${url}\n` });
    assert.equal(said.code, 0, said.stderr);
    const { steps } = JSON.parse(said.stdout);
    assert.deepEqual(
      steps.map((each: { step: string; done: boolean }) => [each.step, each.done]),
      [
        ["database", true],
        ["schema", true],
        ["club", true],
        ["officer", true],
      ],
    );
    assert.equal((await stat(join(home, ".env"))).mode & 0o777, 0o600);
    assert.equal(await there(join(home, "cluster")), false);
    assert.ok(!(said.stdout + said.stderr).includes(url));
  });

  test("a file with the same address changes nothing", async () => {
    const file = join(home, "address");
    await writeFile(file, url);
    const again = await init([...whole, "--database-url-file", file]);
    assert.equal(again.code, 0, again.stderr);
    assert.match(again.stderr, /^Database: a server of yours \(there already\)\.\n[^]*Nothing to do:/);
  });

  test("asked for at a terminal, the address is not shown", async () => {
    const other = freshHome();
    const { code, screen } = await answer(openTerminal(["init"], { home: other }), [
      [/Which database\?[^]*server of yours/, "\u001b[B\r"],
      [/Its address/, `${url}\r`],
    ]);
    assert.equal(code, 0, screen);
    assert.ok(!screen.includes(name));
    assert.match(screen, /Database: a server of yours\.\r?\n/);
    assert.equal(parseEnv(await readFile(join(other, ".env"), "utf8"))["DATABASE_URL"], url);
  });

  test("an address in the environment is used, not written", async () => {
    const other = freshHome();
    process.env["DATABASE_URL"] = url;
    after(() => delete process.env["DATABASE_URL"]);
    const said = await init(["--home", other, "--name", "Lake Club", "--officer", "Ann Lee"]);
    assert.equal(said.code, 0, said.stderr);
    assert.equal(await there(join(other, ".env")), false);
    const stdin = withDatabase(server, "sabc_test_template");
    const clash = await init(["--home", other, "--database-url-file", "-", "--yes"], { stdin });
    delete process.env["DATABASE_URL"];
    assert.equal(clash.code, 2);
    assert.match(clash.stderr, /DATABASE_URL is set in the environment, which wins/);
  });
});

describe("sabc init at a terminal", () => {
  const home = freshHome();

  test("left in the middle it keeps what is done, and goes on from there", async () => {
    const left = await answer(openScreen(["init"], { home }), [
      [/Which database\?/, "\r"],
      [/What is the club called\?/, "Lake Club\r"],
      [/time zone\?/, "\r"],
      [/visitors write to\?/, "nobody\r"],
      [/It must be an e-mail address/, "\u0003"],
    ]);
    assert.equal(left.code, 2);
    assert.match(left.screen, /Cancelled\. Nothing more was changed\./);

    const { code, screen } = await answer(openScreen(["init"], { home }), [
      [/What is the club called\?/, "\r"],
      [/It must not be empty/, "Lake Club\r"],
      [/time zone\?[^]*America\/Chicago/, "\r"],
      [/visitors write to\?/, "\r"],
      [/Who is the first officer/, "Ann Lee\r"],
      [/Their e-mail address\?/, "ann@club.example\r"],
      [/Is Ann Lee this year's president\?/, "\r"],
      [/Which server sends the club's mail/, "\r"],
    ]);
    assert.equal(code, 0, screen);
    assert.match(screen, /Database: the club's own, in [^]*\(there already\)\./);
    assert.match(screen, /Club: Lake Club, America\/Chicago\.\r?\n/);
    assert.match(screen, /First officer: Ann Lee, admin\./);
  });

  test("again it asks nothing", async () => {
    const again = await sabc(["init", "--home", home], { terminal: { width: 110 } });
    assert.equal(again.code, 0);
    assert.match(again.stderr, /First officer: Ann Lee \(there already\)\.[^]*Nothing to do/);
    const shown = await sabc(["member", "show", "Ann Lee", "--home", home, "--json"]);
    const { status, roles, email } = JSON.parse(shown.stdout).member ?? JSON.parse(shown.stdout);
    assert.deepEqual([status, roles, email], ["member", ["admin"], "ann@club.example"]);
  });
});

describe("sabc init, the club's mail", async () => {
  const canary = "canary-of-mail";
  const known: SMTPServerOptions = {
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: ({ password }, _, done) =>
      password === canary
        ? done(null, { user: "club" })
        : done(Object.assign(new Error("who?"), { responseCode: 535 })),
  };
  const smtp = await startSmtp({ options: known });
  const { host } = new URL(smtp.url);
  const address = (password: string): string => smtp.url.replace("smtp://", `smtp://club:${password}@`);
  const home = await clubHome();
  const init = (words: string[], typed = "") => sabc(["init", "--home", home, ...words], { typed: [typed] });
  const kept = async () => parseEnv(await readFile(join(home, ".env"), "utf8"))["SMTP_URL"];
  await init(["--name", "Lake Club", "--officer", "Ann Lee"]);

  const refusals: [string, string, number, RegExp][] = [
    ["a wrong login", address("wrong"), 7, /The mail server [\d.:]+: 535 who\?\./],
    ["no server there", `smtp://club:${canary}@127.0.0.1:9`, 7, /ECONNREFUSED/],
    ["what is none", `https://club:${canary}@mail.example`, 4, /SMTP_URL: must look like smtps:/],
    ["another library's options", `${address(canary)}?pool=true`, 4, /SMTP_URL: must look like smtps:/],
    ["nothing", "", 2, /There is no address of a mail server; one line is needed\./],
  ];
  for (const [label, typed, code, says] of refusals) {
    test(`${label} is not kept`, async () => {
      const said = await init(["--smtp-url-file", "-"], typed);
      assert.equal(said.code, code, said.stderr);
      assert.match(said.stderr, says);
      assert.doesNotMatch(said.stdout + said.stderr, new RegExp(canary));
      assert.equal(await kept(), undefined);
    });
  }

  test("is kept when it answers and knows us, for its owner alone, and told without its login", async () => {
    const said = await init(["--smtp-url-file", "-"], address(canary));
    assert.equal(said.code, 0, said.stderr);
    assert.ok(said.stderr.includes(`Mail: ${host}, but there is no sender yet.\n`), said.stderr);
    assert.equal(await kept(), address(canary));
    assert.equal((await stat(join(home, ".env"))).mode & 0o777, 0o600);
    const sender = await init(["--mail-from", "mail@club.example"]);
    assert.ok(sender.stderr.includes(`Mail: from mail@club.example by ${host}.\n`), sender.stderr);
    const again = await init(["--smtp-url-file", "-"], address(canary));
    assert.match(again.stderr, /\nMail: [^\n]* \(there already\)\.\nNothing to do/);
    for (const { stdout, stderr } of [said, sender, again, await sabc(["config", "show", "--home", home])])
      assert.doesNotMatch(stdout + stderr, new RegExp(canary));
  });

  test("two addresses cannot both come from stdin", async () => {
    const said = await init(["--smtp-url-file", "-", "--database-url-file", "-"], address(canary));
    assert.deepEqual(
      [said.code, said.stderr],
      [2, "sabc: Only one address can come from stdin. Give the other in a file.\n"],
    );
  });
});

test("the demo is not set up by hand, and a president needs a name", async () => {
  const home = await clubHome();
  const demo = await sabc(["init", "--demo", "--home", home]);
  assert.deepEqual([demo.code, demo.stderr], [2, "sabc: The demo club makes itself: sabc demo.\n"]);
  assert.equal((await sabc(["init", "--home", home, "--president"])).code, 2);
  assert.equal((await sabc(["init", "--home", home, "--database-url-file", "/no/file"])).code, 3);
});
