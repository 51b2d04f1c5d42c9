import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Eta } from "eta/core";
import * as addresses from "./addresses.ts";
import type { Assets } from "./assets.ts";
import { charts } from "./charts.ts";
import { escape } from "./escape.ts";
import type { Pages } from "./pages.ts";
import { nestHeadings } from "./prose.ts";
import { sportsEvent } from "./structured-data.ts";
import { told } from "./told.ts";
import { words } from "./words.ts";
import { yearLinks } from "./year-links.ts";

export interface Views {
  render<View extends keyof Pages>(view: View, page: Pages[View]): string;
}

/** Compiles every view at start, so that a broken one stops the start and no request touches the disk. */
export function openViews({ assets, publicUrl }: { assets: Assets; publicUrl: URL }): Views {
  const eta = new Eta({ autoEscape: true, escapeFunction: escape, debug: true });
  for (const file of readdirSync(folder)) {
    eta.loadTemplate(file.replace(/\.eta$/, ""), readFileSync(join(folder, file), "utf8"));
  }
  const shared = {
    words,
    told,
    yearLinks,
    to: addresses,
    prose: nestHeadings,
    charts,
    sportsEvent,
    asset: (name: string) => assets.address(name),
    integrity: (name: string) => assets.integrity(name),
    origin: publicUrl.origin,
  };
  return { render: (view, page) => eta.render(view, { ...page, ...shared }) };
}

const folder = join(import.meta.dirname, "views");
