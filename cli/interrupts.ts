import type { Streams } from "./terminal.ts";

export interface Interrupts {
  /** From here on whoever runs minds the signals itself, or nobody does. */
  readonly letGo: () => void;
  readonly happened: boolean;
}

const codes = { SIGINT: 2, SIGTERM: 143, SIGHUP: 129 } as const;
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Ctrl-C, being told to stop, or a terminal that was closed, lets go of the database properly; a second time does not wait. */
export function mindInterrupts({ stderr }: Streams, close: () => Promise<void>): Interrupts {
  let happened = false;
  const stop = (signal: keyof typeof codes): void => {
    happened = true;
    letGo();
    stderr.write("Cancelled. Nothing more was changed.\n");
    void close().finally(() => process.exit(codes[signal]));
  };
  const letGo = (): void => {
    for (const signal of signals) process.off(signal, stop);
  };
  for (const signal of signals) process.on(signal, stop);
  return {
    letGo,
    get happened() {
      return happened;
    },
  };
}
