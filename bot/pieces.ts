import { createHash } from "node:crypto";
import type { PollStanding, Posted, PostedKind } from "#core/polls/posted-messages.service.ts";
import type { DiscordSettings } from "#core/seasons/discord.service.ts";
import type { Face } from "./components.ts";
import { pollFace } from "./messages/poll.message.ts";
import { resultFace, tieFace } from "./messages/result.message.ts";

/** A message that a poll should have in a channel now. */
export interface Piece {
  kind: PostedKind;
  channel: string;
  /** Where it would be posted now, if that is another channel than it was to be in. */
  elsewhere: string | null;
  face: Face;
  /** What the face comes to, so that the same one is not drawn twice. */
  drawn: string;
  /** What stands there or is on its way; null before it was said that it will. */
  posted: Posted | null;
  /** Whether it is posted where it does not stand; otherwise it is only drawn anew where it does. */
  posts: boolean;
  replyTo: string | null;
  ping: string | null;
}

/**
 * What of a poll should stand where: what members vote on (of a bylaw already before, for its text), who decides a tie,
 * and what came of it. What members vote on takes refuge where news stand when its own channel is gone.
 */
export function piecesOf(
  { poll, posted, history }: PollStanding,
  { channels, role, site, isThere }: Surroundings,
): Piece[] {
  const standing = posted.find(({ kind }) => kind === "poll") ?? null;
  const stands = poll.state === "open" || (poll.bylaw && poll.state === "scheduled");
  const reply = standing?.lost === "message-gone" ? null : (standing?.message ?? null);
  const begun = standing !== null && (standing.message !== null || standing.reposts > 0);
  const wanted: (Omit<Piece, "channel" | "elsewhere" | "drawn" | "posted"> & { home: string | undefined })[] =
    [
      {
        kind: "poll",
        home: channels.polls,
        face: pollFace(poll, { site, ping: role, history }),
        posts: stands,
        replyTo: null,
        ping: standing === null || standing.reposts === 0 ? role : null,
      },
      {
        kind: "tie",
        home: channels.officers,
        face: tieFace(poll),
        posts: poll.state === "tied",
        replyTo: null,
        ping: null,
      },
      {
        kind: "result",
        home: standing?.channel,
        face: resultFace(poll, { site }),
        posts: begun && poll.state === "decided",
        replyTo: reply,
        ping: null,
      },
    ];
  return wanted.flatMap(({ home, ...piece }) => {
    const there = posted.find(({ kind }) => kind === piece.kind) ?? null;
    const channel = there?.channel ?? home;
    if (channel === undefined || (there === null && !piece.posts)) return [];
    const refuge = piece.kind === "poll" && there?.lost === "channel-gone" ? channels.news : undefined;
    const elsewhere = [home, refuge].find((id) => id !== undefined && id !== channel && isThere(id)) ?? null;
    return [{ ...piece, channel, elsewhere, drawn: hashOf(piece.face), posted: there }];
  });
}

interface Surroundings extends Pick<DiscordSettings, "channels" | "role"> {
  site: URL;
  /** Whether the server has such a channel, as far as the bot knows. */
  isThere: (channel: string) => boolean;
}

/** Whatever looks the same has the same. */
export const hashOf = (shown: unknown): string =>
  createHash("sha256").update(JSON.stringify(shown)).digest("base64url").slice(0, 22);
