import { createHash } from "node:crypto";

/** The same for a notice however often it is sent, and nothing that its link could be guessed from. */
export const messageIdOf = (token: string, domain: string): string =>
  `<${createHash("sha256").update(token).digest("hex").slice(0, 32)}@${domain}>`;

/** What the page is called is what the mail is about. */
export const subjectOf = (html: string): string =>
  tidy(decode(/<title>([\s\S]*?)<\/title>/.exec(html)?.[1] ?? ""));

const width = 76;

/**
 * What a page of our own making says as plain text: paragraphs wrapped, lists with their marks, links with their
 * address behind them. Whatever was put in is escaped there, so that every `<` is a tag.
 */
export function textOf(html: string): string {
  const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1] ?? html;
  const written: Written = { blocks: [""], lists: [], links: [], verbatim: 0 };
  for (const [, closing, name = "", attributes = "", text] of body.matchAll(tokens)) {
    if (text !== undefined) write(written, text);
    else if (closing === "") open(written, { name: name.toLowerCase(), attributes });
    else close(written, name.toLowerCase());
  }
  const blocks = written.blocks.map((block) => block.trim()).filter((block) => block !== "");
  const gapBefore = (at: number): string =>
    at === 0 ? "" : isEntry(blocks[at]!) && isEntry(blocks[at - 1]!) ? "\n" : "\n\n";
  return `${blocks.map((block, at) => gapBefore(at) + layOut(block)).join("")}\n`;
}

const tokens = /<(\/?)([a-z][a-z0-9]*)([^>]*)>|<![^>]*>|([^<]+)/gi;
const blockNames = new Set([
  "p",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "div",
  "ul",
  "ol",
  "blockquote",
  "pre",
  "hr",
]);

interface Written {
  blocks: string[];
  /** The lists that are open: the number of the next entry, null where they are only dashed. */
  lists: (number | null)[];
  links: { address: string; from: number }[];
  /** How many `pre` are open. */
  verbatim: number;
}

function write(written: Written, text: string): void {
  const said = decode(text);
  const before = written.blocks.at(-1) ?? "";
  if (written.verbatim > 0) append(written, said);
  else append(written, said.replaceAll(/\s+/g, " ").replace(/^ /, /(^|\s)$/.test(before) ? "" : " "));
}

const append = ({ blocks }: Written, text: string): void => {
  blocks[blocks.length - 1] = (blocks.at(-1) ?? "") + text;
};

function open(written: Written, { name, attributes }: { name: string; attributes: string }): void {
  const { blocks, lists, links } = written;
  if (name === "br") append(written, "\n");
  else if (name === "a") {
    const address = decode(/\bhref="([^"]*)"/.exec(attributes)?.[1] ?? "");
    links.push({ address, from: (blocks.at(-1) ?? "").length });
  } else if (name === "li") {
    const number = lists.at(-1) ?? null;
    if (number !== null) lists[lists.length - 1] = number + 1;
    blocks.push(number === null ? "- " : `${number}. `);
  } else if (blockNames.has(name)) {
    if (name === "ul" || name === "ol") lists.push(name === "ol" ? 1 : null);
    if (name === "pre") written.verbatim += 1;
    // The first paragraph of an entry stands behind its mark.
    if (!/^(-|\d+\.) $/.test(blocks.at(-1) ?? "")) blocks.push(name === "hr" ? "----" : "");
  }
}

function close(written: Written, name: string): void {
  const { blocks, lists, links } = written;
  if (name === "a") {
    const link = links.pop();
    const said = (blocks.at(-1) ?? "").slice(link?.from).trim();
    const address = link?.address.replace(/^mailto:/, "") ?? "";
    if (address !== "" && address !== said) append(written, `: ${address}`);
  } else if (name === "li") blocks.push("");
  else if (blockNames.has(name)) {
    if (name === "ul" || name === "ol") lists.pop();
    if (name === "pre") written.verbatim -= 1;
    blocks.push("");
  }
}

const isEntry = (block: string): boolean => /^(-|\d+\.) /.test(block);

const layOut = (block: string): string => block.split("\n").map(wrap).join("\n");

/** Breaks between words; an address is never broken. */
function wrap(line: string): string {
  const rows: string[] = [];
  for (const word of line.split(" ")) {
    const row = rows.at(-1);
    if (row === undefined || row.length + 1 + word.length > width) rows.push(word);
    else rows[rows.length - 1] = `${row} ${word}`;
  }
  return rows.join("\n");
}

const tidy = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

const decode = (text: string): string =>
  text.replaceAll(
    /&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi,
    (whole, decimal: string, hex: string, name: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole;
      return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal));
    },
  );
