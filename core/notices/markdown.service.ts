import MarkdownIt from "markdown-it";
import sanitizeHtml from "sanitize-html";

const tags =
  "h1 h2 h3 h4 h5 h6 p br hr strong em s a code pre ul ol li blockquote table thead tbody tr th td".split(
    " ",
  );
const schemes = ["http", "https", "mailto"];

const reader = new MarkdownIt({ html: false, linkify: true, typographer: false }).disable("image");
reader.validateLink = (address) => new RegExp(`^(${schemes.join("|")}):`, "i").test(address.trim());

/**
 * What an officer wrote in Markdown as HTML: no HTML of their own, links to http, https and mailto only, no pictures.
 * Cleaned a second time, so that no fault of the reader's gets through.
 */
export const renderMarkdown = ({ text }: { text: string }): string =>
  sanitizeHtml(reader.render(text), {
    allowedTags: tags,
    allowedAttributes: { a: ["href"], ol: ["start"] },
    allowedSchemes: schemes,
    allowProtocolRelative: false,
    disallowedTagsMode: "escape",
  });
