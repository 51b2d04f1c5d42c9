import { forbidden } from "./errors.ts";

export const roles = ["admin", "weighmaster", "treasurer", "editor"] as const;
export type Role = (typeof roles)[number];
export type Channel = "terminal" | "site" | "discord" | "cron";

/** Who asks, and through what. The operator is whoever may run `sabc` on the club's machine; the clock is cron. */
export interface Actor {
  kind: "visitor" | "angler" | "operator" | "clock";
  name: string;
  channel: Channel;
  anglerId: number | null;
  roles: readonly Role[];
}

export const visitor: Actor = {
  kind: "visitor",
  name: "visitor",
  channel: "site",
  anglerId: null,
  roles: [],
};

/** What runs by itself: cron's `sabc run due`. */
export const clock: Actor = {
  kind: "clock",
  name: "clock",
  channel: "cron",
  anglerId: null,
  roles: [],
};

export const operator = (name: string, anglerId: number | null = null): Actor => ({
  kind: "operator",
  name,
  channel: "terminal",
  anglerId,
  roles: [],
});

/** Whether someone works for the club: the operator, the clock, or anyone with a role. */
export const isOfficer = ({ kind, roles }: Actor): boolean =>
  kind === "operator" || kind === "clock" || roles.length > 0;

/** What the audit record will say was done, and why. */
export interface Deed {
  verb: string;
  reason: string | null;
  /** What follows from it is done with it, by whoever could not do that alone. */
  entails?: true;
}

interface Permission {
  /** Roles that may do this; admins and the terminal's operator always may. */
  roles: readonly Role[];
  /** The angler whose own matter it is: they may too. */
  self?: number | undefined;
  /** Whoever may do this brings about what follows from it, whatever roles the verbs inside ask for. */
  entails?: true;
  /** Why, in the actor's words; kept in the audit record. */
  reason?: string | null | undefined;
}

/**
 * Opens every verb that changes something: refuses an actor without the role, and names the verb for the audit
 * record. The outermost verb gives the name; what it calls on the way is part of it.
 */
export function authorize(
  work: { readonly actor: Actor; deed: Deed | null },
  verb: string,
  permission: Permission,
): void {
  const { actor, deed } = work;
  const allowed =
    deed?.entails === true ||
    actor.kind === "operator" ||
    actor.kind === "clock" ||
    actor.roles.includes("admin") ||
    (actor.kind === "angler" && actor.anglerId !== null && actor.anglerId === permission.self) ||
    actor.roles.some((role) => permission.roles.includes(role));
  if (!allowed) {
    const who = ["admin", ...permission.roles].join(" or ");
    throw forbidden("role-required", `Only ${who} may do this. Ask an officer of the club.`);
  }
  const { reason = null, entails } = permission;
  work.deed ??= { verb, reason, ...(entails && { entails }) };
}

/**
 * Opens a verb that a secret link lets its holder do, signed in or not: the secret itself was checked, and does this
 * one thing.
 */
export function authorizeHolder(work: { deed: Deed | null }, verb: string): void {
  work.deed ??= { verb, reason: "by the link in a mail" };
}
