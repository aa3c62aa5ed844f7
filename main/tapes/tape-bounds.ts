import type { JobBounds } from "../jobs/job-guard.ts";

const silentMs = 60_000;

/** The reader keeps within 512 MB by its own limits (files/read-limits.ts); these end what gets past them. */
export const inspectionBounds: JobBounds = { growthMb: 512, heapMb: 1536, silentMs };

/** An import holds the loans of the whole list, a million of them at most, until they are stored. */
export const importBounds: JobBounds = { growthMb: 2048, heapMb: 3072, silentMs };
