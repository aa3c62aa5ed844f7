import type { JobBounds } from "../jobs/job-guard.ts";

const silentMs = 60_000;

/** The reader keeps within 512 MB by its own limits (files/read-limits.ts); these end what gets past them. */
export const inspectionBounds: JobBounds = { growthMb: 512, heapMb: 1536, silentMs };

/** An import holds what tells a million loans and their debtors apart, and collateral and guarantors until all rows are read. */
export const importBounds: JobBounds = { growthMb: 1536, heapMb: 2560, silentMs };
