import { printMoney } from "#core/money.ts";
import type { OpenPollNotice } from "#core/polls/open-polls.service.ts";
import { printTime } from "#core/time.ts";
import type { UpcomingEvent } from "#core/tournaments/next-event.service.ts";
import type { TournamentShown } from "#core/tournaments/tournaments.service.ts";
import { type Face, face, link, rows, text } from "../components.ts";
import { counted, cut, escaped, moment } from "../text.ts";
import { daysOf, nameOf, showButton } from "./words.message.ts";

interface Upcoming {
  next: UpcomingEvent | null;
  polls: readonly OpenPollNotice[];
  site: URL;
  /** Everybody sees it already. */
  told: boolean;
}

/** What comes next on the calendar, and what may be voted on until then. */
export function nextFace({ next, polls, site, told }: Upcoming): Face {
  if (next === null)
    return face(text(["Nothing is planned yet.", ...polls.slice(0, 3).map(openPoll)].join("\n")));
  const { name, description, tournament } = next;
  const words = [
    `## ${nameOf(name, 120)}`,
    `${daysOf(next)} · ${away(next.daysAway)}`,
    ...(tournament === null ? meeting(next) : place(tournament)),
    ...(description === null ? [] : [cut(escaped(cut(description, 600)), 1_000)]),
    ...polls.slice(0, 3).map(openPoll),
  ];
  const address =
    tournament === null ? "calendar" : `tournaments/${tournament.season}-${pad(tournament.number)}`;
  return face(
    text(words.join("\n")),
    ...rows([
      ...(told ? [] : [showButton({ verb: "next", of: 0, numbers: [] })]),
      ...link(new URL(address, site), "On the website"),
    ]),
  );
}

const away = (days: number): string =>
  days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${counted(days, "day")}`;

const meeting = ({ startsAt, endsAt }: UpcomingEvent): string[] =>
  startsAt === null
    ? []
    : [`From ${printTime(startsAt)}${endsAt === null ? "" : ` to ${printTime(endsAt)}`}`];

function place({ lake, ramp, firstCast, weighIn, fee, limit }: TournamentShown): string[] {
  const where = [lake, ramp].flatMap((one) => (one === null ? [] : [nameOf(one.name, 100)]));
  return [
    where.length === 0
      ? "Lake and ramp are not decided yet."
      : `**${where.join("**, ")}${where.length === 1 ? "**" : ""}`,
    firstCast === null || weighIn === null
      ? "The hours are not decided yet."
      : `First cast ${printTime(firstCast)}, weigh-in ${printTime(weighIn)}`,
    [
      ...(fee === null ? [] : [`${printMoney(fee.cents)} per ${fee.per}`]),
      `${limit.fish} fish per ${limit.per}`,
    ].join(" · "),
  ];
}

const openPoll = ({ title, closesAt }: OpenPollNotice): string =>
  `🗳️ ${nameOf(title, 120)}: vote until ${moment(closesAt, "F")} (${moment(closesAt, "R")}), see /polls.`;

const pad = (number: number): string => String(number).padStart(2, "0");
