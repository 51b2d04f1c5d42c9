import { isSelect, type Part, partType } from "./component.ts";
import { lengthOf } from "./component-rules.ts";
import type { ModalForm } from "./modal-rules.ts";
import type { Interaction, Kept } from "./kept.ts";

/** A form that opened before a person. */
export interface SeenForm {
  title: string;
  text: string;
  fields: SeenField[];
  /** Where it was opened, for whoever sends it. */
  from: { modal: ModalForm; on: Kept | null; channel: Interaction["channel"] };
}

export interface SeenField {
  label: string;
  description: string | null;
  /** What already stands in it; of a select the chosen labels. */
  value: string | string[];
  required: boolean;
  options: string[];
  /** Of a select: so many may be chosen; of a text: whether it has several lines. */
  most: number;
  long: boolean;
}

/** What a person typed or chose, by the field's label. */
export type Filled = Record<string, string | string[]>;

export function seenForm(from: SeenForm["from"]): SeenForm {
  const { modal } = from;
  return {
    title: modal.title,
    text: modal.components
      .flatMap(({ type, content }) => (type === partType.text ? content! : []))
      .join("\n"),
    fields: modal.components.flatMap(fieldsOf).map(({ label, description, field }) => ({
      label,
      description: description ?? null,
      value: isSelect(field) ? chosen(field) : (field.value ?? ""),
      required: field.required !== false,
      options: (field.options ?? []).map((option) => option.label),
      most: field.max_values ?? 1,
      long: field.style === 2,
    })),
    from,
  };
}

/** The form's data as it goes to the bot. Throws what Discord's own form would not let through. */
export function filledForm({ from: { modal } }: SeenForm, filled: Filled): Record<string, unknown> {
  const labels = modal.components.flatMap(fieldsOf).map(({ label }) => label);
  const unknown = Object.keys(filled).filter((label) => !labels.includes(label));
  if (unknown.length > 0)
    throw new Error(`The form has no field ${unknown.join(", ")}: ${labels.join(", ")}`);
  const components = modal.components.map((part, index) => {
    const id = part.id ?? index + 1;
    const [only] = fieldsOf(part).map(({ label, field }, at) =>
      submitted(field, filled[label], id * 100 + at),
    );
    if (part.type === partType.label) return { type: part.type, id, component: only };
    return part.type === partType.row ? { type: part.type, id, components: [only] } : { type: part.type, id };
  });
  return { custom_id: modal.custom_id, components };
}

function fieldsOf(part: Part): { label: string; description?: string; field: Part }[] {
  if (part.type === partType.label) {
    return [{ label: part.label ?? "", description: part.description, field: part.component! }];
  }
  return (part.components ?? []).map((field) => ({ label: field.label ?? "", field }));
}

function submitted(field: Part, given: string | string[] | undefined, id: number): Record<string, unknown> {
  const of = { type: field.type, id: field.id ?? id, custom_id: field.custom_id };
  if (isSelect(field))
    return { ...of, values: valuesOf(field, given === undefined ? chosen(field) : [given].flat()) };
  const value = String(given ?? field.value ?? "");
  const { min_length: least = 0, max_length: most = 4000, required = true } = field;
  if (required && value === "") throw new Error(`The form does not go without ${field.custom_id}.`);
  const length = lengthOf(value);
  if (value !== "" && (length < least || length > most)) {
    throw new Error(`${field.custom_id} takes ${least} to ${most} characters, not ${length}.`);
  }
  return { ...of, value };
}

const chosen = ({ options = [] }: Part): string[] =>
  options.filter((option) => option.default === true).map(({ label }) => label);

/** The values behind labels; as many as the select takes, and none that it does not have. */
export function valuesOf(
  { options = [], min_values: least = 1, max_values: most = 1 }: Part,
  labels: string[],
): string[] {
  if (labels.length < least || labels.length > most) {
    throw new Error(`One chooses ${least} to ${most} here, not ${labels.length}.`);
  }
  return labels.map((label) => {
    const option = options.find((each) => each.label === label);
    if (option === undefined) {
      throw new Error(`There is no ${label} among ${options.map((each) => each.label).join(", ")}.`);
    }
    return option.value;
  });
}
