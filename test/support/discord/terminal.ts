import { checkbox, input, select } from "@inquirer/prompts";
import { openDemoServer } from "./demo-server.ts";
import type { Filled, SeenForm } from "./form.ts";
import type { Person, Reply } from "./person.ts";
import { channelView, formView } from "./terminal-view.ts";

/** What one may do next: pressed, chosen, typed; or look elsewhere. */
type Deed = () => Promise<Reply | null>;

const show = (text: string): boolean => process.stdout.write(`${text}\n`);

show("Making the demo club, its Discord and its bot …");
const server = await openDemoServer();
const { discord, people } = server;
let me = people[0]!;
let here = "votes";
let note = "";
const leaving = new AbortController();
const leave = (): void => leaving.abort();
process.once("SIGTERM", leave);
while (!leaving.signal.aborted) {
  await server.settled();
  const channel = discord.channel(here);
  const messages = me.sees(channel);
  show(`\n\n${channelView(here, messages, discord)}\n${note === "" ? "" : `\n  ! ${note}\n`}`);
  note = "";
  const deeds: { name: string; value: Deed }[] = messages.toReversed().flatMap((message) => [
    ...message.buttons
      .filter(({ url, disabled }) => url === null && !disabled)
      .map(({ label }) => ({ name: `press [ ${label} ]`, value: () => me.press(message, label) })),
    ...message.selects.map(({ placeholder, options }) => ({
      name: `choose ( ${placeholder} ▾ )`,
      value: async () => {
        const choices = options.map(({ label }) => ({ name: label, value: label }));
        return me.choose(message, placeholder, [await select({ message: placeholder, choices })]);
      },
    })),
  ]);
  const elsewhere = discord.channels.filter((name) => name !== here && me.enters(discord.channel(name)));
  deeds.push(
    {
      name: "type a command, such as /help",
      value: async () => me.types(channel, await input({ message: "/" })),
    },
    ...elsewhere.map((name) => ({ name: `go to #${name}`, value: () => quietly(() => (here = name)) })),
    { name: "be somebody else", value: beSomebodyElse },
    { name: "look again", value: () => quietly(() => undefined) },
    { name: "leave", value: () => quietly(leave) },
  );
  try {
    const message = `You are ${me.name} in #${here}:`;
    const deed = await select({ message, choices: deeds, pageSize: 14 }, { signal: leaving.signal });
    await after(await deed());
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === "ExitPromptError" || leaving.signal.aborted) break;
    note = error.message;
  }
}
show("Taking it all away …");
await server.close();

async function quietly(act: () => unknown): Promise<null> {
  act();
  return null;
}

async function beSomebodyElse(): Promise<null> {
  const choices = people.map((person) => ({
    name: `${person.name}, ${server.aboutOf(person)}`,
    value: person,
  }));
  me = await select<Person>({ message: "Who?", choices });
  here = "votes";
  return null;
}

/** A form is filled in at once; that an answer failed is said, as Discord says it. */
async function after(reply: Reply | null): Promise<void> {
  if (reply?.kind === "failed") note = "This interaction failed.";
  if (reply?.kind !== "form" || reply.form === null) return;
  show(`\n${formView(reply.form)}`);
  await after(await me.submit(reply, await fillIn(reply.form)));
}

async function fillIn({ fields }: SeenForm): Promise<Filled> {
  const filled: Filled = {};
  for (const { label, description, value, options, required, most, long } of fields) {
    const hints = [
      ...(description === null ? [] : [description]),
      ...(long ? [String.raw`\n begins a new line`] : []),
    ];
    const message = [label, ...(hints.length === 0 ? [] : [`(${hints.join(" ")})`])].join(" ");
    if (most > 1) filled[label] = await checkbox({ message, choices: options, required });
    else if (options.length > 0) filled[label] = [await select({ message, choices: options })];
    else {
      const typed = await input({ message, default: String(value), required });
      filled[label] = typed.replaceAll(String.raw`\n`, "\n");
    }
  }
  return filled;
}
