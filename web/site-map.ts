import type { Routes } from "./app.ts";
import { anglersRoutes } from "./routes/anglers.routes.ts";
import { apiRoutes } from "./routes/api.routes.ts";
import { awardsRoutes } from "./routes/awards.routes.ts";
import { calendarRoutes } from "./routes/calendar.routes.ts";
import { feedsRoutes } from "./routes/feeds.routes.ts";
import { healthRoutes } from "./routes/health.routes.ts";
import { homeRoutes } from "./routes/home.routes.ts";
import { lakesRoutes } from "./routes/lakes.routes.ts";
import { liveRoutes } from "./routes/live.routes.ts";
import { machinesRoutes } from "./routes/machines.routes.ts";
import { newsRoutes } from "./routes/news.routes.ts";
import { picturesRoutes } from "./routes/pictures.routes.ts";
import { recordsRoutes } from "./routes/records.routes.ts";
import { seasonsRoutes } from "./routes/seasons.routes.ts";
import { standingsRoutes } from "./routes/standings.routes.ts";
import { textsRoutes } from "./routes/texts.routes.ts";
import { tournamentsRoutes } from "./routes/tournaments.routes.ts";
import { unsubscribeRoutes } from "./routes/unsubscribe.routes.ts";

/** Every address of the site. */
export const routes: readonly Routes[] = [
  homeRoutes,
  feedsRoutes,
  calendarRoutes,
  tournamentsRoutes,
  standingsRoutes,
  awardsRoutes,
  seasonsRoutes,
  picturesRoutes,
  machinesRoutes,
  liveRoutes,
  apiRoutes,
  recordsRoutes,
  anglersRoutes,
  lakesRoutes,
  newsRoutes,
  textsRoutes,
  unsubscribeRoutes,
  healthRoutes,
];
