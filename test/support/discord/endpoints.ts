import type { Endpoint } from "./endpoint.ts";
import { applicationEndpoints } from "./endpoints/application.ts";
import { channelEndpoints } from "./endpoints/channels.ts";
import { eventEndpoints } from "./endpoints/events.ts";
import { guildEndpoints } from "./endpoints/guild.ts";
import { interactionEndpoints } from "./endpoints/interactions.ts";
import { messageEndpoints } from "./endpoints/messages.ts";
import { webhookEndpoints } from "./endpoints/webhooks.ts";

/** All that the local Discord answers. */
export const endpoints: readonly Endpoint[] = [
  ...applicationEndpoints,
  ...guildEndpoints,
  ...channelEndpoints,
  ...messageEndpoints,
  ...eventEndpoints,
  ...interactionEndpoints,
  ...webhookEndpoints,
];
