import { conflict, type DomainError } from "../errors.ts";

/** What would change a closed season. */
export const seasonClosed = (year: number): DomainError =>
  conflict("season-closed", `The season ${year} is closed. Its figures do not change any more.`);
