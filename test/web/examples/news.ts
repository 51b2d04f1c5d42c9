import type { Pages } from "../../../web/pages.ts";
import { hostile } from "./calendar.ts";

type Post = Pages["home"]["news"][number];

const post = (changes: Partial<Post>): Post => ({
  id: 1,
  slug: "a-second-scale",
  title: "A second scale at the ramp",
  body: "From now on **two scales** stand at the weigh-in.",
  html: "<p>From now on <strong>two scales</strong> stand at the weigh-in.</p>",
  priority: "normal",
  postedAt: "2026-03-02T19:10:00.000-06:00",
  editedAt: null,
  lastDay: null,
  archivedAt: null,
  current: true,
  revision: 0,
  ...changes,
});

export const news: Post[] = [
  post({
    id: 3,
    slug: "low-water",
    title: "Low water: launch slowly",
    priority: "high",
    editedAt: "2026-03-20T07:00:00.000-05:00",
    html: "<h1>Slowly</h1><ol><li>Back in one at a time.</li><li>Idle to the buoys.</li></ol><h3>Wear</h3><p>the life jacket</p>",
  }),
  post({ id: 2, slug: "hostile", title: hostile }),
  post({}),
];

export const about: Pages["text"]["text"] = {
  slug: "about",
  title: "About the club",
  revision: 2,
  savedAt: "2026-01-02T19:10:00.000-06:00",
  savedBy: null,
  body: "# We fish",
  html: `<h1>We fish</h1><p>for bass, and write to <a href="mailto:club@club.example">club@club.example</a>.</p>
<h2>When</h2><ul><li>One Sunday a month</li></ul><table><thead><tr><th>Seat</th><th>Fee</th></tr></thead><tbody><tr><td>Boater</td><td>$50</td></tr></tbody></table>
<blockquote><p>Fish go back alive.</p></blockquote><pre><code>averyveryverylonglinethatnobodywouldeverwrite(butsomebodydoes)averyveryverylongline</code></pre>`,
};

export const officers: Pages["text"]["officers"] = [
  { year: 2026, office: "President", angler: { id: 1, name: "Ann Lee" } },
  { year: 2026, office: hostile, angler: { id: 12, name: hostile } },
];
