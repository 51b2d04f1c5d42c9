/** What met trouble that no quick second try mends: it is left alone for a while, and tried again then. */
export class Rests {
  readonly #long: number;
  readonly #until = new Map<string, number>();

  constructor({ long }: { long: number }) {
    this.#long = long;
  }

  begin(what: string): void {
    this.#until.set(what, performance.now() + this.#long);
  }

  has(what: string): boolean {
    const until = this.#until.get(what);
    if (until === undefined) return false;
    if (until <= performance.now()) this.#until.delete(what);
    return this.#until.has(what);
  }
}
