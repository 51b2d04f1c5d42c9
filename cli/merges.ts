import type { AnglersMerged } from "#core/people/merge.service.ts";
import { columnsOf } from "./columns.ts";
import { lines, type Section, table } from "./output.ts";

/** What merging two records comes to, before it is asked about and after. */
export function mergeSections(merged: AnglersMerged): Section[] {
  const { kept, moved, givenUp, aliases, contact, statuses } = merged;
  const taken = contact.filter((one) => one.taken);
  const dropped = contact.filter((one) => !one.taken);
  const told = [
    moved.length === 0 ? "Nothing of theirs moves." : `Moves: ${moved.join(", ")}.`,
    ...(givenUp.length > 0 ? [`Both had, so one of it goes: ${givenUp.join(", ")}.`] : []),
    ...taken.map(({ field, value }) => `Takes over ${titles[field]} ${value}.`),
    ...dropped.map(({ field, value }) => `Lets go of ${titles[field]} ${value}; ${kept.name} has another.`),
    ...(aliases.length > 0 ? [`Also known as ${aliases.join(", ")} from then on.`] : []),
  ];
  return [
    lines(told, "What changes"),
    ...(statuses.length > 0 ? [table(statusColumns, statuses, "Status then")] : []),
  ];
}

export const named = ({ name, id }: { name: string; id: number }): string => `${name} (${id})`;

const titles = { email: "the e-mail", phone: "the phone", joinedOn: "the first day" };

const statusColumns = columnsOf<AnglersMerged["statuses"][number]>({ status: "word", from: "word" });
