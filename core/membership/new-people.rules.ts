import { foldName, type PersonNamed } from "./people-named.rules.ts";

/** The row before that is, or nearly is, of the same name. */
export interface Twinned {
  row: PersonNamed;
  same: boolean;
}

/**
 * Rows of new people that may be of one person: of one name, unless an e-mail or an id each tells them apart, or of
 * nearly one, unless the operator said (`told`) that they are new.
 */
export function findTwins({
  rows,
  told,
}: {
  rows: readonly PersonNamed[];
  told: readonly PersonNamed[];
}): { row: PersonNamed; first: Twinned }[] {
  const before = new Map<string, PersonNamed[]>();
  return rows.flatMap((row) => {
    const others = before.get(foldName(row.name)) ?? [];
    before.set(foldName(row.name), [...others, row]);
    const isSame = (one: PersonNamed) => key(one.name) === key(row.name);
    const isTold = (one: PersonNamed) => told.includes(one) || told.includes(row);
    const other = others.find((one) => !areApart(one, row) && (isSame(one) || !isTold(one)));
    return other === undefined ? [] : [{ row, first: { row: other, same: isSame(other) } }];
  });
}

const areApart = (one: PersonNamed, other: PersonNamed): boolean =>
  (one.id !== null && other.id !== null && one.id !== other.id) ||
  (one.email !== null && other.email !== null && key(one.email) !== key(other.email));

const key = (text: string): string => text.toLowerCase();
