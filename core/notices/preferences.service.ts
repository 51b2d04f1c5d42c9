import { LockMode } from "@mikro-orm/core";
import { Angler } from "../anglers/angler.entity.ts";
import { resolveAngler } from "../anglers/anglers.service.ts";
import { authorize, authorizeHolder, isOfficer } from "../actor.ts";
import { forbidden, notFound } from "../errors.ts";
import type { Work } from "../work.ts";
import { categoryWords } from "./mail-words.rules.ts";
import { Notice } from "./notice.entity.ts";
import { NoticePreference } from "./notice-preference.entity.ts";
import { categoryOf } from "./notices.rules.ts";
import {
  categories,
  type Category,
  type ListNoticePreferences,
  type SetNoticePreference,
} from "./notices.schemas.ts";

export interface PreferenceShown {
  category: Category;
  /** What its mails are about, as a sentence goes on: "mail about …". */
  about: string;
  wanted: boolean;
}

/** Switches a category of mails on or off for an angler: their own choice, or an officer's for them. */
export async function setNoticePreference(
  work: Work,
  { angler: reference, category, wanted }: SetNoticePreference,
): Promise<PreferenceShown> {
  const { id } = await resolveAngler(work, { reference: String(reference) });
  authorize(work, "setNoticePreference", { roles: ["treasurer", "editor"], self: id });
  return choose(work, { angler: id, category, wanted });
}

/** Every category, and whether an angler wants it; their own, or asked by an officer. */
export async function listNoticePreferences(
  work: Work,
  { angler: reference }: ListNoticePreferences,
): Promise<PreferenceShown[]> {
  const { id } = await resolveAngler(work, { reference: String(reference) });
  if (!isOfficer(work.actor) && work.actor.anglerId !== id) {
    throw forbidden("role-required", "Only they themselves and officers see what mail somebody wants.");
  }
  const chosen = await work.em.find(NoticePreference, { angler: id });
  return categories.map((category) =>
    show(category, chosen.find((row) => row.category === category)?.wanted ?? true),
  );
}

/** What the link in a mail is about, and how it stands; not-found where it is nobody's, or of mail that is always sent. */
export async function findMailChoice(work: Work, { token }: { token: string }): Promise<PreferenceShown> {
  const { angler, category } = await holderOf(work, token);
  const chosen = await work.em.findOne(NoticePreference, { angler, category });
  return show(category, chosen?.wanted ?? true);
}

/** Switches the category of a mail off or on again by the link in it, for whom it was sent to. */
export async function chooseByLink(
  work: Work,
  { token, wanted }: { token: string; wanted: boolean },
): Promise<PreferenceShown> {
  const { angler, category } = await holderOf(work, token);
  authorizeHolder(work, "setNoticePreference");
  return choose(work, { angler, category, wanted });
}

async function holderOf(work: Work, token: string): Promise<{ angler: number; category: Category }> {
  const notice = await work.em.findOne(Notice, { token });
  const category = notice && categoryOf(notice.purpose);
  if (notice === null || category === null) {
    throw notFound("mail-link-unknown", "This link is not one of the club's mails.");
  }
  return { angler: notice.recipient.id, category };
}

/** Two clicks at once are one after the other. */
async function choose(
  work: Work,
  { angler, category, wanted }: { angler: number; category: Category; wanted: boolean },
): Promise<PreferenceShown> {
  await work.em.findOneOrFail(Angler, angler, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const chosen = await work.em.findOne(NoticePreference, { angler, category });
  if (chosen === null) {
    if (!wanted) work.em.create(NoticePreference, { angler, category, wanted });
  } else chosen.wanted = wanted;
  await work.em.flush();
  return show(category, wanted);
}

const show = (category: Category, wanted: boolean): PreferenceShown => ({
  category,
  about: categoryWords[category],
  wanted,
});
