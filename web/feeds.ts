import { Feed } from "feed";
import type { NewsShown } from "#core/news/news.service.ts";
import type { OfficialResult } from "#core/results/official-results.service.ts";
import type { ClubShown } from "#core/work.ts";
import { newsPath, postPath, tournamentPath } from "./addresses.ts";
import { escape } from "./escape.ts";
import { told } from "./told.ts";
import { words } from "./words.ts";

interface Given<T> {
  club: ClubShown;
  publicUrl: URL;
  entries: readonly T[];
}

/** What the club announces (RFC 4287). An entry keeps its id whatever becomes of its title. */
export function newsFeed({ club, publicUrl, entries }: Given<NewsShown>): string {
  const feed = openFeed({ club, publicUrl, title: `${club.name}: news`, path: newsPath, own: "/news.atom" });
  for (const post of entries) {
    const link = publicUrl.origin + postPath(post);
    feed.addItem({
      title: asText(post.title),
      id: link,
      link,
      date: new Date(post.editedAt ?? post.postedAt),
      published: new Date(post.postedAt),
      content: readable(post.html),
    });
  }
  return write(feed);
}

/** Official results with places 1 to 3; an entry is new when its figures are. */
export function resultsFeed({ club, publicUrl, entries }: Given<OfficialResult>): string {
  const title = `${club.name}: results`;
  const feed = openFeed({ club, publicUrl, title, path: "/tournaments", own: "/results.atom" });
  for (const result of entries) {
    const { tournament, changedAt } = result;
    feed.addItem({
      title: asText(`${tournament.lake?.name ?? tournament.name}, ${words.span(tournament)}`),
      id: `tag:${publicUrl.hostname},${tournament.season}:tournament-${tournament.id}`,
      link: publicUrl.origin + tournamentPath(tournament),
      date: new Date(changedAt),
      content: podium(result),
    });
  }
  return write(feed);
}

function openFeed({
  club,
  publicUrl: { origin },
  title,
  path,
  own,
}: Omit<Given<never>, "entries"> & { title: string; path: string; own: string }): Feed {
  return new Feed({
    title: readable(title),
    id: origin + own,
    link: origin + path,
    feed: origin + own,
    author: { name: readable(club.name) },
    generator: false,
  });
}

/** As new as its newest entry: a feed that nothing was added to stays the same, byte for byte. */
function write(feed: Feed): string {
  const times = feed.items.map(({ date }) => date.getTime());
  feed.options.updated = new Date(Math.max(0, ...times));
  return feed.atom1();
}

function podium({ podium: places, bigBass, measure }: OfficialResult): string {
  const { full } = told(measure);
  const lines = places.map(
    (line) => `<li>${asText(`${words.place(line)}. ${words.names(line.crew)}, ${full(line.net)}`)}</li>`,
  );
  const big = bigBass === null ? "" : `<p>${asText(`Big bass ${full(bigBass)}.`)}</p>`;
  return `<ul>${lines.join("")}</ul>${big}`;
}

/** What a reader takes for HTML shows the text as it is. */
const asText = (text: string): string => escape(readable(text));

/** Without what XML cannot hold. */
const readable = (text: string): string =>
  text.toWellFormed().replaceAll(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, "");
