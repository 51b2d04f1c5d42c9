import assert from "node:assert/strict";
import { type AddressInfo, createServer } from "node:net";
import { after, describe, test } from "node:test";
import { Secret } from "#core/config.ts";
import { type Mail, openMailer, type Verdict } from "#core/notices/mail.gateway.ts";
import { refused } from "../../support/small-club.ts";
import { startSmtp } from "../../support/smtp.ts";

const publicUrl = new URL("https://club.example");
const patient = { connect: 10_000, greeting: 10_000, silence: 10_000, mail: 20_000, check: 10_000 };
const hasty = { connect: 300, greeting: 300, silence: 300, mail: 700, check: 700 };
const mail: Mail = {
  messageId: "<0123@club.example>",
  date: new Date("2026-11-23T18:00:00Z"),
  from: { name: "Lake Club", address: "info@club.example" },
  replyTo: null,
  to: "ann@club.example",
  subject: "Your dues",
  text: "Hello.\n",
  html: "<p>Hello.</p>",
  unsubscribe: null,
};

async function sendBy(url: string, changes: Partial<Mail> = {}, limits = patient): Promise<Verdict> {
  const mailer = openMailer({ smtpUrl: new Secret(url), publicUrl }, limits);
  try {
    return await mailer.send({ ...mail, ...changes });
  } finally {
    mailer.close();
  }
}

async function checkBy(url: string, limits = patient): Promise<void> {
  const mailer = openMailer({ smtpUrl: new Secret(url), publicUrl }, limits);
  try {
    await mailer.check();
  } finally {
    mailer.close();
  }
}

const whatever = await startSmtp();

describe("an address", () => {
  const refusedAddresses = [
    "b@club.example\r\nBcc: evil@x.example",
    "b@club.example\nevil@x.example",
    "b@club.example,evil@x.example",
    "b@club.example, evil@x.example",
    "b@club.example;evil@x.example",
    "b@club.example evil@x.example",
    "<evil@x.example>",
    "Ann <evil@x.example>",
    "a@b@club.example",
    '"a b"@club.example',
    "a(comment)@club.example",
    "a..b@club.example",
    ".a@club.example",
    "a@club",
    "a@127.0.0.1",
    "a@[127.0.0.1]",
    "a@-club.example",
    "a@club.example.",
    "а@club.example",
    "a@clüb.example",
    "a\u202e@club.example",
    "a\u0000@club.example",
    "a@club\u2024example",
    "",
    `${"a".repeat(65)}@club.example`,
    `a@${"b.".repeat(130)}example`,
  ];
  for (const to of refusedAddresses) {
    test(`${JSON.stringify(to).slice(0, 50)} is refused unsent, as recipient, sender and for answers`, async () => {
      assert.deepEqual(await sendBy(whatever.url, { to }), {
        kind: "refused",
        failure: "The address is not one that mail can be sent to.",
      });
      assert.equal((await sendBy(whatever.url, { from: { name: "Club", address: to } })).kind, "away");
      assert.deepEqual(whatever.arrived, []);
    });
  }

  test("any plain one is taken as it is", async () => {
    for (const to of ["ann.lee+club@mail.club.example", "o'neil@club.example", "A_b-c@x-y.example"]) {
      assert.deepEqual(await sendBy(whatever.url, { to }), { kind: "accepted" });
      assert.deepEqual(whatever.arrived.pop()?.to, [to]);
    }
  });
});

describe("what stands beside the address", () => {
  test("adds no header, whatever is in it", async () => {
    const evil = "Club\r\nBcc: evil@x.example\r\n\r\nbody \u202e";
    await sendBy(whatever.url, {
      from: { name: evil, address: "info@club.example" },
      subject: evil,
      replyTo: "b@club.example\r\nBcc: evil@x.example",
    });
    const { mail: got, raw, to } = whatever.arrived.pop()!;
    assert.deepEqual(to, ["ann@club.example"]);
    assert.equal(got.subject, "Club Bcc: evil@x.example body");
    assert.equal(got.from?.value[0]?.address, "info@club.example");
    assert.equal(got.replyTo, undefined);
    assert.doesNotMatch(raw.split("\r\n\r\n")[0]!, /^bcc:/im);
  });
});

describe("a server that", () => {
  test("says nothing, at the greeting or later, is given up in time", async () => {
    const silent = await startSmtp({ options: { onConnect: () => undefined } });
    const mute = await startSmtp({ manner: () => "hang" });
    for (const { url } of [silent, mute]) {
      const start = performance.now();
      assert.deepEqual(await sendBy(url, {}, hasty), {
        kind: "away",
        failure: "it did not answer in time",
      });
      assert.ok(performance.now() - start < 5_000);
    }
  });

  test("drips its answer without end is given up too", async () => {
    const dripping = createServer((socket) => {
      socket.on("error", () => undefined).write("220 here\r\n");
      socket.once("data", () => {
        const drip = setInterval(() => socket.write("250-more\r\n"), 50);
        socket.once("close", () => clearInterval(drip));
      });
    });
    await new Promise<void>((resolve) => dripping.listen(0, "127.0.0.1", resolve));
    after(() => dripping.close());
    const { port } = dripping.address() as AddressInfo;
    const verdict = await sendBy(`smtp://127.0.0.1:${port}`, {}, hasty);
    assert.equal(verdict.kind, "away");
    assert.match(JSON.stringify(verdict), /in time"/);
  });

  test("wants no plain login hears none: another machine must offer encryption, unless the URL says it need not", async () => {
    const plain = whatever.url.replace("127.0.0.1", "localhost.localdomain");
    const verdict = await sendBy(plain.replace("smtp://", "smtp://user:canary@"));
    assert.equal(verdict.kind, "away");
    assert.doesNotMatch(JSON.stringify(verdict), /canary/);
    assert.deepEqual(whatever.arrived, []);
  });
});

describe("encryption and login", async () => {
  const secured = await startSmtp({ options: { secure: true } });
  const login = await startSmtp({
    options: {
      disabledCommands: ["STARTTLS"],
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _, done) =>
        password === "right canary"
          ? done(null, { user: username })
          : done(
              Object.assign(new Error(`${username} with ${password} is not known`), { responseCode: 535 }),
            ),
    },
  });
  const withLogin = (password: string): string =>
    login.url.replace("smtp://", `smtp://club%40user:${encodeURIComponent(password)}@`);

  test("a certificate that nobody vouches for ends it", async () => {
    const verdict = await sendBy(secured.url);
    assert.equal(verdict.kind, "away");
    assert.match(JSON.stringify(verdict), /self-signed|certificate/);
  });

  test("the right login sends, the wrong one is the server's refusal of all mail, told without it", async () => {
    assert.deepEqual(await sendBy(withLogin("right canary")), { kind: "accepted" });
    const verdict = await sendBy(withLogin("wrong canary"));
    assert.deepEqual(verdict, { kind: "away", failure: "535 (login) with (login) is not known" });
  });

  test("doctor's check connects, greets and logs in, and says in one sentence what failed", async () => {
    await checkBy(withLogin("right canary"));
    const { host } = new URL(login.url);
    assert.deepEqual(await refused(checkBy(withLogin("wrong canary"))), [
      "unavailable",
      "mail-server-away",
      `The mail server ${host}: 535 (login) with (login) is not known.`,
    ]);
    const [, , away] = await refused(checkBy("smtp://127.0.0.1:9"));
    assert.match(away, /^The mail server 127\.0\.0\.1:9: .*ECONNREFUSED.*\.$/);
    const silent = await startSmtp({ options: { onConnect: () => undefined } });
    const [kind] = await refused(checkBy(silent.url, hasty));
    assert.equal(kind, "unavailable");
  });
});
