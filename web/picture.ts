import { fileURLToPath } from "node:url";

/** A drawing as PNG, in letters that are the same on every machine. Drawn beside the process's own work. */
export async function drawPicture(svg: string): Promise<Buffer> {
  // With the first picture: it is native code of nine megabytes that most visits never need.
  const { renderAsync } = await import("@resvg/resvg-js");
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: "Barlow Condensed" },
    logLevel: "off",
  });
  return image.asPng();
}

const fontFiles = [
  "@expo-google-fonts/barlow-condensed/600SemiBold/BarlowCondensed_600SemiBold.ttf",
  "@expo-google-fonts/barlow-condensed/700Bold/BarlowCondensed_700Bold.ttf",
].map((file) => fileURLToPath(import.meta.resolve(file)));
