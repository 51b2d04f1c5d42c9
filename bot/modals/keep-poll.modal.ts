import { cancelPoll, editPoll, reopenPoll } from "#core/polls/keep-poll.service.ts";
import {
  cancelPollSchema,
  castProxySchema,
  editPollSchema,
  reopenPollSchema,
} from "#core/polls/polls.schemas.ts";
import { getPoll, type PollShown } from "#core/polls/polls.service.ts";
import { castProxy } from "#core/polls/proxy.service.ts";
import type { BotModal, Words } from "../command.ts";
import { chosen, typed, understood } from "../form.ts";
import { saidFace } from "../messages/answer.message.ts";
import { chosenLines } from "../messages/ballot.message.ts";
import { listsOfForm } from "../messages/keep-poll.message.ts";
import { nameOf } from "../messages/words.message.ts";
import { asOfficer } from "../officer.ts";
import { readMoment } from "../poll-input.ts";
import { moment } from "../text.ts";

const edit: BotModal = {
  verb: "editpoll",
  submit: (act, { of, fields }) =>
    asOfficer(act, async () => {
      const before = await act.read((work) => getPoll(work, { poll: of }));
      const [opens, closes] = ["opens", "closes"].map((name) => readMoment(typed(fields, name)));
      const description = typed(fields, "description");
      const input = understood(editPollSchema, {
        poll: String(of),
        title: typed(fields, "title"),
        // What stands as it stood was not changed: a poll with ballots refuses even the same opening once more.
        ...(opens !== undefined && !isAt(before.opensAt, opens) && { opens }),
        ...(closes !== undefined && !isAt(before.closesAt, closes) && { closes }),
        ...(description !== undefined && description !== before.description && { description }),
      });
      const { poll: _, title, ...others } = input;
      if (title === before.title && Object.keys(others).length === 0)
        return said(before, "says so already; nothing was changed.");
      return changed(await act.write((work) => editPoll(work, input)));
    }),
};

const reopen: BotModal = {
  verb: "reopenpoll",
  submit: (act, { of, fields }) =>
    asOfficer(act, async () => {
      const input = understood(reopenPollSchema, {
        poll: String(of),
        closes: readMoment(typed(fields, "closes")),
        reason: typed(fields, "reason"),
      });
      const poll = await act.write((work) => reopenPoll(work, input));
      return said(poll, `is open again until ${moment(poll.closesAt, "F")}. Its ballots stand.`);
    }),
};

const cancel: BotModal = {
  verb: "cancelpoll",
  submit: (act, { of, fields }) =>
    asOfficer(act, async () => {
      const input = understood(cancelPollSchema, { poll: String(of), reason: typed(fields, "reason") });
      return said(await act.write((work) => cancelPoll(work, input)), "is called off.");
    }),
};

const voteFor: BotModal = {
  verb: "votefor",
  submit: (act, { of, numbers: [member], fields }) =>
    asOfficer(act, async () => {
      const poll = await act.read((work) => getPoll(work, { poll: of }));
      const options = listsOfForm.flatMap((list) => chosen(fields, list));
      const input = understood(castProxySchema, {
        poll: String(of),
        member: String(member),
        options,
        reason: typed(fields, "reason"),
        request: act.request,
      });
      const { choices } = await act.write((work) => castProxy(work, input));
      const picks = poll.questions.map(
        ({ id }) => choices.find(({ question }) => question === id)?.option ?? 0,
      );
      const words = ["Recorded. The member is told at once and may change it.", ...chosenLines(poll, picks)];
      return { face: saidFace(words) };
    }),
};

export const keepPollModals: BotModal[] = [edit, reopen, cancel, voteFor];

const isAt = (iso: string, { day, time }: { day: string; time: string }): boolean =>
  iso.startsWith(`${day}T${time}`);

export const changed = (poll: PollShown): Words =>
  said(poll, `is changed. It opens ${moment(poll.opensAt, "F")} and closes ${moment(poll.closesAt, "F")}.`);

export const said = ({ id, title }: PollShown, what: string): Words => ({
  face: saidFace([`Poll \`${id}\`, **${nameOf(title, 120)}**, ${what}`]),
});
