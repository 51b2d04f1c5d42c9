import type { Work } from "#core/work.ts";

type Verb<T> = (work: Work) => Promise<T>;

/** Negative control: the same verb, with its statements as they would stand had somebody left something out. */
export function saidOtherwise<T>(verb: Verb<T>, change: (sql: string) => string): Verb<T> {
  return (work) => {
    const execute = work.em.execute.bind(work.em);
    const otherwise = ((sql: string, ...rest: [unknown[]?]) =>
      execute(change(sql), ...rest)) as typeof execute;
    return verb(Object.assign(work, { em: Object.assign(work.em, { execute: otherwise }) }));
  };
}
