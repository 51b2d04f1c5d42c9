import { isSelect, type Part, partType, type Placed, walk } from "./component.ts";
import type { FieldProblem } from "./refused.ts";

/** What Discord refuses of a message's components, by its published limits. */
export function judgeComponents(parts: Part[], { v2 }: { v2: boolean }): FieldProblem[] {
  const placed = walk(parts);
  const problems = placed.flatMap((at) => [...judgePlace(at, v2), ...(rules[at.part.type]?.(at) ?? [])]);
  if (v2) {
    if (placed.length > 40) problems.push(tooLong("components", 0, 40, "BASE_TYPE_MAX_LENGTH"));
    const characters = placed.reduce((sum, { part }) => sum + lengthOf(part.content ?? ""), 0);
    if (characters > 4000) {
      problems.push(
        problem("components", "COMPONENT_MAX_TOTAL_CHARACTERS", "Must be 4000 or fewer in total."),
      );
    }
  } else if (parts.length > 5) problems.push(tooLong("components", 0, 5, "BASE_TYPE_MAX_LENGTH"));
  return [...problems, ...judgeUnique(placed)];
}

/** The same id twice: custom ids and numbers alike. */
export function judgeUnique(placed: Placed[]): FieldProblem[] {
  const seen = new Set<string | number>();
  const problems: FieldProblem[] = [];
  for (const { path, part } of placed) {
    for (const id of [part.custom_id, part.id]) {
      if (id === undefined) continue;
      if (seen.has(id)) {
        const message = "Component custom id cannot be duplicated";
        problems.push(problem(`${path}.custom_id`, "COMPONENT_CUSTOM_ID_DUPLICATED", message));
      }
      seen.add(id);
    }
  }
  return problems;
}

export function judgeSelect({ path, part }: Placed): FieldProblem[] {
  const { options = [], min_values: least = 1, max_values: most = 1, placeholder = "" } = part;
  const problems = [...judgeLength(`${path}.custom_id`, part.custom_id ?? "", 1, 100)];
  if (part.type === partType.select) {
    if (options.length < 1 || options.length > 25) problems.push(tooLong(`${path}.options`, 1, 25));
    if (most > options.length) {
      problems.push(problem(`${path}.options`, "BASE_TYPE_MIN_LENGTH", `Must be ${most} or more in length.`));
    }
  }
  for (const [index, option] of options.entries()) {
    const at = `${path}.options.${index}`;
    problems.push(...judgeLength(`${at}.label`, option.label, 1, 100));
    problems.push(...judgeLength(`${at}.value`, option.value, 1, 100));
    problems.push(...judgeLength(`${at}.description`, option.description ?? "", 0, 100));
    if (options.findIndex(({ value }) => value === option.value) !== index) {
      const message = "The specified option value is already used";
      problems.push(problem(`${at}.value`, "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", message));
    }
  }
  if (options.filter((option) => option.default === true).length > most) {
    const message = "The number of default options exceeds max_values";
    problems.push(problem(`${path}.options`, "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", message));
  }
  if (least < 0 || least > 25 || most < 1 || most > 25 || least > most) {
    problems.push(problem(`${path}.max_values`, "NUMBER_TYPE_BAD", "min_values and max_values do not fit"));
  }
  return [...problems, ...judgeLength(`${path}.placeholder`, placeholder, 0, 150)];
}

export function judgeLength(path: string, text: string, least: number, most: number): FieldProblem[] {
  const length = lengthOf(text);
  return length < least || length > most ? [tooLong(path, least, most)] : [];
}

const outer: number[] = [
  partType.row,
  partType.section,
  partType.text,
  partType.gallery,
  partType.file,
  partType.separator,
];

function judgePlace({ path, part, parent }: Placed, v2: boolean): FieldProblem[] {
  const wrong = problem(`${path}.type`, "BASE_TYPE_CHOICES", "This component cannot stand here.");
  if (parent === null) {
    const fits = v2 ? [...outer, partType.container].includes(part.type) : part.type === partType.row;
    return fits ? [] : [wrong];
  }
  if (parent.type === partType.container) return outer.includes(part.type) ? [] : [wrong];
  if (parent.type === partType.row) return part.type === partType.button || isSelect(part) ? [] : [wrong];
  if (parent.type === partType.section) {
    const fits: number[] =
      parent.accessory === part ? [partType.button, partType.thumbnail] : [partType.text];
    return fits.includes(part.type) ? [] : [wrong];
  }
  return [wrong];
}

const rules: Record<number, (placed: Placed) => FieldProblem[]> = {
  [partType.row]: ({ path, part: { components = [] } }) => {
    const alone = components.some(isSelect) ? 1 : 5;
    return components.length < 1 || components.length > alone
      ? [tooLong(`${path}.components`, 1, alone)]
      : [];
  },
  [partType.button]: judgeButton,
  [partType.select]: judgeSelect,
  5: judgeSelect,
  6: judgeSelect,
  7: judgeSelect,
  8: judgeSelect,
  [partType.section]: ({ path, part: { components = [], accessory } }) => [
    ...(components.length < 1 || components.length > 3 ? [tooLong(`${path}.components`, 1, 3)] : []),
    ...(accessory === undefined
      ? [problem(`${path}.accessory`, "BASE_TYPE_REQUIRED", "This field is required")]
      : []),
  ],
  [partType.text]: ({ path, part }) => judgeLength(`${path}.content`, part.content ?? "", 1, 4000),
  [partType.container]: ({ path, part: { components = [] } }) =>
    components.length < 1 ? [tooLong(`${path}.components`, 1, 40)] : [],
};

function judgeButton({ path, part }: Placed): FieldProblem[] {
  const { label = "", custom_id: id, url, style = 0, emoji } = part;
  const problems = judgeLength(`${path}.label`, label, 0, 80);
  if (label === "" && emoji === undefined) {
    problems.push(problem(path, "BUTTON_COMPONENT_LABEL_REQUIRED", "A button needs a label or an emoji"));
  }
  if (style < 1 || style > 5) problems.push(problem(`${path}.style`, "BASE_TYPE_CHOICES", "Unknown style."));
  if (style === 5) {
    problems.push(...judgeLength(`${path}.url`, url ?? "", 1, 512));
    if (id !== undefined) {
      const message = "A link button has no custom id";
      problems.push(
        problem(`${path}.custom_id`, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", message),
      );
    }
    if (url !== undefined && !/^(https?|discord):\/\/[^\s/]+/.test(url)) {
      problems.push(problem(`${path}.url`, "URL_TYPE_INVALID_URL", "Not a well formed URL."));
    }
    return problems;
  }
  if (url !== undefined) {
    problems.push(problem(`${path}.url`, "BUTTON_COMPONENT_URL_NOT_LINK", "Only a link button has a url"));
  }
  return [...problems, ...judgeLength(`${path}.custom_id`, id ?? "", 1, 100)];
}

/** Characters as Discord counts them. */
export const lengthOf = (text: string): number => Array.from(text).length;

const problem = (path: string, code: string, message: string): FieldProblem => ({ path, code, message });

const tooLong = (path: string, least: number, most: number, code = "BASE_TYPE_BAD_LENGTH"): FieldProblem =>
  problem(path, code, `Must be between ${least} and ${most} in length.`);
