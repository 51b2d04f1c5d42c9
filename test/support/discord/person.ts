import { performance } from "node:perf_hooks";
import type { APIGuildMember } from "discord.js";
import { isSelect, type Part, partType, walk } from "./component.ts";
import { type Filled, filledForm, type SeenForm, seenForm, valuesOf } from "./form.ts";
import { type Act, deliver } from "./interaction.ts";
import { maySee } from "./permissions.ts";
import { picked } from "./pick.ts";
import { type SeenMessage, seen } from "./seen.ts";
import { commandData, type Given } from "./slash.ts";
import { readTyped } from "./typed.ts";
import type { World } from "./world.ts";
import type { Channel, Choice, Kept } from "./kept.ts";

/** What came of an act, and when. */
export interface Reply {
  /** `failed`: "This interaction failed". `later`: nothing to see yet, the bot said it will. */
  kind: "message" | "update" | "form" | "choices" | "later" | "thinking" | "failed";
  /** The answer, or the message as it was changed. */
  message: SeenMessage | null;
  form: SeenForm | null;
  choices: string[];
  /** The answer's text, "" if there is none. */
  text: string;
  /** Milliseconds until Discord had an answer, and until there was something to read. */
  acknowledgedAfter: number;
  answeredAfter: number;
}

export interface Forged {
  customId: string;
  values?: string[];
  fields?: Record<string, string>;
}

/** So long one waits for what follows "thinking…". */
const patience = 10_000;

/** A member of the guild, who can do what Discord's client lets them do: no more than what stands before them. */
export class Person {
  readonly id: string;
  readonly name: string;
  readonly #world: World;
  readonly #member: APIGuildMember;

  constructor(world: World, member: APIGuildMember) {
    this.#world = world;
    this.#member = member;
    this.id = member.user.id;
    this.name = member.user.global_name ?? member.user.username;
  }

  /** Whether a channel is there for them. */
  enters(channel: { id: string }): boolean {
    const here = this.#world.channels.get(channel.id);
    return here !== undefined && maySee(this.#world, this.#member, here);
  }

  /** A channel's messages, oldest first, this person's own private ones among them. */
  sees(channel: { id: string }): SeenMessage[] {
    const here = this.#world.channels.get(channel.id);
    if (here === undefined || !maySee(this.#world, this.#member, here)) return [];
    return [...this.#world.messages.values()]
      .filter((kept) => kept.channel === here && this.#maySee(kept))
      .map((kept) => seen(this.#world, kept));
  }

  /**
   * Presses a button by its label. `at`: when, if that was before now, as if the click took its time. `behind`: the
   * screen has not followed the last edits yet, and shows what was seen.
   */
  async press(
    on: SeenMessage | Reply,
    label: string,
    { at, behind = false }: { at?: string; behind?: boolean } = {},
  ): Promise<Reply> {
    const kept = this.#before(on);
    const { version = 0 } = "form" in on ? (on.message ?? {}) : on;
    const buttons = walk(behind ? kept.versions[version]! : (kept.message.components as Part[]))
      .map(({ part }) => part)
      .filter(({ type, url }) => type === partType.button && url === undefined);
    const matching = buttons.filter((part) => (part.label ?? part.emoji?.name) === label);
    const [button] = matching;
    if (button === undefined || matching.length > 1) {
      const labels = buttons.map((part) => part.label).join(", ");
      throw new Error(`${this.name} finds ${matching.length} buttons "${label}" among: ${labels}.`);
    }
    if (button.disabled === true) throw new Error(`"${label}" is disabled.`);
    const data = { component_type: button.type, custom_id: button.custom_id, id: button.id };
    return this.#act({ type: 3, channel: kept.channel, on: kept, data, at });
  }

  /** Chooses by labels in the select with this placeholder (or, without one, this custom id). */
  async choose(on: SeenMessage | Reply, select: string, labels: string[]): Promise<Reply> {
    const kept = this.#before(on);
    const selects = walk(kept.message.components as Part[])
      .map(({ part }) => part)
      .filter(isSelect);
    const part = selects.find(({ placeholder, custom_id: id }) => [placeholder, id].includes(select));
    if (part === undefined) {
      const all = selects.map(({ placeholder, custom_id: id }) => placeholder ?? id).join(", ");
      throw new Error(`${this.name} finds no select "${select}" among: ${all}.`);
    }
    if (part.disabled === true) throw new Error(`"${select}" is disabled.`);
    const choice =
      part.type === partType.select ? { values: valuesOf(part, labels) } : picked(this.#world, part, labels);
    const data = { component_type: part.type, custom_id: part.custom_id, id: part.id, ...choice };
    return this.#act({ type: 3, channel: kept.channel, on: kept, data });
  }

  /** Sends a form, fields by their labels; what is left out stays as it was filled in. */
  async submit(from: Reply | SeenForm, filled: Filled): Promise<Reply> {
    const form = "form" in from ? from.form : from;
    if (form === null) throw new Error(`No form opened before ${this.name}.`);
    const { on, channel } = form.from;
    return this.#act({ type: 5, channel, on, data: filledForm(form, filled) });
  }

  /** Types a slash command in a channel: `command(channel, "poll create", { title: "May" })`. */
  async command(channel: { id: string }, words: string, options: Record<string, Given> = {}): Promise<Reply> {
    const here = this.#in(channel);
    const data = commandData(this.#world, { member: this.#member, channel: here, words, options });
    return this.#act({ type: 2, channel: here, command: words, data });
  }

  /** The same as one line: `/poll create title:May`. */
  async types(channel: { id: string }, line: string): Promise<Reply> {
    const { words, options } = readTyped(this.#world, line);
    return this.command(channel, words, options);
  }

  /** What is offered while the last of the options is being typed. */
  async suggestions(channel: { id: string }, words: string, options: Record<string, Given>): Promise<Reply> {
    const here = this.#in(channel);
    const focused = Object.keys(options).at(-1);
    const data = commandData(this.#world, { member: this.#member, channel: here, words, options, focused });
    return this.#act({ type: 4, channel: here, command: words, data });
  }

  /** Sends what no message offers, by a client of their own: a press, picked values, or a form's fields. */
  forges(on: SeenMessage, { customId, values, fields }: Forged): Promise<Reply> {
    const kept = this.#world.messages.get(on.id)!;
    const components = Object.entries(fields ?? {}).map(([name, value], at) => ({
      type: partType.label,
      id: 2 * at + 1,
      component: { type: partType.textInput, id: 2 * at + 2, custom_id: name, value },
    }));
    const data =
      fields === undefined
        ? { component_type: values ? partType.select : partType.button, custom_id: customId, values, id: 1 }
        : { custom_id: customId, components };
    return this.#act({ type: fields === undefined ? 3 : 5, channel: kept.channel, on: kept, data });
  }

  #in({ id }: { id: string }): Channel {
    const channel = this.#world.channels.get(id);
    if (channel === undefined || !maySee(this.#world, this.#member, channel)) {
      throw new Error(`${this.name} does not see that channel.`);
    }
    return channel;
  }

  #before(on: SeenMessage | Reply): Kept {
    const message = "form" in on ? on.message : on;
    const kept = message === null ? undefined : this.#world.messages.get(message.id);
    if (kept === undefined) throw new Error(`There is no message before ${this.name} any more.`);
    this.#in(kept.channel);
    if (!this.#maySee(kept)) throw new Error(`That message is not for ${this.name}.`);
    return kept;
  }

  #maySee({ onlyFor }: Kept): boolean {
    return onlyFor === null || onlyFor === this.id;
  }

  async #act(act: Omit<Act, "member">): Promise<Reply> {
    const from = performance.now();
    const first = await deliver(this.#world, { ...act, member: this.#member });
    const acknowledgedAfter = performance.now() - from;
    if (first.kind === "thinking") await this.#filled(first.kept);
    const kept = "kept" in first ? first.kept : null;
    const message = kept === null ? null : seen(this.#world, kept);
    const form =
      first.kind === "modal"
        ? seenForm({ modal: first.modal, on: act.on ?? null, channel: act.channel })
        : null;
    return {
      kind: kindOf(first.kind, kept),
      message,
      form,
      choices: first.kind === "choices" ? first.choices.map(({ name }: Choice) => name) : [],
      text: message?.text ?? "",
      acknowledgedAfter,
      answeredAfter: performance.now() - from,
    };
  }

  #filled(kept: Kept): Promise<void> {
    const { watchers } = this.#world;
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        watchers.delete(look);
        resolve();
      };
      const look = (): void => {
        if (!kept.loading || !this.#world.messages.has(kept.message.id)) done();
      };
      const timer = setTimeout(done, patience);
      watchers.add(look);
      look();
    });
  }
}

function kindOf(kind: Awaited<ReturnType<typeof deliver>>["kind"], kept: Kept | null): Reply["kind"] {
  if (kind === "modal") return "form";
  return kind === "thinking" && kept?.loading === false ? "message" : kind;
}
