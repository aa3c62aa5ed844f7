import { DeskError } from "../../shared/result.ts";

/** What a job may take. Beyond it its worker is ended and the job fails; nothing else of the app is hurt. */
export interface JobBounds {
  /**
   * Heap of its worker, well above `growthMb`: where one allocation passes the limit at once, as the doubling of an array
   * does, V8 ends the whole process instead of the worker.
   */
  readonly heapMb: number;
  /** By how much the process may grow meanwhile, in the heap or beside it. */
  readonly growthMb: number;
  /** Without a word of progress for so long it counts as hung. */
  readonly silentMs: number;
}

export interface JobGuard {
  /** Progress was told. */
  heard(): void;
  end(): void;
}

const mebibyte = 1024 * 1024;
const watchEveryMs = 100;
/** A look that comes later than this finds the whole process held up, or the machine asleep: no word could arrive. */
const lateMs = 5000;

export const memoryExceeded = (limitMb: number) => new DeskError("job.memoryExceeded", { limitMb });

/** Watches a job from another thread than its own, so that it sees also one that never gives way. */
export function guardJob({ growthMb, silentMs }: JobBounds, onBreach: (error: DeskError) => void): JobGuard {
  const startBytes = process.memoryUsage.rss();
  let heardAt = performance.now();
  let lookedAt = heardAt;
  const timer = setInterval(() => {
    const now = performance.now();
    if (now - lookedAt > lateMs) heardAt = now;
    lookedAt = now;
    if (process.memoryUsage.rss() - startBytes > growthMb * mebibyte) onBreach(memoryExceeded(growthMb));
    else if (now - heardAt > silentMs) onBreach(new DeskError("job.noProgress", { seconds: Math.round(silentMs / 1000) }));
  }, watchEveryMs);
  timer.unref();
  return {
    heard: () => {
      heardAt = performance.now();
    },
    end: () => clearInterval(timer),
  };
}
