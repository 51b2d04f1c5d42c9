import { ComponentType } from "discord.js";
import type { MemberShown } from "#core/membership/roster.service.ts";
import type { PreferenceShown } from "#core/notices/preferences.service.ts";
import type { StandingsShown } from "#core/standings/standings.service.ts";
import { printDate } from "#core/time.ts";
import { type Face, face, text } from "../components.ts";
import { writeCustomId } from "../custom-id.ts";
import { counted, cut } from "../text.ts";
import { nameOf, placeOf, pointsOf, weightOf } from "./words.message.ts";

export interface MeView {
  me: MemberShown;
  /** Of the season that is meant; null before the first. */
  standings: StandingsShown | null;
  mails: readonly PreferenceShown[];
  /** What was just done. */
  note?: string;
}

/** What the club knows of the member, for their eyes alone: dues, places, and what mail they want. */
export function meFace({ me, standings, mails, note }: MeView): Face {
  const words = [
    ...(note === undefined ? [] : [note]),
    `## ${nameOf(me.name, 80)}`,
    membership(me),
    ...(standings === null ? [] : season(standings, me.id)),
    ...(me.email === null ? ["The club has no e-mail address of yours, so it sends you no mail."] : []),
  ];
  return face(text(words.join("\n")), {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: writeCustomId({ verb: "mails", of: 0, numbers: [] }),
        placeholder: "No mail but what concerns you alone",
        min_values: 0,
        max_values: mails.length,
        options: mails.map(({ category, about, wanted }) => ({
          label: cut(`Mail me about ${about}`, 100),
          value: category,
          default: wanted,
        })),
      },
    ],
  });
}

function membership({ status, since, paidThrough, current }: MemberShown): string {
  if (status !== "member") {
    const words = {
      guest: "You are a guest of the club: members vote.",
      applicant: "Your application waits for an officer.",
      former: "You are not a member any more.",
    };
    return status === null ? "You are not a member of the club." : words[status];
  }
  const member = since === null ? "You are a member." : `You are a member since ${printDate(since)}.`;
  if (current && paidThrough !== null)
    return `${member} Your dues are paid through ${printDate(paidThrough)}; you vote.`;
  if (paidThrough === null) return `${member} You have not paid dues yet: pay the treasurer, then you vote.`;
  return `${member} Your dues ran out on ${printDate(paidThrough)}: pay the treasurer, then you vote.`;
}

const mostResults = 5;

function season({ season: year, measure, races }: StandingsShown, id: number): string[] {
  const lines = races.flatMap(({ title, rows }) => {
    const row = rows.find(({ crew }) => crew.some((one) => one.id === id));
    if (row === undefined) return [];
    const { place, tied, points, wins, weight, events } = row;
    const facts = [
      ...(points === null ? [] : [pointsOf(points)]),
      ...(wins === null ? [] : [counted(wins, "win")]),
      weightOf(weight, measure),
      counted(events, "event"),
    ];
    return [
      `${nameOf(title, 80)}: place **${placeOf(place, tied)}** of ${rows.length} · ${facts.join(" · ")}`,
    ];
  });
  const row = races[0]?.rows.find(({ crew }) => crew.some((one) => one.id === id));
  const events = (row?.counted ?? []).slice(-mostResults).map((each) => {
    const { firstDay, lake } = each.tournament;
    const where = lake === null ? "" : `, ${nameOf(lake.name, 60)}`;
    const points = each.points === null ? "" : ` · ${pointsOf(each.points)}`;
    return `- ${printDate(firstDay)}${where}: place ${placeOf(each.place, false)} · ${weightOf(each.weight, measure)}${points}`;
  });
  return [
    `### ${year}`,
    ...(lines.length === 0 ? ["You have no official result this season yet."] : lines.slice(0, 5)),
    ...events,
  ];
}
