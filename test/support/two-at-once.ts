import assert from "node:assert/strict";
import { DomainError } from "#core/errors.ts";
import type { Work } from "#core/work.ts";

/** Negative control of a race: the same verb, but what it would wait for is not waited for. */
export function unguarded<T>(verb: (work: Work) => Promise<T>): (work: Work) => Promise<T> {
  return (work) => {
    const execute = work.em.execute.bind(work.em);
    const hurried = ((sql: string, ...rest: [unknown[]?]) =>
      /pg_advisory_xact_lock|for (no key )?update/.test(sql)
        ? Promise.resolve([])
        : execute(sql, ...rest)) as typeof execute;
    return verb(Object.assign(work, { em: Object.assign(work.em, { execute: hurried }) }));
  };
}

/** In a control any fault is the race showing itself. */
export const brokeDown = <T>(race: Promise<T>): Promise<T | null> => race.catch(() => null);

/** What became of several that ran at once: their outcomes, and how the others were refused. Any fault fails the test. */
export async function allAtOnce<T>(
  runs: Promise<T>[],
): Promise<{ done: T[]; refused: [kind: string, code: string][] }> {
  const settled = await Promise.allSettled(runs);
  const done: T[] = [];
  const refused: [string, string][] = [];
  for (const one of settled) {
    if (one.status === "fulfilled") done.push(one.value);
    else {
      const error: unknown = one.reason;
      assert.ok(error instanceof DomainError, String(error instanceof Error ? error.stack : error));
      refused.push([error.kind, error.code]);
    }
  }
  return { done, refused };
}
