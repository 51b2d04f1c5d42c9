import { DomainError } from "#core/errors.ts";
import type { Context } from "./context.ts";
import { plainTheme } from "./prompts.ts";
import { clean } from "./terminal.ts";

/** One answer that may be chosen. */
export interface Choice<Value> {
  name: string;
  value: Value;
  /** Shown, but not to be chosen, and why. */
  disabled?: string;
}

/** What a conversation asks, on stderr as every prompt. */
export interface Questions {
  /** One line; `check` says why it cannot be, and it is asked again. A blank answer is the default. */
  line(asked: {
    message: string;
    fallback?: string;
    check?: (text: string) => string | true;
  }): Promise<string>;
  /** Type-ahead: what is offered for what was typed so far. */
  search<Value>(asked: {
    message: string;
    offer: (typed: string) => Choice<Value>[] | Promise<Choice<Value>[]>;
  }): Promise<Value>;
  choose<Value>(asked: { message: string; choices: Choice<Value>[]; fallback?: Value }): Promise<Value>;
  /** Any of them, at least so many. */
  several<Value>(asked: {
    message: string;
    choices: (Choice<Value> & { checked?: boolean })[];
    least: number;
  }): Promise<Value[]>;
  agree(asked: { message: string; fallback: boolean }): Promise<boolean>;
}

const asIs = (text: string): string => text;
const plain = {
  ...plainTheme,
  style: { ...plainTheme.style, defaultAnswer: (text: string) => `(${text})` },
};
const plainList = {
  ...plainTheme,
  icon: { cursor: ">" },
  style: {
    ...plainTheme.style,
    disabled: (text: string) => `- ${text}`,
    searchTerm: asIs,
    keysHelpTip: () => undefined,
  },
};

/** Loaded before the first question, so that none of them waits. */
export async function openQuestions({ streams, globals }: Context): Promise<Questions> {
  const { checkbox, confirm, input, search, select } = await import("@inquirer/prompts");
  const look = globals.color ? {} : { theme: plain };
  const listLook = globals.color ? {} : { theme: plainList };
  const screen = { input: streams.stdin, output: streams.stderr };
  return {
    line: ({ message, fallback, check }) =>
      input(
        {
          ...look,
          message: clean(message),
          ...(fallback === undefined ? {} : { default: fallback }),
          validate: (text) => check?.(text.trim()) ?? true,
        },
        screen,
      ).then((text) => text.trim()),
    search: ({ message, offer }) =>
      search(
        { ...look, message: clean(message), source: async (typed) => tidy(await offer(typed ?? "")) },
        screen,
      ),
    choose: ({ message, choices, fallback }) =>
      select(
        {
          ...listLook,
          message: clean(message),
          choices: tidy(choices),
          ...(fallback === undefined ? {} : { default: fallback }),
          pageSize: 14,
        },
        screen,
      ),
    several: ({ message, choices, least }) =>
      checkbox(
        {
          ...severalLook(globals),
          message: clean(message),
          choices: tidy(choices),
          required: least > 0,
          pageSize: 14,
        },
        screen,
      ),
    agree: ({ message, fallback }) =>
      confirm({ ...look, message: clean(message), default: fallback }, screen),
  };
}

const severalLook = ({ color }: Context["globals"]) =>
  color ? {} : { theme: { ...plainTheme, icon: { cursor: ">", checked: "[x]", unchecked: "[ ]" } } };

/** Names that people wrote cannot move the cursor. */
const tidy = <One extends Choice<unknown>>(choices: readonly One[]): One[] =>
  choices.map((choice) => ({ ...choice, name: clean(choice.name) }));

/** Why a text is not understood, or true. */
export function faultOf(read: () => unknown): string | true {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
}
