import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * Why browser tests are left out here, or false: `describe("…", { skip: withoutBrowser() }, …)`. On CI a missing browser
 * is a failure.
 */
export function withoutBrowser(): string | false {
  if (findChromium() !== undefined) return false;
  const reason = "no Chromium here: install it or set CHROMIUM_PATH";
  if (process.env["CI"] === "true") throw new Error(`Browser tests must run on CI, but there is ${reason}.`);
  return reason;
}

/** A browser; whoever opens it closes it. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("Ask withoutBrowser() first.");
  return chromium.launch({ executablePath, args: flags });
}

function findChromium(): string | undefined {
  const named = process.env["CHROMIUM_PATH"];
  return (named ? [named] : usualPlaces).find((path) => existsSync(path));
}

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  // There is little to draw, and nobody who sees it: further threads only cost.
  "--disable-gpu-compositing",
  "--num-raster-threads=1",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
