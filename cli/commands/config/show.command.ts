import type { Config } from "#core/config.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { table } from "../../output.ts";

interface Line {
  name: string;
  value: string | null;
  origin: string;
  meaning: string;
}

export const command = defineCommand({
  summary: "Show every setting, its value and where it comes from; secrets are masked.",
  parameters: {},
  examples: ["sabc config show", "sabc config show --json"],
  list: true,
  input: () => ({}),
  async run(context) {
    const { settings } = await import("#core/config.ts");
    const found = await context.config();
    return {
      home: found.home,
      demo: found.demo,
      settings: settings.map((setting) => toLine(setting, found)),
    };
  },
  output: ({ home, demo, settings }) => ({
    json: { home, demo, settings },
    sections: [table(columns, settings)],
    notes: [`The club's directory is ${home}${demo ? " (the demo club)" : ""}.`],
  }),
});

const columns = columnsOf<Line>({ name: "word", value: "text", origin: "word", meaning: { spare: true } });

interface Setting {
  name: keyof Config["origins"];
  meaning: string;
  secret?: true;
}

/** `PUBLIC_URL` is `publicUrl` in the configuration. */
function toLine({ name, meaning, secret }: Setting, config: Config): Line {
  const key = name.toLowerCase().replaceAll(/_[a-z]/g, (letter) => letter.charAt(1).toUpperCase());
  const found = Object.entries(config).find(([each]) => each === key)?.[1];
  const value = found === null || found === undefined ? null : secret ? "[secret]" : String(found);
  return { name, value, origin: config.origins[name], meaning };
}
