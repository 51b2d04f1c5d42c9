import type { Context } from "./context.ts";

interface Meant {
  name: string;
  firstDay: string;
  cancelled: object | null;
}

/** Asks before everybody hears that something takes place after all. What is not cancelled is refused without being asked about. */
export async function confirmRestoring(
  { prompts }: Context,
  { name, firstDay, cancelled }: Meant,
): Promise<void> {
  if (cancelled !== null) await prompts.confirm(`Put ${name} on ${firstDay} back, and tell everybody?`);
}
