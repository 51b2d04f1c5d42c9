/** Discord's refusals by code: the status and the sentence. */
const refusals = {
  0: [401, "401: Unauthorized"],
  10003: [404, "Unknown Channel"],
  10004: [404, "Unknown Guild"],
  10007: [404, "Unknown Member"],
  10008: [404, "Unknown Message"],
  10011: [404, "Unknown Role"],
  10015: [404, "Unknown Webhook"],
  10062: [404, "Unknown interaction"],
  10070: [404, "Unknown Guild Scheduled Event"],
  20009: [403, "Explicit content cannot be sent to the desired recipient(s)"],
  30038: [400, "Maximum number of guild scheduled events reached (100)"],
  30046: [429, "Maximum number of edits to messages older than 1 hour reached. Try again later"],
  40060: [400, "Interaction has already been acknowledged."],
  50001: [403, "Missing Access"],
  50005: [403, "Cannot edit a message authored by another user"],
  50006: [400, "Cannot send an empty message"],
  50013: [403, "Missing Permissions"],
  50027: [401, "Invalid Webhook Token"],
  50035: [400, "Invalid Form Body"],
  50109: [400, "The request body contains invalid JSON."],
  160004: [400, "A thread has already been created for this message"],
  180000: [400, "Cannot update a finished event"],
} as const;

type RefusalCode = keyof typeof refusals;

/** One field that breaks a rule: `components.0.label`, why in Discord's words. */
export interface FieldProblem {
  path: string;
  code: string;
  message: string;
}

/** What an endpoint throws when Discord would say no. */
export class Refused extends Error {
  readonly status: number;
  readonly body: Record<string, unknown>;

  constructor(code: RefusalCode, problems: FieldProblem[] = []) {
    const [status, message] = refusals[code];
    super(`${code} ${message}`);
    this.status = status;
    this.body = { message, code, ...(problems.length > 0 && { errors: nested(problems) }) };
  }
}

/** Throws 50035 when a field breaks a rule. */
export function refuseInvalid(problems: FieldProblem[]): void {
  if (problems.length > 0) throw new Refused(50035, problems);
}

/** Discord's sentence for a code; of an unknown one that a test ordered it. */
export const sentenceOf = (code: number): string =>
  (refusals as Record<number, readonly [number, string]>)[code]?.[1] ?? "As ordered";

type Nested = { [key: string]: Nested | { code: string; message: string }[] };

function nested(problems: FieldProblem[]): Nested {
  const root: Nested = {};
  for (const { path, code, message } of problems) {
    let at = root;
    for (const part of path.split(".")) at = (at[part] ??= {}) as Nested;
    const errors = (at["_errors"] ??= []) as { code: string; message: string }[];
    errors.push({ code, message });
  }
  return root;
}
