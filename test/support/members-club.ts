import assert from "node:assert/strict";
import { authorize } from "#core/actor.ts";
import { AnglerRole } from "#core/anglers/angler-role.entity.ts";
import { Angler } from "#core/anglers/angler.entity.ts";
import { DomainError, type Problem } from "#core/errors.ts";
import { exportMembers, membersCsv } from "#core/membership/export-members.service.ts";
import { importMembers, type ImportMembers } from "#core/membership/import-members.service.ts";
import { addMembers } from "#core/membership/membership.service.ts";
import { OfficerTerm } from "#core/membership/officer-term.entity.ts";
import { moveClock } from "./clock.ts";
import { openTestApp } from "./database.ts";
import { bytes } from "./hostile-files.ts";
import { tester } from "./small-club.ts";

/** A file of people, or of what they paid, as it may come in, and every problem that is to be found in it. */
export interface HostileRecords {
  label: string;
  file: string | Uint8Array;
  choices?: { column?: string[]; ignore?: string[]; where?: string[]; map?: string };
  /** `line 2, email "x@": It …`: exactly these. */
  problems: string[];
}

/**
 * A club on 1 June 2026: Ann Lee (1, Annie, admin and president), the guest Bob Cruz (2), two called Sam Hill (3 with
 * an e-mail, 4 without), José Núñez (5), and one who was erased (6).
 */
export async function openMembersClub() {
  const app = await openTestApp();
  await moveClock(app, "2026-06-01");
  const from = "2020-01-01";
  await app.write(tester, async (work) => {
    const added = await addMembers(work, {
      members: [
        { name: "Ann Lee", email: "ann@club.example", aliases: ["Annie"], status: "member", from },
        { name: "Bob Cruz", email: "bob@club.example", phone: "+15125550100", status: "guest", from },
        { name: "Sam Hill", email: "sam@club.example", status: "member", from },
        { name: "Sam Hill", sameName: true, status: "member", from },
        { name: "José Núñez", status: "applicant", from },
        { name: "Eve Gone", status: "former", from },
      ],
    });
    authorize(work, "settle", { roles: [] });
    const ann = work.em.getReference(Angler, added[0]!.id);
    work.em.create(AnglerRole, { angler: ann, role: "admin" });
    work.em.create(OfficerTerm, { angler: ann, office: "president", year: 2026 });
    const eve = await work.em.findOneOrFail(Angler, added[5]!.id);
    Object.assign(eve, { name: "Erased 6", publicName: "Erased 6", erasedOn: "2026-05-01" });
    await work.em.flush();
  });
  const given = (file: string | Uint8Array, { map, ...more }: MoreGiven): ImportMembers => ({
    file: bytes(file),
    ...more,
    ...(map === undefined ? {} : { map: bytes(map) }),
  });

  return {
    app,
    imported: (file: string | Uint8Array, more: MoreGiven = {}) =>
      app.write(tester, (work) => importMembers(work, given(file, more))),
    rehearsed: (file: string | Uint8Array, more: MoreGiven = {}) =>
      app.rehearse(tester, (work) => importMembers(work, given(file, more))),
    exported: () => app.read(tester, async (work) => membersCsv(await exportMembers(work))),
  };
}

type MoreGiven = Omit<Partial<ImportMembers>, "map" | "file"> & { map?: string };

/** Every problem an import was refused for, each as one line. */
export async function toldProblems(run: Promise<unknown>): Promise<string[]> {
  const error: unknown = await run.then(
    () => null,
    (reason: unknown) => reason,
  );
  assert(error instanceof DomainError, `it was not refused: ${String(error)}`);
  assert.deepEqual([error.kind, error.code], ["invalid", "file-refused"]);
  return (error.details?.problems ?? []).map(told);
}

function told({ line, column, value, reason }: Problem): string {
  const place = [line === undefined ? [] : `line ${line}`, column ?? []].flat().join(", ");
  return `${place}${value === undefined ? "" : ` "${value}"`}${place ? ": " : ""}${reason}`;
}
