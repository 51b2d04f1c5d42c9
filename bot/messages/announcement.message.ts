import type { AnnouncementFacts, Saying } from "#core/notices/announcements.schemas.ts";
import { printDate, printTime } from "#core/time.ts";
import { button, type Face, face, limits, link, rows, text } from "../components.ts";
import { counted, cut, escaped, moment } from "../text.ts";
import { daysOf, prose } from "./words.message.ts";

const longest = { title: 200, line: 200, body: 3_000 } as const;

/** What the club says in its channel. */
export function announcementFace(saying: Saying, { site }: { site: URL }): Face {
  const to = (path: string) => link(new URL(path, site), "On the website");
  switch (saying.purpose) {
    case "poll-closing-soon": {
      const { poll, title, closesAt, silent } = saying.facts;
      const waiting = `${counted(silent, "member")} ${silent === 1 ? "has" : "have"} not voted yet`;
      return said(
        [heading(title), `**${waiting}.** Closes ${moment(closesAt, "F")} (${moment(closesAt, "R")}).`],
        [
          button({ verb: "vote", of: poll, numbers: [] }, { words: "Vote", weight: "main" }),
          ...to(`polls/${poll}`),
        ],
      );
    }
    case "tournament-changed": {
      const { tournament, name, before } = saying.facts;
      const set = before.lake === null && before.firstCast === null;
      return said(
        [heading(`${name}, ${daysOf(saying.facts)}${set ? "" : ": changed"}`), ...changes(saying.facts)],
        to(`tournaments/${tournament}`),
      );
    }
    case "event-cancelled": {
      const { event, reason } = saying.facts;
      return said(
        [heading(`Cancelled: ${event}, ${daysOf(saying.facts)}`), line(reason)],
        to(`calendar/${saying.facts.firstDay.slice(0, 4)}`),
      );
    }
    case "event-restored": {
      const { event, startsAt, reason } = saying.facts;
      const hour = startsAt === null ? "" : `, from ${printTime(startsAt)}`;
      return said(
        [
          heading(`After all: ${event}`),
          `It takes place: **${daysOf(saying.facts)}**${hour}.`,
          ...(reason === null ? [] : [line(reason)]),
        ],
        to(`calendar/${saying.facts.firstDay.slice(0, 4)}`),
      );
    }
    case "event-moved": {
      const { event, from, to: day, startsAt, reason } = saying.facts;
      const hour = startsAt === null ? "" : `, from ${printTime(startsAt)}`;
      return said(
        [
          heading(`Moved: ${event}`),
          `Now **${daysOf(day)}**${hour}; before ${daysOf(from)}.`,
          ...(reason === null ? [] : [line(reason)]),
        ],
        to(`calendar/${day.firstDay.slice(0, 4)}`),
      );
    }
    case "results-official": {
      const { tournament, name, firstDay, podium, bigBass } = saying.facts;
      return said(
        [
          heading(`Official: ${name}, ${printDate(firstDay)}`),
          ...podium.map(({ place, crew, weight }) => `${place}. **${line(crew)}** ${weight}`),
          ...(podium.length === 0 ? ["Nobody caught a fish."] : []),
          ...(bigBass === null ? [] : [`Big bass: **${line(bigBass.crew)}** ${bigBass.weight}`]),
        ],
        to(`tournaments/${tournament}`),
      );
    }
    case "news": {
      const { slug, title, body } = saying.facts;
      return said([heading(title), cut(prose(body), longest.body)], to(`news/${slug}`));
    }
  }
}

/** The words alone, where Discord takes no more. */
export const plainAnnouncement = (words: string): Face => face(text(cut(escaped(words), limits.text)));

const said = (sentences: string[], buttons: Parameters<typeof rows>[0]): Face =>
  face(text(cut(sentences.join("\n"), limits.text)), ...rows(buttons));

const heading = (words: string): string => `### ${escaped(cut(words, longest.title))}`;
const line = (words: string): string => escaped(cut(words, longest.line));

/** What differs, a line each, with what it was. */
function changes({ before, after }: AnnouncementFacts<"tournament-changed">): string[] {
  const hours = ({ firstCast, weighIn }: typeof before): string | null =>
    firstCast === null && weighIn === null ? null : `${timeOf(firstCast)} to ${timeOf(weighIn)}`;
  const compared: [string, string | null, string | null][] = [
    ["Lake", before.lake, after.lake],
    ["Ramp", before.ramp, after.ramp],
    ["Hours", hours(before), hours(after)],
  ];
  return compared
    .filter(([, was, is]) => was !== is)
    .map(([what, was, is]) => {
      const old = was === null ? "" : ` (before: ${line(was)})`;
      return `${what}: **${is === null ? "open" : line(is)}**${old}`;
    });
}

const timeOf = (time: string | null): string => (time === null ? "open" : printTime(time));
