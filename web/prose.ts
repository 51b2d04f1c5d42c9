/**
 * What an officer wrote, under a page's own title: its headings begin at the second level and skip none, so that the
 * page's outline stays one, and those of one level stay of one level. The HTML is the core's, made of Markdown and
 * cleaned there.
 */
export function nestHeadings(html: string): string {
  const above: number[] = [];
  return html.replaceAll(/<(\/?)h([1-6])>/g, (_, closing: string, written: string) => {
    const level = Number(written);
    if (closing === "") {
      while (above.length > 0 && above.at(-1)! >= level) above.pop();
      above.push(level);
    }
    return `<${closing}h${Math.min(above.length + 1, 6)}>`;
  });
}
