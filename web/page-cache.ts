import { visitor } from "#core/actor.ts";
import type { App } from "#core/app.ts";
import { untilNextTurn } from "#core/news/next-turn.service.ts";
import type { Changes } from "./changes.ts";
import type { Page } from "./page.ts";

type Render = () => Promise<Page | null>;

/** Public pages as they were made, until the club changes or its clock turns. */
export interface PageCache {
  find(address: string): Page | undefined;
  /**
   * Makes a page once for all who ask meanwhile, and keeps it if nothing changed on the way. Null from `render` means that
   * it answered with something else than a public page; then each who asks is answered for itself.
   */
  make(address: string, render: Render): Promise<Page | null>;
}

/** Bytes of pages, as made; what is compressed comes on top, about a half. The oldest make room. */
const most = 16_000_000;

/** What was made since the last change: everything in it is dropped at once. */
interface Generation {
  pages: Map<string, Page>;
  making: Map<string, Promise<Page | null>>;
  bytes: number;
  /** When the club's clock alone changes a page, by this process's clock; null while that is not known. */
  until: number | null;
  learning: Promise<void> | null;
}

/** Keeps pages while it hears of every change; while the line to the database is lost it keeps nothing. */
export function openPageCache(app: Pick<App, "read">, changes: Changes): PageCache {
  let generation: Generation | null = null;
  changes.tell((heard) => {
    generation = heard === "lost" ? null : begin();
  });

  function current(): Generation | null {
    if (generation !== null && isOver(generation)) generation = begin();
    return generation;
  }

  /** Asked anew by the next page if it fails; nothing is kept until it is known. */
  const learn = async (own: Generation): Promise<void> => {
    const asked = performance.now();
    try {
      own.until = asked + (await app.read(visitor, (work) => untilNextTurn(work)));
    } catch {
      own.learning = null;
    }
  };

  async function makeFor(own: Generation, address: string, render: Render): Promise<Page | null> {
    own.learning ??= learn(own);
    // A page begun before the clock was asked may show what was before a turn that nobody sees any more.
    const timely = own.until !== null;
    const page = await render();
    if (page !== null && timely && own === current()) keep(own, { address, page });
    return page;
  }

  return {
    find: (address) => current()?.pages.get(address),
    async make(address, render) {
      const own = current();
      if (own === null) return render();
      const begun = own.making.get(address);
      if (begun !== undefined) return (await begun) ?? render();
      const made = makeFor(own, address, render).finally(() => own.making.delete(address));
      own.making.set(address, made);
      return made;
    },
  };
}

const begin = (): Generation => ({
  pages: new Map(),
  making: new Map(),
  bytes: 0,
  until: null,
  learning: null,
});

const isOver = ({ until }: Generation): boolean => until !== null && performance.now() >= until;

function keep(own: Generation, { address, page }: { address: string; page: Page }): void {
  own.pages.set(address, page);
  own.bytes += page.size;
  for (const [oldest, { size }] of own.pages) {
    if (own.bytes <= most) return;
    own.pages.delete(oldest);
    own.bytes -= size;
  }
}
