import type { MemberRow } from "#core/membership/roster.service.ts";
import type { PollRoom, SaidPoll } from "./poll-room.ts";

type Office = NonNullable<SaidPoll["offices"]>[number];

/** Asks which offices of which year are filled, and who stands for them. */
export async function askOffices(room: PollRoom, said: SaidPoll): Promise<SaidPoll> {
  const year = said.year ?? (await askYear(room));
  if (said.offices !== undefined && said.offices.length > 0) return { ...said, year };
  const { listMembers } = await import("#core/membership/roster.service.ts");
  const members = await room.context.read((work) => listMembers(work, { status: "member" }));
  const offices: Office[] = [];
  for (;;) {
    const first = offices.length === 0;
    const office = await room.questions.line({
      message: first ? "Which office?" : "Another office? (Enter: that is all)",
      ...(first ? { fallback: "President" } : {}),
    });
    if (office === "") return { ...said, year, offices };
    offices.push({ office, candidates: await askCandidates(room, { office, members }) });
  }
}

async function askYear({ questions, today }: PollRoom): Promise<number> {
  const year = Number(today.slice(0, 4));
  const next = today.slice(5, 7) >= "07" ? year + 1 : year;
  const check = (text: string): string | true => /^\d{4}$/.test(text) || "Write the year as 2027.";
  return Number(await questions.line({ message: "Officers of which year?", fallback: String(next), check }));
}

const most = 8;

async function askCandidates(
  { questions }: PollRoom,
  { office, members }: { office: string; members: readonly MemberRow[] },
): Promise<string[]> {
  const chosen: MemberRow[] = [];
  for (;;) {
    const member = await questions.search<MemberRow | null>({
      message: `Candidate ${chosen.length + 1} for ${office}:`,
      offer: (typed) => {
        const text = typed.trim().toLowerCase();
        const found = members.filter(
          ({ name, id }) => name.toLowerCase().includes(text) && !chosen.some((one) => one.id === id),
        );
        const offered = found.slice(0, most).map((one) => ({ name: one.name, value: one }));
        return text === "" && chosen.length > 0
          ? [{ name: "that is all", value: null }, ...offered]
          : offered;
      },
    });
    if (member === null) return chosen.map(({ id }) => String(id));
    chosen.push(member);
  }
}
