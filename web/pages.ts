import type { OfficerShown } from "#core/membership/officers.service.ts";
import type { NewsPage, NewsShown } from "#core/news/news.service.ts";
import type { PageShown } from "#core/news/pages.service.ts";
import type { PreferenceShown } from "#core/notices/preferences.service.ts";
import type { OpenPollNotice } from "#core/polls/open-polls.service.ts";
import type { TournamentSurroundings } from "#core/polls/tournament-vote.service.ts";
import type { ResultsShown, LatestResults } from "#core/results/results.service.ts";
import type { Winner } from "#core/results/winners.service.ts";
import type { ClubShown } from "#core/work.ts";
import type { AnglerPage } from "#core/standings/angler-page.service.ts";
import type { PastAwards } from "#core/standings/awards.service.ts";
import type { RecordsShown } from "#core/standings/records.service.ts";
import type { YearShown } from "#core/standings/years.service.ts";
import type { LakeListed, LakePage } from "#core/standings/lake-page.service.ts";
import type {
  AwardsShown,
  SeasonCourse,
  StandingExplained,
  StandingsShown,
} from "#core/standings/standings.service.ts";
import type { CalendarYear } from "#core/tournaments/calendar-year.service.ts";
import type { FrontShown } from "#core/tournaments/front.service.ts";
import type { SeasonSummary, SeasonYear } from "#core/tournaments/seasons-overview.service.ts";
import type { TournamentSummary } from "#core/tournaments/tournaments.service.ts";
import type { WeighSheet } from "#core/tournaments/weigh-sheet.service.ts";

import type { AnglersShown } from "./angler-pages.ts";
import type { ApiShown } from "./api-page.ts";

/** What each view is given. A view prints; it neither sorts nor adds. */
export interface Pages {
  home: Page &
    Omit<FrontShown, "season"> & {
      polls: OpenPollNotice[];
      latest: LatestResults | null;
      leaders: StandingsShown | null;
      news: NewsShown[];
    };
  calendar: Page & { calendar: CalendarYear };
  seasons: Page & { seasons: SeasonSummary[] };
  tournaments: Page & {
    season: SeasonYear;
    seasons: SeasonYear[];
    tournaments: TournamentSummary[];
    /** By the tournament's id; of official ones. */
    winners: Map<number, Winner[]>;
  };
  tournament: Page &
    TournamentSurroundings & {
      results: ResultsShown;
      /** On the club's clock, `07:31`; null where that is not known. */
      sunrise: string | null;
    };
  "weigh-sheet": Page & { sheet: WeighSheet };
  standings: Page & {
    standings: StandingsShown;
    course: SeasonCourse | null;
    seasons: SeasonYear[];
    /** All rows of a season whose page shows the first of them. */
    all: boolean;
  };
  why: Page & { explained: StandingExplained; race: string | null };
  awards: Page & { awards: AwardsShown; past: PastAwards[]; seasons: SeasonYear[] };
  records: Page & { records: RecordsShown; years: YearShown[] };
  anglers: Page & { list: AnglersShown };
  angler: Page & { page: Extract<AnglerPage, { is: "here" }> };
  lakes: Page & { lakes: LakeListed[] };
  lake: Page & { lake: LakePage };
  news: Page & { news: NewsPage };
  post: Page & { post: NewsShown };
  text: Page & { text: PageShown; officers: OfficerShown[] };
  mail: Page & { choice: PreferenceShown; token: string; changed: boolean };
  api: Page & { api: ApiShown };
  empty: Page;
  error: { club: Pick<ClubShown, "name"> } & {
    status: number;
    title: string;
    sentence: string;
    /** Named where the visitor should quote it: for faults of ours. */
    requestId: string | null;
  };
}

interface Page {
  club: ClubShown;
}
