import { authorize, operator } from "#core/actor.ts";
import type { App } from "#core/app.ts";
import { Secret } from "#core/config.ts";
import { addMembers } from "#core/membership/membership.service.ts";
import { Angler } from "#core/anglers/angler.entity.ts";
import { deliverNotices } from "#core/notices/deliver.service.ts";
import { Notice } from "#core/notices/notice.entity.ts";
import { notify } from "#core/notices/notify.service.ts";
import { saveClub } from "#core/seasons/club.service.ts";
import type { Door } from "#core/work.ts";

export const officer = operator("officer");

/** A club that can send: its name and address, and members with an address each, `ann@club.example`. */
export async function mailClub(app: App, names: string[]): Promise<Map<string, number>> {
  await app.write(officer, (work) =>
    saveClub(work, { name: "Lake Club", zone: "America/Chicago", contact: "info@club.example" }),
  );
  const members = await app.write(officer, (work) =>
    addMembers(work, {
      members: names.map((name) => ({ name, email: addressOf(name), status: "member" as const })),
    }),
  );
  return new Map(members.map(({ name, id }) => [name, id]));
}

export const addressOf = (name: string): string =>
  `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, ".")}@club.example`;

/** A dues reminder to each, one after the other. */
export async function remindEach(app: App, recipients: number[], year = 2027): Promise<void> {
  await app.write(officer, async (work) => {
    for (const recipient of recipients)
      await notify(work, {
        purpose: "dues-reminder",
        occasion: String(year),
        recipients: [recipient],
        facts: { year, cents: 2500, paidThrough: null },
      });
  });
}

/** Delivers by this server; what became of what was due. */
export const deliverBy = (app: Door, smtpUrl: string | null, stop?: AbortSignal) =>
  deliverNotices(app, {
    actor: officer,
    settings: {
      smtpUrl: smtpUrl === null ? null : new Secret(smtpUrl),
      mailFrom: null,
      publicUrl: new URL("https://club.example"),
    },
    ...(stop && { stop }),
  });

/** How the notices stand: state, tries and what was met with, in the order they were made. */
export async function standing(
  app: App,
): Promise<[state: string, attempts: number, failure: string | null][]> {
  const notices = await app.read(officer, (work) => work.em.find(Notice, {}, { orderBy: { id: "asc" } }));
  return notices.map(({ state, attempts, failure }) => [state, attempts, failure]);
}

/** Nothing was ever told anyone. */
export const forgetNotices = (app: App): Promise<void> =>
  app.write(officer, async (work) => {
    authorize(work, "forgetNotices", { roles: [] });
    await work.em.nativeDelete(Notice, {});
  });

/** An address that no schema would have let in. */
export const forceAddress = (app: App, angler: number, email: string | null): Promise<void> =>
  app.write(officer, async (work) => {
    authorize(work, "forceAddress", { roles: [] });
    (await work.em.findOneOrFail(Angler, angler)).email = email;
  });
