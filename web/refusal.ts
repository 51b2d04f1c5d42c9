/** An answer that only the web knows, such as 405: what the core refuses is a DomainError. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    { code, sentence, headers = {} }: { code: string; sentence: string; headers?: Record<string, string> },
  ) {
    super(sentence);
    this.name = "Refusal";
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}
