/** A component of a message or a modal, as loosely as it may come. */
export interface Part {
  type: number;
  id?: number;
  custom_id?: string;
  label?: string;
  description?: string;
  content?: string;
  style?: number;
  url?: string;
  emoji?: { id?: string; name?: string };
  disabled?: boolean;
  placeholder?: string;
  min_values?: number;
  max_values?: number;
  min_length?: number;
  max_length?: number;
  required?: boolean;
  value?: string;
  options?: PartOption[];
  components?: Part[];
  component?: Part;
  accessory?: Part;
  /** `attachment://votes.csv` */
  file?: { url: string };
}

export interface PartOption {
  label: string;
  value: string;
  description?: string;
  default?: boolean;
}

export const partType = {
  row: 1,
  button: 2,
  select: 3,
  textInput: 4,
  /** Selects of users, roles, both, channels. */
  otherSelects: [5, 6, 7, 8],
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
} as const;

export const isSelect = ({ type }: Part): boolean => type === 3 || (type >= 5 && type <= 8);

/** A component with where it stands: `components.0.components.2`. */
export interface Placed {
  path: string;
  part: Part;
  parent: Part | null;
}

/** Every component, outer ones first. */
export function walk(parts: readonly Part[], path = "components", parent: Part | null = null): Placed[] {
  return parts.flatMap((part, index) => {
    const here = `${path}.${index}`;
    return [
      { path: here, part, parent },
      ...walk(part.components ?? [], `${here}.components`, part),
      ...walk(part.accessory === undefined ? [] : [part.accessory], `${here}.accessory`, part),
      ...walk(part.component === undefined ? [] : [part.component], `${here}.component`, part),
    ];
  });
}

/** What Discord makes of the components that it takes: numbered, defaults filled in. */
export function completed(parts: readonly Part[]): Part[] {
  const taken = new Set(walk(parts).map(({ part }) => part.id));
  let next = 0;
  const number = (): number => {
    do next += 1;
    while (taken.has(next));
    return next;
  };
  const complete = (part: Part): Part => ({
    ...defaults[part.type],
    ...part,
    id: part.id ?? number(),
    ...(part.components !== undefined && { components: part.components.map(complete) }),
    ...(part.accessory !== undefined && { accessory: complete(part.accessory) }),
  });
  return parts.map(complete);
}

const defaults: Record<number, object> = {
  2: { disabled: false },
  3: { min_values: 1, max_values: 1, disabled: false },
  5: { min_values: 1, max_values: 1, disabled: false },
  6: { min_values: 1, max_values: 1, disabled: false },
  7: { min_values: 1, max_values: 1, disabled: false },
  8: { min_values: 1, max_values: 1, disabled: false },
  14: { divider: true, spacing: 1 },
  17: { accent_color: null, spoiler: false },
};
