import {
  type APIGuildScheduledEvent,
  GuildScheduledEventEntityType as Kind,
  GuildScheduledEventStatus as Status,
  PermissionFlagsBits as May,
} from "discord.js";
import { judgeLength } from "../component-rules.ts";
import type { Call, Endpoint } from "../endpoint.ts";
import { demand } from "../permissions.ts";
import { type FieldProblem, Refused, refuseInvalid } from "../refused.ts";

const all = "/guilds/{guild_id}/scheduled-events";
const one = `${all}/{guild_scheduled_event_id}`;
const limit = { requests: 5, per: 5_000 };

/** What may follow what. */
const moves: Record<Status, Status[]> = {
  [Status.Scheduled]: [Status.Scheduled, Status.Active, Status.Canceled],
  [Status.Active]: [Status.Active, Status.Completed],
  [Status.Completed]: [],
  [Status.Canceled]: [],
};

/** Scheduled events outside of Discord's own channels: a place, a start and an end. */
export const eventEndpoints: Endpoint[] = [
  { method: "POST", path: all, by: "bot", limit, answer: create },
  { method: "PATCH", path: one, by: "bot", limit, answer: change },
  {
    method: "DELETE",
    path: one,
    by: "bot",
    limit,
    answer: (call) => {
      const { id } = eventOf(call);
      demand(call.world, May.ManageEvents);
      call.world.events.delete(id);
      return { status: 204 };
    },
  },
  { method: "GET", path: one, by: "bot", limit, answer: (call) => ({ status: 200, body: eventOf(call) }) },
  {
    method: "GET",
    path: all,
    by: "bot",
    limit,
    answer: ({ world }) => ({ status: 200, body: [...world.events.values()] }),
  },
];

type Words = Partial<APIGuildScheduledEvent>;

function create(call: Call): { status: 200; body: unknown } {
  const { world } = call;
  guildOf(call);
  demand(world, May.CreateEvents);
  const words = call.body as Words;
  const event = {
    id: world.clock.snowflake(),
    guild_id: world.guildId,
    name: "",
    description: null,
    channel_id: null,
    creator_id: world.bot.id,
    creator: world.bot,
    image: null,
    scheduled_start_time: "",
    scheduled_end_time: null,
    status: Status.Scheduled,
    entity_id: null,
    entity_metadata: null,
    recurrence_rule: null,
    guild_scheduled_event_exceptions: [],
    user_count: 0,
    ...words,
  } as unknown as APIGuildScheduledEvent;
  refuseInvalid(judge(event, world.clock.now()));
  const open = [...world.events.values()].filter(({ status }) => moves[status].length > 0);
  if (open.length >= 100) throw new Refused(30038);
  world.events.set(event.id, event);
  return { status: 200, body: event };
}

function change(call: Call): { status: 200; body: unknown } {
  const { world } = call;
  const event = eventOf(call);
  // Its own events the bot changes as whoever may make them does.
  if (event.creator_id === world.bot.id) demand(world, May.CreateEvents);
  else demand(world, May.ManageEvents);
  const words = call.body as Words;
  if (moves[event.status].length === 0) throw new Refused(180000);
  const changed = { ...event, ...words } as APIGuildScheduledEvent;
  const problems = words.scheduled_start_time === undefined ? [] : judge(changed, world.clock.now());
  if (!moves[event.status].includes(changed.status)) {
    const message = "Cannot move the event to this status.";
    problems.push({ path: "status", code: "GUILD_SCHEDULED_EVENT_STATUS", message });
  }
  refuseInvalid(problems);
  world.events.set(event.id, changed);
  return { status: 200, body: changed };
}

function judge(event: APIGuildScheduledEvent, now: number): FieldProblem[] {
  const [start, end] = [Date.parse(event.scheduled_start_time), Date.parse(event.scheduled_end_time ?? "")];
  const problems = [
    ...judgeLength("name", event.name, 1, 100),
    ...judgeLength("description", event.description ?? "", 0, 1000),
    ...judgeLength("entity_metadata.location", event.entity_metadata?.location ?? "", 1, 100),
  ];
  if (event.entity_type !== Kind.External || event.channel_id !== null) {
    problems.push({ path: "entity_type", code: "BASE_TYPE_CHOICES", message: "Only external events here." });
  }
  if (!(start > now)) {
    const message = "Cannot schedule event in the past.";
    problems.push({ path: "scheduled_start_time", code: "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", message });
  }
  if (!(end > start)) {
    const message = "Cannot schedule event to end before it starts.";
    problems.push({ path: "scheduled_end_time", code: "GUILD_SCHEDULED_EVENT_END_TIME", message });
  }
  return problems;
}

function eventOf(call: Call): APIGuildScheduledEvent {
  guildOf(call);
  const event = call.world.events.get(call.id("guild_scheduled_event_id"));
  if (event === undefined) throw new Refused(10070);
  return event;
}

function guildOf({ world, id }: Call): void {
  if (id("guild_id") !== world.guildId || !world.available) throw new Refused(10004);
}
