import type { Answer } from "./http.ts";

/** Every page that can be reached by links from these, each asked for once; `unescaped` reads what stands in HTML. */
export async function walkSite(
  get: (path: string) => Promise<Answer>,
  from: readonly string[],
): Promise<Map<string, Answer>> {
  const seen = new Map<string, Answer>();
  const waiting = [...from];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    const answer = await get(path);
    seen.set(path, answer);
    for (const [, href = ""] of answer.body.matchAll(/<a [^>]*href="(\/[^"#]*)[^"]*"/g))
      waiting.push(unescaped(href));
  }
  return seen;
}

export function unescaped(text: string): string {
  return text
    .replaceAll("&amp;", "&")
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
