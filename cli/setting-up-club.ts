import { appointFirstOfficer, listAdmins } from "#core/membership/first-officer.service.ts";
import { firstOfficerSchema } from "#core/membership/membership.schemas.ts";
import { listLakes } from "#core/lakes/lakes.service.ts";
import { saveClub } from "#core/seasons/club.service.ts";
import { saveClubSchema } from "#core/seasons/seasons.schemas.ts";
import { findSeason } from "#core/seasons/seasons.service.ts";
import type { Context } from "./context.ts";
import { openQuestions } from "./questions.ts";
import { demand, type Setup, type Step } from "./setting-up.ts";

/** The club's name, zone and contact address: asked for once, changed by what is said. */
export async function settleClub(context: Context, setup: Setup): Promise<Step> {
  const before = await context.read((work) => Promise.resolve(work.club));
  const { name, zone, contact } = before === null ? await askClub(context, setup) : setup;
  const said = saveClubSchema.parse({ name, zone, contact });
  const same =
    before !== null &&
    Object.entries(said).every(([key, value]) => value === undefined || Reflect.get(before, key) === value);
  const club = same ? before : await context.write((work) => saveClub(work, said));
  const address = club.contact === null ? "" : `, ${club.contact}`;
  return { step: "club", done: !same, found: `${club.name}, ${club.zone}${address}` };
}

/** The first admin: asked for where there is none. */
export async function settleOfficer(context: Context, setup: Setup): Promise<Step> {
  const admins = await context.read((work) => listAdmins(work));
  if (admins.length > 0 && setup.officer === undefined) {
    return { step: "officer", done: false, found: admins.map(({ name }) => name).join(", ") };
  }
  const input = firstOfficerSchema.parse(await askOfficer(context, setup));
  const { officer, changed } = await context.write((work) => appointFirstOfficer(work, input));
  return { step: "officer", done: changed, found: `${officer.name}, admin` };
}

/** What a new club does next; what it has already is left out. */
export async function whatIsNext(context: Context): Promise<{ command: string; about: string }[]> {
  const { year, season, lakes } = await context.read(async (work) => {
    const thisYear = work.now.year;
    return {
      year: thisYear,
      season: await findSeason(work, { year: thisYear }),
      lakes: await listLakes(work, {}),
    };
  });
  return [
    ...(season === null
      ? [
          {
            command: `sabc season rules ${year} --set sabc-team`,
            about: "this year's rules: sabc-team, sabc-individual or a file",
          },
        ]
      : []),
    ...(lakes.length === 0
      ? [{ command: "sabc lake import", about: "the lakes around Austin, or your own list" }]
      : []),
    { command: "sabc member add NAME", about: "the members, one by one" },
    ...((await context.config()).smtpUrl === null
      ? [
          {
            command: "sabc init --smtp-url-file FILE",
            about: "the server that sends mail; until then it waits",
          },
        ]
      : []),
    { command: "sabc serve", about: "the site" },
    { command: "sabc demo", about: "an invented club, to try everything on" },
  ];
}

async function askClub(context: Context, setup: Setup): Promise<Pick<Setup, "name" | "zone" | "contact">> {
  if (!context.prompts.interactive) {
    demand(setup, ["name"]);
    return setup;
  }
  const questions = await openQuestions(context);
  const zone = await context.read((work) => Promise.resolve(work.now.zoneName));
  const check = (field: string) => checked(saveClubSchema, field);
  return {
    name: setup.name ?? (await questions.line({ message: "What is the club called?", check: check("name") })),
    zone:
      setup.zone ??
      (await questions.line({ message: "Its time zone?", fallback: zone, check: check("zone") })),
    contact:
      setup.contact ??
      unlessBlank(
        await questions.line({
          message: "The e-mail address visitors write to? (Enter for none)",
          check: check("contact"),
        }),
      ),
  };
}

async function askOfficer(context: Context, setup: Setup) {
  if (!context.prompts.interactive || setup.officer !== undefined) {
    demand(setup, ["officer"]);
    return { name: setup.officer, email: setup.email, president: setup.president };
  }
  const questions = await openQuestions(context);
  const name = await questions.line({
    message: "Who is the first officer, who may do everything?",
    check: checked(firstOfficerSchema, "name"),
  });
  const email =
    setup.email ??
    unlessBlank(
      await questions.line({
        message: "Their e-mail address? (Enter for none)",
        check: checked(firstOfficerSchema, "email"),
      }),
    );
  const president =
    setup.president ||
    (await questions.agree({ message: `Is ${name} this year's president?`, fallback: true }));
  return { name, email, president };
}

const unlessBlank = (answer: string): string | undefined => (answer === "" ? undefined : answer);

/** Why a field's schema refuses an answer, in its own words; what may be left out may be blank. */
const checked =
  (schema: typeof saveClubSchema | typeof firstOfficerSchema, field: string) =>
  (answer: string): string | true => {
    if (answer === "" && optional.has(field)) return true;
    const { error } = schema.safeParse({ [field]: answer });
    const why = error?.issues.find(({ path }) => path[0] === field)?.message;
    return why === undefined ? true : `It ${why}.`;
  };

const optional = new Set(["contact", "email"]);
