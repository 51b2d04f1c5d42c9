import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { missing, readText } from "../real-data.ts";

const file = "discord-openapi.json";

/** Why nothing can be judged here, or false: for a test's `skip`. */
export const judgeMissing = missing(file);

interface Operation {
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: object }> }>;
}

type Description = { paths: Record<string, Record<string, Operation>> };

/** A request or a reply, with the path as Discord's description spells it. */
export interface Said {
  method: string;
  path: string;
  query?: URLSearchParams;
  status?: number;
  body: unknown;
}

/** Holds what is said against Discord's published description. Without the file nothing is judged. */
export class Judge {
  /** What broke the description: where, what, why. */
  readonly violations: string[] = [];
  /** How many requests and replies were judged. */
  judged = 0;
  readonly #sleeps: boolean;

  /** Sleeping it judges nothing: for tests of what is judged elsewhere. */
  constructor({ sleeps = false }: { sleeps?: boolean } = {}) {
    this.#sleeps = sleeps || judgeMissing !== false;
  }

  request({ method, path, query, body }: Said): void {
    if (this.#sleeps) return;
    const operation = operationOf(method, path);
    if (operation === undefined) return this.complain(`${method} ${path}`, "Discord has no such endpoint");
    this.judged += 1;
    const known = (operation.parameters ?? []).filter((parameter) => parameter.in === "query");
    for (const name of query?.keys() ?? []) {
      if (known.every((parameter) => parameter.name !== name)) {
        this.complain(`${method} ${path} request`, `has no parameter ${name}`);
      }
    }
    const pointer = `${pointerOf(method, path)}/requestBody/content/application~1json/schema`;
    if (operation.requestBody?.content["application/json"] !== undefined) {
      this.#hold(`${method} ${path} request`, pointer, bitsAsNumbers(body));
    } else if (body !== undefined) this.complain(`${method} ${path} request`, "takes no body");
  }

  reply({ method, path, status = 200, body }: Said): void {
    const operation = this.#sleeps ? undefined : operationOf(method, path);
    if (operation === undefined || status >= 500) return;
    this.judged += 1;
    const what = `${method} ${path} reply ${status}`;
    const key = String(status) in operation.responses ? String(status) : status >= 400 ? "4XX" : undefined;
    if (key === undefined) return this.complain(what, "is no status of this endpoint");
    const response = operation.responses[key]!;
    const pointer =
      response.$ref === undefined ? `${pointerOf(method, path)}/responses/${key}` : response.$ref;
    if (response.$ref === undefined && response.content === undefined) {
      if (body !== undefined) this.complain(what, "has a body");
      return;
    }
    this.#hold(
      what,
      `${pointer}/content/application~1json/schema`,
      status < 400 ? body : withoutFields(body),
    );
  }

  /** Holds a part of a gateway event against a named shape of the description. */
  part(what: string, shape: string, value: unknown): void {
    if (this.#sleeps) return;
    this.judged += 1;
    this.#hold(what, `#/components/schemas/${shape}`, value);
  }

  complain(where: string, why: string): void {
    this.violations.push(`${where}: ${why}`);
  }

  /** The violations so far, which then count no more: for tests that break the rules on purpose. */
  takeViolations(): string[] {
    return this.violations.splice(0);
  }

  #hold(what: string, pointer: string, value: unknown): void {
    const validate = validatorOf(pointer);
    if (validate(value)) return;
    for (const { instancePath, message } of deepest(validate.errors ?? [])) {
      this.complain(`${what} ${instancePath}`, message ?? "is not as described");
    }
  }
}

/** Discord answers with words where the description has numbers for a field's code. */
const withoutFields = (body: unknown): unknown => ({ ...(body as object), errors: undefined });

/** Permissions are text in Discord's guide and in its answers, and a number in the description of a request. */
const bitsAsNumbers = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body ?? null), (key, value: unknown) =>
    key === "default_member_permissions" && /^\d+$/.test(String(value)) ? Number(value) : value,
  );

/** Of all branches that were tried, the one that came furthest says what is wrong. */
function deepest(errors: ErrorObject[]): ErrorObject[] {
  const depth = ({ instancePath }: ErrorObject): number => instancePath.split("/").length;
  const furthest = Math.max(...errors.map(depth));
  return errors.filter((error) => depth(error) === furthest).slice(0, 3);
}

const operationOf = (method: string, path: string): Operation | undefined =>
  open().description.paths[path]?.[method.toLowerCase()];

const pointerOf = (method: string, path: string): string =>
  `#/paths/${path.replaceAll("~", "~0").replaceAll("/", "~1")}/${method.toLowerCase()}`;

let opened: { description: Description; ajv: Ajv2020 } | undefined;
const validators = new Map<string, ValidateFunction>();

function open(): { description: Description; ajv: Ajv2020 } {
  if (opened !== undefined) return opened;
  const description = JSON.parse(readText(file)) as Description;
  // Compiled as quickly as can be: each shape is asked a few hundred times at most.
  const fast = { inlineRefs: false, code: { optimize: false } };
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false, formats, ...fast });
  ajv.addSchema(description, "discord");
  opened = { description, ajv };
  return opened;
}

function validatorOf(pointer: string): ValidateFunction {
  let validator = validators.get(pointer);
  if (validator === undefined) {
    validator = open().ajv.compile({ $ref: `discord${encodeURI(pointer)}` });
    validators.set(pointer, validator);
  }
  return validator;
}

const formats = {
  "date-time": (text: string) =>
    /^\d{4}-\d\d-\d\dT.+(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text)),
  uri: (text: string) => URL.canParse(text),
  // A single digit counts the files that came with the message.
  snowflake: /^\d(\d{16,18})?$/,
  nonce: /^[\s\S]{1,25}$/,
  int32: true as const,
  int64: true as const,
  double: true as const,
};
