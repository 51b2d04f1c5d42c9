import { listMembers } from "#core/membership/roster.service.ts";
import { listPolls, type PollState } from "#core/polls/polls.service.ts";
import type { Offer } from "./command.ts";
import type { Act } from "./context.ts";
import { cut } from "./text.ts";

/** Whether a name has what was typed so far, without regard to case and accents. */
export const fits = (name: string, typed: string): boolean => plain(name).includes(plain(typed));

const plain = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().trim();

/** The polls in these states as an officer picks one: `12 Where to fish in March`. */
export async function offerPolls(
  act: Act,
  { typed, states }: { typed: string; states: readonly PollState[] },
): Promise<Offer[]> {
  const polls = await act.read((work) => listPolls(work));
  return polls
    .filter(({ state }) => states.includes(state))
    .map(({ id, title, state }) => ({ name: cut(`${id} ${title} (${state})`, 100), value: String(id) }))
    .filter(({ name }) => fits(name, typed));
}

/** The members of the club as an officer picks one: `Ann Lee`, with the number where two have one name. */
export async function offerMembers(act: Act, { typed }: { typed: string }): Promise<Offer[]> {
  const members = await act.read((work) => listMembers(work, { status: "member" }));
  const count = Map.groupBy(members, ({ name }) => name);
  return members
    .filter(({ name }) => fits(name, typed))
    .map(({ id, name }) => ({
      name: cut((count.get(name)?.length ?? 0) > 1 ? `${name} (${id})` : name, 100),
      value: String(id),
    }));
}
