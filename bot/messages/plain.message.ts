import { type Face, face, link, rows, text } from "../components.ts";

/** What stands in place of a poll that cannot be shown as it should. */
export const plainFace = ({ site }: { site: URL }): Face =>
  face(
    text("This poll cannot be shown here as it should. Vote by the command /polls, or on the website."),
    ...rows(link(site, "On the website")),
  );
