/** `812 bytes`, `3.4 MB`: of a file. */
export function printSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  let [size, unit] = [bytes / 1_000, 0];
  while (size >= 999.5 && unit < units.length - 1) [size, unit] = [size / 1_000, unit + 1];
  return `${size < 9.95 ? size.toFixed(1) : size.toFixed(0)} ${units[unit]}`;
}

const units = ["kB", "MB", "GB", "TB"];
