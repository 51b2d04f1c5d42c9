/** Text for between tags and inside quoted attributes. What is not text or a number is a mistake of the view, never "undefined" on a page. */
export function escape(value: unknown): string {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value !== "string")
    throw new TypeError(`A view may print text and numbers, not ${typeof value}.`);
  return value.replaceAll(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}
