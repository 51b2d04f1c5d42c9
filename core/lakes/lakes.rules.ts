/** The key of a lake from its name: `Lake Travis` is `travis`, `Choke Canyon Reservoir` is `choke-canyon`. */
export function makeLakeKey(name: string): string {
  const words = name
    .normalize("NFKD")
    .replaceAll(/\p{M}|['’]/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const telling = words.filter((word) => !general.has(word));
  return (telling.length > 0 ? telling : words).join("-").slice(0, 40).replace(/-$/, "") || "lake";
}

/** A name as it is compared: neither blanks nor case tell lakes or ramps apart. */
export const plainName = (text: string): string =>
  text.normalize("NFC").trim().replaceAll(/\s+/g, " ").toLowerCase();

const general = new Set(["lake", "reservoir", "the"]);
