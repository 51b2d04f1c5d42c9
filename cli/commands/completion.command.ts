import { defineCommand } from "../command.ts";

export const command = defineCommand({
  summary: "Print the script that lets your shell complete sabc's commands and flags.",
  description:
    "Load it in every new shell, for bash in ~/.bashrc; after an update it is right again by itself.",
  parameters: { shell: { argument: "your shell", choices: ["bash", "zsh", "fish"] } },
  examples: ["source <(sabc completion bash)", "sabc completion fish > ~/.config/fish/completions/sabc.fish"],
  input: ({ shell }) => ({ shell }),
  async run(_, { shell }) {
    const { completionScript } = await import("../completion.ts");
    return completionScript(shell);
  },
  output: (script) => ({ json: { script }, file: script }),
});
