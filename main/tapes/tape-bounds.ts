import type { JobBounds } from "../jobs/job-guard.ts";

const silentMs = 60_000;

/** The reader keeps within 512 MB by its own limits (files/read-limits.ts); these end what gets past them. */
export const inspectionBounds: JobBounds = { growthMb: 512, heapMb: 1536, silentMs };

/**
 * An import holds what tells loans and their debtors apart, and collateral and guarantors until all rows are read: 0.3 GB for
 * a million loans, 0.8 GB where half of a million rows are collateral.
 */
export const importBounds: JobBounds = { growthMb: 1024, heapMb: 1792, silentMs };
