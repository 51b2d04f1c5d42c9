import { resolveAngler } from "../anglers/anglers.service.ts";
import { conflict, invalid } from "../errors.ts";
import { type LakeShown, resolveLake } from "../lakes/lakes.service.ts";
import { resolveRamp } from "../lakes/ramps.service.ts";
import { printTime } from "../time.ts";
import type { Work } from "../work.ts";
import type { CreatePoll } from "./polls.schemas.ts";
import type { Asks } from "./question.entity.ts";

interface OptionDraft {
  label: string;
  /** By which later options stand under it. */
  key?: string;
  parent?: string;
  lake?: number;
  ramp?: number;
  angler?: number;
  firstCast?: string;
  weighIn?: string;
}

export interface QuestionDraft {
  prompt: string;
  asks?: Asks;
  office?: string;
  options: OptionDraft[];
}

/** What a poll asks and offers, in its order; names are looked up, and nothing is offered twice. */
export async function draftQuestions(work: Work, input: CreatePoll): Promise<QuestionDraft[]> {
  const questions = await draft(work, input);
  for (const { prompt, options } of questions) {
    const labels = options.map(({ label, parent }) => `${parent ?? ""} ${label.toLowerCase()}`);
    const twice = options.find((_, at) => labels.indexOf(labels[at]!) < at);
    if (twice !== undefined)
      throw invalid("option-twice", `${prompt} offers ${twice.label} twice. Offer it once.`);
  }
  return questions;
}

async function draft(work: Work, input: CreatePoll): Promise<QuestionDraft[]> {
  switch (input.kind) {
    case "location":
      return draftPlaces(work, input);
    case "choice":
      return [{ prompt: input.title, options: input.options.map((label) => ({ label })) }];
    case "yes-no":
      return [{ prompt: input.title, options: [{ label: "Yes" }, { label: "No" }] }];
    case "election":
      return Promise.all(input.offices.map((one) => draftOffice(work, one)));
  }
}

type Location = Extract<CreatePoll, { kind: "location" }>;

async function draftPlaces(work: Work, { lakes, hours }: Location): Promise<QuestionDraft[]> {
  const lakeOptions: OptionDraft[] = [];
  const rampOptions: OptionDraft[] = [];
  for (const { lake: reference, ramps } of lakes) {
    const lake = await resolveLake(work, { reference });
    mustBeInUse(lake);
    lakeOptions.push({ label: lake.name, key: lake.key, lake: lake.id });
    for (const ramp of await offeredRamps(work, { lake, ramps }))
      rampOptions.push({ label: ramp.name, parent: lake.key, ramp: ramp.id });
  }
  const hourOptions = hours.map(({ firstCast, weighIn }) => {
    if (firstCast >= weighIn)
      throw invalid(
        "hours-upside-down",
        `Weigh-in at ${weighIn} is not after first cast at ${firstCast}. Swap them.`,
      );
    return { label: `${printTime(firstCast)} to ${printTime(weighIn)}`, firstCast, weighIn };
  });
  const asked: QuestionDraft[] = [
    { prompt: "Lake", asks: "lake", options: lakeOptions },
    { prompt: "Ramp", asks: "ramp", options: rampOptions },
    { prompt: "Hours", asks: "hours", options: hourOptions },
  ];
  return asked.filter(({ options }) => options.length > 0);
}

async function offeredRamps(work: Work, { lake, ramps }: { lake: LakeShown; ramps: string[] | undefined }) {
  if (ramps === undefined) return lake.ramps.filter(({ retired }) => !retired);
  return Promise.all(ramps.map((reference) => resolveRamp(work, { lake: lake.key, reference })));
}

function mustBeInUse({ name, retired }: LakeShown): void {
  if (retired) throw conflict("lake-retired", `${name} is retired. Offer a lake that is in use.`);
}

async function draftOffice(
  work: Work,
  { office, candidates }: { office: string; candidates: string[] },
): Promise<QuestionDraft> {
  const options = await Promise.all(
    candidates.map(async (reference) => {
      const { id, publicName } = await resolveAngler(work, { reference });
      return { label: publicName, angler: id };
    }),
  );
  return { prompt: office, office, options };
}
