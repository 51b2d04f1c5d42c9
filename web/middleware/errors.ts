import { STATUS_CODES } from "node:http";
import { DomainError, type ErrorKind, type Problem } from "#core/errors.ts";
import { loggedPath } from "../addresses.ts";
import type { Site, SiteContext, Step } from "../context.ts";
import { Refusal } from "../refusal.ts";
import { securityHeaders } from "../headers.ts";

const statusOf: Record<ErrorKind, number> = {
  "not-found": 404,
  invalid: 422,
  conflict: 409,
  forbidden: 403,
  unavailable: 503,
  busy: 503,
};

/** What the visitor is told: never more than a sentence meant for them. */
interface Answer {
  status: number;
  code: string;
  sentence: string;
  problems?: Problem[] | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
}

/** Turns whatever was thrown into an answer: a page for people, problem JSON for `/api`. */
export const answerErrors =
  (site: Site): Step =>
  async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      answer(site, ctx, error);
    }
  };

/** For what fails after every step is done: the plainest answer, still with the headers of all others. */
export const lastResort = ({ log }: Site) =>
  function onerror(this: SiteContext, error: Error | null): void {
    if (error === null || error === undefined) return;
    const { req, res, state } = this;
    log.error(
      { err: error, requestId: state.requestId, path: loggedPath(req.url ?? "") },
      "request failed late",
    );
    if (res.headersSent) {
      res.destroy();
      return;
    }
    for (const name of res.getHeaderNames()) res.removeHeader(name);
    res.writeHead(500, { ...securityHeaders, "Content-Type": "text/plain; charset=utf-8" });
    res.end(unexpected.sentence);
  };

function answer(site: Site, ctx: SiteContext, error: unknown): void {
  const { status, code, sentence, problems, headers } = understand(error);
  const { requestId } = ctx.state;
  if (status >= 500) site.log.error({ err: error, requestId, path: loggedPath(ctx.path) }, "request failed");
  for (const name of ["ETag", "Vary", "Content-Encoding", "Location"]) ctx.remove(name);
  ctx.status = status;
  ctx.set({ "Cache-Control": "no-store", ...headers });
  if (ctx.path === "/api" || ctx.path.startsWith("/api/")) {
    ctx.body = JSON.stringify({
      type: "about:blank",
      // RFC 9457 wants HTTP's own words where the type says no more.
      title: STATUS_CODES[status] ?? "Error",
      status,
      code,
      // Of what is not there the core tells how a terminal finds it.
      detail: status === 404 ? lostAddress : sentence,
      problems,
      requestId,
    });
    ctx.type = "application/problem+json";
    return;
  }
  ctx.body = site.views.render("error", {
    club: site.known.club,
    status,
    title: titleOf(status),
    // The core's sentence helps who typed a reference into a terminal; a visitor followed a link.
    sentence: status === 404 ? lostLink : sentence,
    requestId: status >= 500 ? requestId : null,
  });
  ctx.type = "html";
}

function understand(error: unknown): Answer {
  if (error instanceof Refusal) {
    return { status: error.status, code: error.code, sentence: error.message, headers: error.headers };
  }
  if (error instanceof DomainError) {
    const status = statusOf[error.kind];
    const headers = status === 503 ? { "Retry-After": "5" } : undefined;
    return { status, code: error.code, sentence: error.message, problems: error.details?.problems, headers };
  }
  return unexpected;
}

const unexpected: Answer = {
  status: 500,
  code: "unexpected",
  sentence: "Something broke on our side. Nothing of the club is lost; please try again in a minute.",
};

const lostAddress = "There is nothing at this address. See /api for what there is.";
const lostLink = "There is no page at this address. Perhaps it was mistyped, or what stood here has moved.";

const titles: Record<number, string> = {
  403: "Not for you",
  404: "Nothing under this lily pad",
  405: "Not that way",
  409: "That cannot stand beside what is there",
  410: "Let go again",
  421: "Wrong dock",
  422: "That cannot be right",
  500: "The line broke",
  503: "Back in a moment",
};

const titleOf = (status: number) => titles[status] ?? "That did not work";
