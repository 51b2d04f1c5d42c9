import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  type APISelectMenuOption,
  type APIStringSelectComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from "discord.js";
import { type Press, writeCustomId } from "./custom-id.ts";
import { cut, label } from "./text.ts";

/** How a message looks. The words and buttons are all there is to it; it pings nobody. */
export interface Face {
  flags: MessageFlags.IsComponentsV2;
  components: APIMessageTopLevelComponent[];
}

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;
type Part = APITextDisplayComponent | Row;

/** Discord's limits, and the width that a phone shows. */
export const limits = { text: 4_000, buttons: 5, options: 25, button: 80, option: 100, aim: 38 } as const;

export const face = (...components: APIMessageTopLevelComponent[]): Face => ({
  flags: MessageFlags.IsComponentsV2,
  components,
});

/** A frame with a coloured edge. */
export const framed = (color: number, parts: Part[]): Face =>
  face({ type: ComponentType.Container, accent_color: color, components: parts });

export const text = (content: string): APITextDisplayComponent => ({
  type: ComponentType.TextDisplay,
  content: cut(content, limits.text),
});

/** Rows of five; none without buttons. */
export const rows = (buttons: readonly APIButtonComponent[]): Row[] =>
  Array.from({ length: Math.ceil(buttons.length / limits.buttons) }, (_, at) => ({
    type: ComponentType.ActionRow,
    components: buttons.slice(at * limits.buttons, (at + 1) * limits.buttons),
  }));

type Weight = "plain" | "main" | "grave";
const styles = {
  plain: ButtonStyle.Secondary,
  main: ButtonStyle.Primary,
  grave: ButtonStyle.Danger,
} as const;

export const button = (
  press: Press,
  { words, weight = "plain" }: { words: string; weight?: Weight },
): APIButtonComponent => ({
  type: ComponentType.Button,
  style: styles[weight],
  custom_id: writeCustomId(press),
  label: label(words, limits.button),
});

/** None where the address is of this machine alone: Discord takes no such, and nobody gets there. */
export const link = (url: URL, words: string): APIButtonComponent[] =>
  /^(localhost|\[::1\]|127\.[\d.]+|0\.0\.0\.0)$/.test(url.hostname)
    ? []
    : [{ type: ComponentType.Button, style: ButtonStyle.Link, url: url.href, label: words }];

/** One choice of up to 25. */
export const select = (
  press: Press,
  { placeholder, options }: { placeholder: string; options: APISelectMenuOption[] },
): Row => {
  const menu: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: writeCustomId(press),
    placeholder: label(placeholder, limits.option),
    options,
  };
  return { type: ComponentType.ActionRow, components: [menu] };
};

export const option = (
  words: string,
  { value, chosen }: { value: number; chosen: boolean },
): APISelectMenuOption => ({
  label: label(words, limits.option) || "–",
  value: String(value),
  default: chosen,
});
