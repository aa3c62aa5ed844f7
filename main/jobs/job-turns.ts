/** Work that takes turns, so that a worker stays free for what the user waits for. */
export interface JobTurns {
  /** Starts the work once what was asked before is over; work still under way with the same key is ended by its signal. */
  latest<T>(key: string, start: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

export function createJobTurns(): JobTurns {
  const running = new Map<string, AbortController>();
  let lastRun: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(start: () => Promise<T>): Promise<T> => {
    const mine = lastRun.then(start);
    lastRun = mine.catch(() => undefined);
    return mine;
  };
  return {
    latest: async (key, start) => {
      running.get(key)?.abort();
      const mine = new AbortController();
      running.set(key, mine);
      try {
        return await inTurn(() => start(mine.signal));
      } finally {
        if (running.get(key) === mine) running.delete(key);
      }
    },
  };
}
