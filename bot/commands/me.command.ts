import { showMember } from "#core/membership/roster.service.ts";
import { categories } from "#core/notices/notices.schemas.ts";
import { listNoticePreferences, setNoticePreference } from "#core/notices/preferences.service.ts";
import { getStandings } from "#core/standings/standings.service.ts";
import { findCurrentSeason } from "#core/tournaments/seasons-overview.service.ts";
import type { Work } from "#core/work.ts";
import type { BotButton, BotCommand } from "../command.ts";
import type { Act } from "../context.ts";
import { type MeView, meFace } from "../messages/me.message.ts";
import { mustBeLinked } from "../voting.ts";

export const me: BotCommand = {
  definition: { name: "me", description: "Your dues, places and mail: only you see it" },
  async run(act) {
    const angler = ownId(act);
    return { face: meFace(await act.read((work) => lookUp(work, angler))) };
  },
};

/** Which mail is wanted, all of it as it was picked: the same pick again changes nothing. */
export const meButtons: BotButton[] = [
  {
    verb: "mails",
    async press(act, { picked }) {
      const angler = ownId(act);
      const seen = await act.write(async (work) => {
        for (const category of categories)
          await setNoticePreference(work, { angler, category, wanted: picked.includes(category) });
        return lookUp(work, angler);
      });
      return { face: meFace({ ...seen, note: "Saved: this is the mail you get from now on." }) };
    },
  },
];

function ownId(act: Act): number {
  mustBeLinked(act);
  return act.actor.anglerId ?? 0;
}

async function lookUp(work: Work, angler: number): Promise<MeView> {
  const season = await findCurrentSeason(work);
  return {
    me: await showMember(work, { reference: String(angler) }),
    standings: season === null ? null : await getStandings(work, { season }),
    mails: await listNoticePreferences(work, { angler }),
  };
}
