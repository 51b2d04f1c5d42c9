import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackComponent,
  type APISelectMenuOption,
  ComponentType,
  type ModalSubmitFields,
  TextInputStyle,
} from "discord.js";
import type { z } from "zod";
import { invalid } from "#core/errors.ts";
import type { Form } from "./command.ts";
import { type Press, writeCustomId } from "./custom-id.ts";
import { cut, label } from "./text.ts";

const limits = { title: 45, label: 45, about: 100, placeholder: 100, fields: 5 } as const;

/** A form of up to five fields; the modal of its verb reads it. */
export const formOf = (
  press: Press,
  { title, fields }: { title: string; fields: APIModalInteractionResponseCallbackComponent[] },
): Form => ({
  custom_id: writeCustomId(press),
  title: cut(title, limits.title),
  components: fields.slice(0, limits.fields),
});

interface Field {
  label: string;
  about?: string;
}

interface Written extends Field {
  /** What stands in it already. */
  value?: string;
  placeholder?: string;
  /** Characters. */
  most: number;
  /** May be left empty. */
  optional?: true;
}

/** A line to type. */
export const lineField = (name: string, field: Written): APILabelComponent =>
  written(name, { ...field, style: TextInputStyle.Short });

/** Several lines to type. */
export const textField = (name: string, field: Written): APILabelComponent =>
  written(name, { ...field, style: TextInputStyle.Paragraph });

/** Something to choose from up to 25. */
export const choiceField = (
  name: string,
  {
    options,
    most = 1,
    least = 1,
    ...field
  }: Field & { options: APISelectMenuOption[]; most?: number; least?: number },
): APILabelComponent => ({
  ...framed(field),
  component: {
    type: ComponentType.StringSelect,
    custom_id: name,
    min_values: least,
    max_values: Math.min(most, options.length),
    required: least > 0,
    options,
  },
});

function written(
  name: string,
  { style, value, placeholder, most, optional, ...field }: Written & { style: TextInputStyle },
): APILabelComponent {
  return {
    ...framed(field),
    component: {
      type: ComponentType.TextInput,
      custom_id: name,
      style,
      max_length: most,
      required: optional !== true,
      ...(value === undefined || value === "" ? {} : { value: cut(value, most) }),
      ...(placeholder === undefined ? {} : { placeholder: cut(placeholder, limits.placeholder) }),
    },
  };
}

const framed = ({ label: words, about }: Field) => ({
  type: ComponentType.Label as const,
  label: label(words, limits.label),
  ...(about === undefined ? {} : { description: cut(about, limits.about) }),
});

/** Whether a field of the form is one to type in. */
export const isTyped = (fields: ModalSubmitFields, name: string): boolean =>
  fields.fields.get(name)?.type === ComponentType.TextInput;

/** What was typed; nothing where it was left empty. */
export function typed(fields: ModalSubmitFields, name: string): string | undefined {
  const text = fields.fields.has(name) ? fields.getTextInputValue(name).trim() : "";
  return text === "" ? undefined : text;
}

/** The lines that were typed, without empty ones. */
export const typedLines = (fields: ModalSubmitFields, name: string): string[] =>
  (typed(fields, name) ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** What was chosen. */
export const chosen = (fields: ModalSubmitFields, name: string): readonly string[] =>
  fields.fields.has(name) ? fields.getStringSelectValues(name) : [];

/** What was typed, in the domain's shape; refused with each fault in it. */
export function understood<Read>(schema: z.ZodType<Read>, given: unknown): Read {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => ({
    column: path.join(" "),
    reason: message,
  }));
  const words = problems.map(({ column, reason }) => `${column} ${reason}`.trim()).join("; ");
  throw invalid("not-understood", `That cannot be taken: ${words}.`, { problems, words });
}
