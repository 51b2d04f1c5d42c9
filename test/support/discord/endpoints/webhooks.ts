import type { Call, Endpoint } from "../endpoint.ts";
import { tokenLives } from "../interaction.ts";
import { edit, remove, type Words } from "../messages.ts";
import { Refused } from "../refused.ts";
import { wordsOf } from "./messages.ts";
import { respond } from "./interactions.ts";
import type { Interaction, Kept } from "../kept.ts";

const hook = "/webhooks/{webhook_id}/{webhook_token}";
const original = `${hook}/messages/@original`;
const one = `${hook}/messages/{message_id}`;
const limit = { requests: 5, per: 2_000 };

/** What the token of an interaction opens for fifteen minutes: its first answer, and further ones. */
export const webhookEndpoints: Endpoint[] = [
  { method: "POST", path: hook, by: "interaction", limit, answer: followUp },
  ...[original, one].flatMap((path): Endpoint[] => [
    {
      method: "GET",
      path,
      by: "interaction",
      limit,
      answer: (call) => ({ status: 200, body: messageOf(call).message }),
    },
    {
      method: "PATCH",
      path,
      by: "interaction",
      limit,
      answer: (call) => ({
        status: 200,
        body: edit(call.world, messageOf(call), wordsOf(call)).message,
      }),
    },
    {
      method: "DELETE",
      path,
      by: "interaction",
      limit,
      answer: (call) => {
        remove(call.world, messageOf(call));
        return { status: 204 };
      },
    },
  ]),
];

/** The first one after "thinking…" fills that. */
function followUp(call: Call): { status: 200; body: unknown } {
  const { world } = call;
  const interaction = answered(call);
  const kept =
    interaction.original?.loading === true
      ? edit(world, interaction.original, wordsOf(call))
      : respond({ world, interaction, files: call.files }, call.body as Words);
  return { status: 200, body: kept.message };
}

function messageOf(call: Call): Kept {
  const { original: first, member } = answered(call);
  const id = call.id("message_id");
  const kept = id === "" ? first : call.world.messages.get(id);
  const own = kept?.onlyFor === null || kept?.onlyFor === member.user.id;
  if (kept === null || kept === undefined || !call.world.messages.has(kept.message.id) || !own) {
    throw new Refused(10008);
  }
  return kept;
}

function answered({ world, id }: Call): Interaction {
  const interaction = world.interactions.get(id("webhook_token"));
  if (interaction === undefined || id("webhook_id") !== world.applicationId) throw new Refused(10015);
  if (interaction.state !== "answered") throw new Refused(10015);
  if (world.clock.now() - interaction.since > tokenLives) throw new Refused(50027);
  return interaction;
}
