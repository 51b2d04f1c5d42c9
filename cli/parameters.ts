/** Something typed by its place: `sabc season rules YEAR`. */
interface Argument {
  argument: string;
  optional?: true;
  many?: true;
  choices?: readonly string[];
}

/** Something typed by its name: `--weight LB`; `option` is the word that stands for the value. */
interface Option {
  option: string;
  about: string;
  optional?: true;
  many?: true;
  choices?: readonly string[];
}

/** Something said or not: `--official`. */
interface Flag {
  flag: string;
}

export type Parameter = Argument | Option | Flag;
export type Parameters = Record<string, Parameter>;

/** What was typed, under the parameters' own names; all text, not yet understood. */
export type Given<P extends Parameters> = { [Name in keyof P]: Typed<P[Name]> };

type Typed<P extends Parameter> = Parameter extends P
  ? boolean | string | string[] | undefined
  : P extends { flag: string }
    ? boolean
    : P extends { many: true }
      ? string[]
      : P extends { optional: true }
        ? Word<P> | undefined
        : Word<P>;

type Word<P> = P extends { choices: readonly (infer Choice)[] } ? Choice : string;

export const isArgument = (parameter: Parameter): parameter is Argument => "argument" in parameter;
export const isOption = (parameter: Parameter): parameter is Option => "option" in parameter;

export const choicesOf = (parameter: Parameter): readonly string[] | undefined =>
  "choices" in parameter ? parameter.choices : undefined;

/** `bigBass` is typed `--big-bass`. */
export const flagOf = (name: string): string =>
  `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** `bigBass` stands in usage lines as `BIG-BASS`. */
export const wordOf = (name: string): string => flagOf(name).slice(2).toUpperCase();

/** How a parameter is typed: `ANGLER` or `--weight LB`. */
export const typedAs = (name: string, parameter: Parameter): string =>
  "option" in parameter
    ? `${flagOf(name)} ${parameter.option}`
    : isArgument(parameter)
      ? wordOf(name)
      : flagOf(name);

export function aboutOf(parameter: Parameter): string {
  if (isArgument(parameter)) return parameter.argument;
  return "option" in parameter ? parameter.about : parameter.flag;
}
