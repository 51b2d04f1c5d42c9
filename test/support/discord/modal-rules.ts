import { judgeLength, judgeSelect, judgeUnique } from "./component-rules.ts";
import { isSelect, type Part, partType, walk } from "./component.ts";
import type { FieldProblem } from "./refused.ts";

/** A modal as the bot sends it. */
export interface ModalForm {
  custom_id: string;
  title: string;
  components: Part[];
}

/** What Discord refuses of a modal: title 45, five parts, labels 45, one field in each, text inputs 4,000. */
export function judgeModal({
  custom_id: id = "",
  title = "",
  components = [],
}: Partial<ModalForm>): FieldProblem[] {
  const placed = walk(components);
  const problems = [
    ...judgeLength("data.custom_id", id, 1, 100),
    ...judgeLength("data.title", title, 1, 45),
    ...judgeUnique(placed),
  ];
  if (components.length < 1 || components.length > 5) {
    problems.push(problem("data.components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length."));
  }
  for (const { path, part, parent } of placed) {
    const at = `data.${path}`;
    const outermost: number[] = [partType.row, partType.label, partType.text];
    if (parent === null && !outermost.includes(part.type)) {
      problems.push(problem(`${at}.type`, "BASE_TYPE_CHOICES", "This component cannot stand here."));
    }
    if (part.type === partType.label) problems.push(...judgeLabel(at, part));
    if (part.type === partType.textInput) problems.push(...judgeTextInput(at, part, parent));
    if (isSelect(part)) problems.push(...judgeSelect({ path: at, part, parent }));
  }
  return problems;
}

function judgeLabel(path: string, { label = "", description = "", component }: Part): FieldProblem[] {
  return [
    ...judgeLength(`${path}.label`, label, 1, 45),
    ...judgeLength(`${path}.description`, description, 0, 100),
    ...(component === undefined
      ? [problem(`${path}.component`, "BASE_TYPE_REQUIRED", "This field is required")]
      : []),
  ];
}

function judgeTextInput(path: string, part: Part, parent: Part | null): FieldProblem[] {
  const { min_length: least = 0, max_length: most = 4000, value = "", placeholder = "" } = part;
  const problems = [
    ...judgeLength(`${path}.custom_id`, part.custom_id ?? "", 1, 100),
    ...judgeLength(`${path}.placeholder`, placeholder, 0, 100),
    ...judgeLength(`${path}.value`, value, 0, most),
  ];
  if (least < 0 || most < 1 || most > 4000 || least > most) {
    problems.push(problem(`${path}.max_length`, "NUMBER_TYPE_MAX", "min_length and max_length do not fit"));
  }
  if (part.style !== 1 && part.style !== 2) {
    problems.push(problem(`${path}.style`, "BASE_TYPE_CHOICES", "Value must be one of (1, 2)."));
  }
  // Beside a Label the text input names itself, inside it must not.
  if (parent?.type === partType.row) problems.push(...judgeLength(`${path}.label`, part.label ?? "", 1, 45));
  else if (part.label !== undefined) {
    problems.push(problem(`${path}.label`, "BASE_TYPE_FORBIDDEN", "A text input in a Label has no label"));
  }
  return problems;
}

const problem = (path: string, code: string, message: string): FieldProblem => ({ path, code, message });
