import type { APIMessage } from "discord.js";
import { judgeLength } from "../component-rules.ts";
import type { Answer, Call, Endpoint } from "../endpoint.ts";
import { firstAnswerWithin } from "../interaction.ts";
import { edit, ephemeral, post, type Words } from "../messages.ts";
import { judgeModal, type ModalForm } from "../modal-rules.ts";
import { type FieldProblem, Refused, refuseInvalid } from "../refused.ts";
import type { LocalFile } from "../request-body.ts";
import type { World } from "../world.ts";
import type { Choice, FirstAnswer, Interaction, Kept } from "../kept.ts";

/** The first answer: no limit but its own, three seconds, once. */
export const interactionEndpoints: Endpoint[] = [
  {
    method: "POST",
    path: "/interactions/{interaction_id}/{interaction_token}/callback",
    by: "interaction",
    answer: (call) => {
      const interaction = waiting(call);
      const { type, data } = call.body as { type: number; data?: unknown };
      const first = (answers[type] ?? refuseType)({
        world: call.world,
        interaction,
        data,
        files: call.files,
      });
      if ("kept" in first) interaction.original = first.kept;
      interaction.answer(first);
      return said(call, interaction, { type, first });
    },
  },
];

function waiting({ world, id }: Call): Interaction {
  const interaction = world.interactions.get(id("interaction_token"));
  if (interaction === undefined || interaction.id !== id("interaction_id")) throw new Refused(10062);
  if (interaction.state === "answered") throw new Refused(40060);
  if (world.clock.now() - interaction.since > firstAnswerWithin) interaction.fail();
  if (interaction.state === "failed") throw new Refused(10062);
  return interaction;
}

interface Answering {
  world: World;
  interaction: Interaction;
  data: unknown;
  files: LocalFile[];
}

const answers: Record<number, (answering: Answering) => FirstAnswer> = {
  4: (answering) => {
    refuseOn(answering, [2, 3, 5]);
    return { kind: "message", kept: respond(answering, answering.data ?? {}) };
  },
  5: (answering) => {
    refuseOn(answering, [2, 3, 5]);
    const { flags } = (answering.data ?? {}) as Words;
    return { kind: "thinking", kept: respond(answering, { flags }, { loading: true }) };
  },
  6: (answering) => {
    const { on } = answering.interaction;
    if (on === null) return refuseType(answering);
    answering.interaction.original = on;
    return { kind: "later" };
  },
  7: (answering) => {
    const { on } = answering.interaction;
    if (on === null) return refuseType(answering);
    return { kind: "update", kept: edit(answering.world, on, answering.data ?? {}) };
  },
  8: (answering) => {
    refuseOn(answering, [4]);
    const { choices = [] } = answering.data as { choices?: Choice[] };
    refuseInvalid(judgeChoices(choices));
    return { kind: "choices", choices };
  },
  9: (answering) => {
    refuseOn(answering, [2, 3]);
    const modal = answering.data as ModalForm;
    refuseInvalid(judgeModal(modal));
    return { kind: "modal", modal };
  },
};

/** Posts an answer where the act was done, to everyone there or to the person alone. */
export function respond(
  { world, interaction, files }: Omit<Answering, "data">,
  words: Words,
  { loading = false } = {},
): Kept {
  const { member, channel } = interaction;
  const onlyFor = ((words.flags ?? 0) & ephemeral) === 0 ? null : member.user.id;
  const extra = {
    webhook_id: world.applicationId,
    application_id: world.applicationId,
    ...metadata(world, interaction),
  };
  return post(world, { channel, words, onlyFor, loading, extra, files });
}

function metadata(world: World, { id, type, member, on }: Interaction): Partial<APIMessage> {
  const owners = { authorizing_integration_owners: { "0": world.guildId } };
  const of = { id, type, user: member.user, ...owners };
  const pressed = on === null ? {} : { interacted_message_id: on.message.id };
  const triggering = { id, type: on === null ? 2 : 3, user: member.user, ...owners, ...pressed };
  const data = type === 5 ? { ...of, triggering_interaction_metadata: triggering } : { ...of, ...pressed };
  return { interaction_metadata: data as unknown as NonNullable<APIMessage["interaction_metadata"]> };
}

function judgeChoices(choices: Choice[]): FieldProblem[] {
  const problems = choices.flatMap(({ name, value }, index) => [
    ...judgeLength(`data.choices.${index}.name`, name, 1, 100),
    ...judgeLength(`data.choices.${index}.value`, String(value), 1, 100),
  ]);
  if (choices.length > 25) {
    problems.push({
      path: "data.choices",
      code: "BASE_TYPE_MAX_LENGTH",
      message: "Must be 25 or fewer in length.",
    });
  }
  return problems;
}

function refuseOn(answering: Answering, types: number[]): void {
  if (!types.includes(answering.interaction.type)) refuseType(answering);
}

function refuseType(_: Answering): never {
  throw new Refused(50035, [
    { path: "type", code: "INTERACTION_APPLICATION_INVALID_TYPE", message: "This cannot be answered so." },
  ]);
}

function said(
  { query }: Call,
  { id, type: kind }: Interaction,
  { type, first }: { type: number; first: FirstAnswer },
): Answer {
  if (query.get("with_response") !== "true") return { status: 204 };
  const kept = "kept" in first ? first.kept : null;
  const interaction = {
    id,
    type: kind,
    ...(kept !== null && {
      response_message_id: kept.message.id,
      response_message_loading: kept.loading,
      response_message_ephemeral: kept.onlyFor !== null,
    }),
  };
  const resource = kept === null || kept.loading ? {} : { resource: { type, message: kept.message } };
  return { status: 200, body: { interaction, ...resource } };
}
