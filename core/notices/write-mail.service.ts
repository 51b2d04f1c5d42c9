import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Eta } from "eta/core";
import type { ClubShown } from "../work.ts";
import { categoryWords, mailWords } from "./mail-words.rules.ts";
import { subjectOf, textOf } from "./mail-text.rules.ts";
import { renderMarkdown } from "./markdown.service.ts";
import { categoryOf } from "./notices.rules.ts";
import { factsSchemas, type Purpose } from "./notices.schemas.ts";

interface Letter {
  purpose: string;
  facts: unknown;
  /** Whom it greets. */
  recipient: string;
  club: Pick<ClubShown, "name">;
  publicUrl: URL;
  token: string;
}

export interface Written {
  subject: string;
  html: string;
  text: string;
  /** Where its reader ends such mail; null: it is always sent. */
  unsubscribe: string | null;
}

/**
 * The mail of a notice, from the one template of its purpose: HTML, what that says as plain text, and its title as the
 * subject. Fails where the facts are not the purpose's own.
 */
export function writeMail({ purpose, facts, recipient, club, publicUrl, token }: Letter): Written {
  if (!isPurpose(purpose)) throw new Error(`There is no mail for ${purpose}.`);
  const category = categoryOf(purpose);
  const to = (path: string): string => new URL(path, publicUrl).href;
  const unsubscribe = category === null ? null : to(`/unsubscribe/${token}`);
  const html = mails().render(purpose, {
    facts: factsSchemas[purpose].parse(facts),
    recipient,
    club,
    to,
    unsubscribe,
    about: category && categoryWords[category],
    words: mailWords,
    markdown: (text: string) => renderMarkdown({ text }),
  });
  return { subject: subjectOf(html), html, text: textOf(html), unsubscribe };
}

const isPurpose = (purpose: string): purpose is Purpose => Object.hasOwn(factsSchemas, purpose);

const folder = join(import.meta.dirname, "mails");
let compiled: Eta | null = null;

/** Read and compiled with the first mail. */
function mails(): Eta {
  if (compiled !== null) return compiled;
  const eta = new Eta({ autoEscape: true, escapeFunction: escape });
  for (const file of readdirSync(folder)) {
    eta.loadTemplate(file.replace(/\.eta$/, ""), readFileSync(join(folder, file), "utf8"));
  }
  return (compiled = eta);
}

/** Text for between tags and inside quoted attributes. */
function escape(value: unknown): string {
  if (typeof value !== "string" && typeof value !== "number") throw new TypeError("A mail prints text only.");
  return String(value).replaceAll(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}
