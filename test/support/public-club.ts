import type { App } from "#core/app.ts";
import { addLake } from "#core/lakes/lakes.service.ts";
import { addRamp } from "#core/lakes/ramps.service.ts";
import { addMembers } from "#core/membership/membership.service.ts";
import { editMember } from "#core/membership/edit-member.service.ts";
import { postNews } from "#core/news/post-news.service.ts";
import { eraseAngler } from "#core/people/erase.service.ts";
import { saveClub } from "#core/seasons/club.service.ts";
import { cancelEvent } from "#core/tournaments/cancel.service.ts";
import { addEvent } from "#core/events/events.service.ts";
import { addTournament } from "#core/tournaments/new-tournaments.service.ts";
import { moveClock } from "./clock.ts";
import { holdTournament, tester } from "./small-club.ts";

/** What would run, or break what it stands in, where a name is not escaped. */
export const hostileName = `Bo <script>alert("x")</script> & ]]> 'y'`;

/** Names that no public page, feed or answer may hold: full ones of who chose a short one, of who was erased, contacts. */
export const neverPublic = ["Secretson", "Erasedson", "private@club.example", "5125550123"];

/** A club in April 2026 with something of each kind that the public sees, and people who are not to be seen whole. */
export async function publicClub(app: App): Promise<void> {
  await moveClock(app, "2026-04-10");
  const write = <T>(verb: Parameters<typeof app.write<T>>[1]) => app.write(tester, verb);
  await write((work) => saveClub(work, { name: `Bass & <Club>`, contact: "office@club.example" }));
  await write((work) =>
    addMembers(work, {
      members: ["Ann Secretson", "Eve Erasedson"].map((name) => ({
        name,
        status: "member" as const,
        from: "2020-01-01",
        email: `${name.slice(0, 3).toLowerCase()}-private@club.example`,
        aliases: [],
      })),
    }),
  );
  await write((work) =>
    addLake(work, { key: "canyon", name: "Canyon", latitude: 29.8732, longitude: -98.3989 }),
  );
  await write((work) =>
    addRamp(work, { lake: "canyon", name: "Ramp 23", latitude: 29.87, longitude: -98.39 }),
  );
  await holdTournament(app, {
    day: "2025-03-23",
    name: "March",
    state: "official",
    boats: [
      {
        crew: ["Ann Secretson", hostileName],
        bags: [
          { fish: 5, weight: "12.25", big: "4.5" },
          { fish: 3, weight: "8.1" },
        ],
      },
      { crew: ["Eve Erasedson"], bags: [{ fish: 2, weight: "5", dead: 1 }] },
    ],
  });
  await holdTournament(app, {
    day: "2026-01-25",
    name: "January",
    state: "official",
    rules: "sabc-team",
    boats: [
      { crew: ["Ann Secretson", "Eve Erasedson"], bags: [{ fish: 5, weight: "14.5", big: "5.25" }] },
      { crew: [hostileName, "Cal*"], bags: [{ fish: 4, weight: "9.75" }] },
    ],
  });
  await holdTournament(app, { day: "2026-04-05", name: "April", state: "weighing", boats: [] });
  const ahead = { year: 2026, lake: "canyon", ramp: "Ramp 23", firstCast: "06:30", weighIn: "15:00" };
  await write((work) => addTournament(work, { ...ahead, name: "May", firstDay: "2026-05-24" }));
  const off = await write((work) =>
    addEvent(work, { kind: "meeting", name: "Meeting", firstDay: "2026-04-20", startsAt: "19:00" }),
  );
  await write((work) => cancelEvent(work, { event: off.id, reason: "The hall is closed." }));
  await write((work) =>
    postNews(work, { title: hostileName, body: "Come & *see* <b>it</b>.", mail: "none" }),
  );
  await write((work) => editMember(work, { reference: "Ann Secretson", publicName: "Ann S." }));
  await write((work) => eraseAngler(work, { reference: "Eve Erasedson" }));
}
