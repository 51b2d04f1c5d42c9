/** The years a page has a link for: all of a few; of many those about the one that is shown, and the rest by decade. */
export interface YearLinks {
  near: number[];
  /** Newest first; none where all stand in sight. */
  decades: { decade: string; years: number[] }[];
}

/** No more than these stand in a row on a phone or two. */
const inSight = 8;
const aboutOne = 5;

/** Of years, newest first, and the one that is shown. */
export function yearLinks(years: readonly number[], shown: number): YearLinks {
  if (years.length <= inSight) return { near: [...years], decades: [] };
  const after = years.findIndex((year) => year <= shown);
  const first = Math.max(0, Math.min((after === -1 ? years.length : after) - 2, years.length - aboutOne));
  const about = years.slice(first, first + aboutOne);
  return {
    near: first === 0 ? about : [years[0]!, ...about],
    decades: [...Map.groupBy(years, (year) => Math.floor(year / 10))].map(([tens, own]) => ({
      decade: `${tens}0s`,
      years: own,
    })),
  };
}
