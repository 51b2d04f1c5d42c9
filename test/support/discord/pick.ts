import type { Part } from "./component.ts";
import type { World } from "./world.ts";

interface Picked {
  values: string[];
  resolved: Record<string, Record<string, unknown>>;
}

/** What goes to the bot when members, roles or channels are picked by their names. */
export function picked(world: World, { type }: Part, names: string[]): Picked {
  const resolved: Picked["resolved"] = {};
  const put = (kind: string, id: string, value: unknown): string => {
    (resolved[kind] ??= {})[id] = value;
    return id;
  };
  const values = names.map((name) => {
    const member = [...world.members.values()].find(({ user }) => user.global_name === name);
    if ((type === 5 || type === 7) && member !== undefined) {
      put("members", member.user.id, { ...member, user: undefined, permissions: "0" });
      return put("users", member.user.id, member.user);
    }
    const role = [...world.roles.values()].find((each) => each.name === name);
    if ((type === 6 || type === 7) && role !== undefined) return put("roles", role.id, role);
    const channel = [...world.channels.values()].find((each) => each.name === name);
    if (type === 8 && channel !== undefined) {
      return put("channels", channel.id, { id: channel.id, name, type: 0, permissions: "0" });
    }
    throw new Error(`There is no ${name} to pick.`);
  });
  return { values, resolved };
}
