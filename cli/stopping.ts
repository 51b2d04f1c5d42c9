/** Being told to stop while something is under way that should end well: the first time it is asked to, the second it must. */
export interface Stopping {
  readonly signal: AbortSignal;
  /** The exit code of having been told so; null when nobody did. */
  readonly code: () => number | null;
  readonly letGo: () => void;
}

const codes = { SIGINT: 2, SIGTERM: 143, SIGHUP: 129 } as const;
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export function mindStopping(): Stopping {
  const stop = new AbortController();
  let told: number | null = null;
  const onSignal = (signal: keyof typeof codes): void => {
    if (told !== null) process.exit(codes[signal]);
    told = codes[signal];
    stop.abort();
  };
  for (const signal of signals) process.on(signal, onSignal);
  return {
    signal: stop.signal,
    code: () => told,
    letGo: () => {
      for (const signal of signals) process.off(signal, onSignal);
    },
  };
}

/** Runs what minds being told to stop itself; whatever becomes of it, the signals are let go of. */
export async function whileStopping<T>(
  context: { mindsInterrupts: () => void },
  run: (stopping: Stopping) => Promise<T>,
): Promise<T> {
  context.mindsInterrupts();
  const stopping = mindStopping();
  try {
    return await run(stopping);
  } finally {
    stopping.letGo();
  }
}
