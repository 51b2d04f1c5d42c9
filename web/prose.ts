/**
 * What an officer wrote, under a page's own title: its headings begin at the second level and skip none, so that the
 * page's outline stays one. The HTML is the core's, made of Markdown and cleaned there.
 */
export function nestHeadings(html: string): string {
  let above = 1;
  return html.replaceAll(/<(\/?)h([1-6])>/g, (_, closing: string, level: string) => {
    if (closing === "") above = Math.min(Number(level) + 1, above + 1, 6);
    return `<${closing}h${above}>`;
  });
}
