import { invalid } from "#core/errors.ts";
import type { OfficerSet } from "#core/membership/officers.service.ts";
import { defineCommand } from "../../command.ts";
import { readYear } from "../../familiar.ts";

export const command = defineCommand({
  summary: "Give an office of a year to a person, or to nobody.",
  description:
    "Who holds it is put out only after a question (--yes). An office is no permission: that is sabc member role.",
  parameters: {
    office: { argument: "the office, in the club's own word: president" },
    angler: { argument: "who holds it: id, e-mail, name or alias", optional: true },
    year: { option: "YEAR", about: "the year (the current one)", optional: true },
    vacant: { flag: "nobody holds it" },
  },
  examples: ['sabc officer set president "Ann Lee"', 'sabc officer set "tournament director" 12 --year 2027'],
  async input({ office, angler, year, vacant }) {
    if ((angler === undefined) !== vacant) {
      throw invalid("officer-not-said", "Say who holds the office, or --vacant.");
    }
    const { setOfficerSchema } = await import("#core/membership/membership.schemas.ts");
    return setOfficerSchema.parse({ office, reference: angler ?? null, year: readYear(year) });
  },
  async run(context, input) {
    const { findReplaced, setOfficer } = await import("#core/membership/officers.service.ts");
    const { replaced, year } = await context.read((work) => findReplaced(work, input));
    if (replaced === null) return context.write((work) => setOfficer(work, input));
    const instead = input.reference === null ? "Leave the office vacant?" : "Put them out?";
    await context.prompts.confirm(`${replaced.name} is ${input.office} of ${year}. ${instead}`);
    return context.write((work) => setOfficer(work, { ...input, replaces: replaced.id }));
  },
  output: (set) => ({ json: set, notes: [told(set)] }),
});

function told({ year, office, angler, before, changed }: OfficerSet): string {
  if (!changed) return `${angler?.name} is ${office} of ${year} already; nothing was changed.`;
  const instead = before === null ? "" : `, no longer ${before.name}`;
  return angler === null
    ? `Nobody is ${office} of ${year} now${instead}.`
    : `${angler.name} (${angler.id}) is ${office} of ${year}${instead}.`;
}
