const longest = 60;

/** A title as an address: `Spring Banquet: Come!` → `spring-banquet-come`; `news` where nothing of it can stand there. */
export function slugOf(title: string): string {
  const words = title
    .normalize("NFKD")
    .replaceAll(/['’]|\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, longest) : `${slug}-${word}`;
    if (longer.length > longest) break;
    slug = longer;
  }
  return slug === "" ? "news" : slug;
}

/** The slug itself, or the first of `slug-2`, `slug-3` … that is free. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? slug : `${slug}-${number}`;
    if (!taken.has(free)) return free;
  }
}
