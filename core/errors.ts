/** What went wrong, as the person who asked should hear it. Front ends turn the kind into an exit code or a status. */
export type ErrorKind = "not-found" | "invalid" | "conflict" | "forbidden" | "unavailable" | "busy";

/** One fault in what a person sent: where it stands and why it is refused. */
export interface Problem {
  line?: number;
  column?: string;
  value?: string;
  reason: string;
}

export interface ErrorDetails {
  problems?: Problem[];
  candidates?: string[];
  [key: string]: unknown;
}

/** The one way to fail: a kind, a stable code, and a sentence that says what to do next. */
export class DomainError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly details: ErrorDetails | undefined;

  constructor(
    kind: ErrorKind,
    {
      code,
      sentence,
      details,
      cause,
    }: { code: string; sentence: string; details?: ErrorDetails; cause?: unknown },
  ) {
    super(sentence, { cause });
    this.name = "DomainError";
    this.kind = kind;
    this.code = code;
    this.details = details;
  }
}

export const notFound = (code: string, sentence: string, details?: ErrorDetails): DomainError =>
  new DomainError("not-found", { code, sentence, details });

export const invalid = (code: string, sentence: string, details?: ErrorDetails): DomainError =>
  new DomainError("invalid", { code, sentence, details });

export const conflict = (code: string, sentence: string, details?: ErrorDetails): DomainError =>
  new DomainError("conflict", { code, sentence, details });

export const forbidden = (code: string, sentence: string): DomainError =>
  new DomainError("forbidden", { code, sentence });

export const unavailable = (code: string, sentence: string, cause?: unknown): DomainError =>
  new DomainError("unavailable", { code, sentence, cause });

export const busy = (code: string, sentence: string): DomainError =>
  new DomainError("busy", { code, sentence });
