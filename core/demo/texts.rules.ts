import type { NewsPriority } from "../news/news-post.entity.ts";
import type { PageSlug } from "../news/page-revision.entity.ts";
import { addDays, type ClubDate } from "../time.ts";

interface DemoNews {
  title: string;
  /** Markdown. */
  body: string;
  priority: NewsPriority;
  postedOn: ClubDate;
  lastDay: ClubDate | null;
}

/** What the demo club announced in the weeks before a day, the oldest first. */
export function demoNews(today: ClubDate): DemoNews[] {
  const next = Number(today.slice(0, 4)) + 1;
  return [
    {
      title: "A second scale at the ramp",
      body: `The old scale drifted by a few hundredths when it was cold. From now on **two scales** stand at the weigh-in, and a bag is read on both.

They are checked with a five-pound weight before the first boat.`,
      priority: "normal",
      postedOn: addDays(today, -40),
      lastDay: null,
    },
    {
      title: `Dues for ${next}`,
      body: `Dues stay at **$25** and are due in January. Pay any officer at the ramp, in cash, by check or by Venmo.

Who joins from October on has paid for the whole next year too.`,
      priority: "normal",
      postedOn: addDays(today, -12),
      lastDay: addDays(today, 60),
    },
    {
      title: "Low water: launch slowly",
      body: `The lake is down four feet. The last yards of the ramp are gravel, and the stumps beyond the point are just under the surface.

1. Back in slowly, one boat at a time.
2. Idle to the buoys.
3. Wear the life jacket and the kill switch, as always.`,
      priority: "high",
      postedOn: addDays(today, -3),
      lastDay: addDays(today, 21),
    },
  ];
}

/** What the demo club has written on its pages. Markdown. */
export const demoPages: Readonly<Record<PageSlug, string>> = {
  about: `We are forty-odd anglers who fish for bass on the lakes of Central Texas, one Sunday a month, two to a boat.

- **Start** at first safe light, **weigh-in** in the early afternoon.
- **Five fish** to the boat; they go back alive, and a dead one costs a quarter of a pound.
- **$50** a boat: three places are paid, and the heaviest bass over five pounds takes the pot.

We meet on the Tuesday before each tournament, at the back table of the cafe by the bridge. Guests are welcome at both.`,
  bylaws: `## I. Name and purpose

The club is called Mesquite Creek Bass Club. It holds friendly competitions and looks after the waters it fishes.

## II. Members

1. Whoever fished two tournaments as a guest may apply; the members vote at the next meeting.
2. Dues are $25 a year, due in January. Who joins from October on has paid for the next year too.
3. Members whose dues are paid vote.

## III. Officers

President, vice president, secretary, treasurer and weighmaster are elected each November for the year that follows.

## IV. Tournaments

1. Members vote where each tournament is held.
2. The season's rules say how boats are ranked and what is paid; they change only before a season begins.
3. Ties that the scales leave are settled by the president.

## V. Conduct

Life jackets are worn whenever the big engine runs. No alcohol before the weigh-in. Whoever is late at the scales is disqualified.

## VI. Changes

These bylaws are changed by a majority of the members who vote, when the text was posted seven days before.`,
  join: `## Come along first

Fish two tournaments with us as a guest. You need no boat: write to us and we find you a seat.

## Then apply

1. Come to a meeting, so that people know your face.
2. The members vote; you hear the same evening.
3. Pay the year's dues, **$25**, and you fish for the season's titles.

Write to [officers@mesquite-creek.example](mailto:officers@mesquite-creek.example), or ask anybody at the ramp.`,
};
