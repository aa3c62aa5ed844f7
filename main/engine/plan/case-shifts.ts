import type { CaseShifts } from "../../../shared/domain/assumptions.ts";
import type { Segment } from "../../../shared/domain/codes.ts";

/** Shifts by segment; the hurdle's is the same for all. */
export type SegmentedShifts = Readonly<Record<Segment, CaseShifts>>;

export const clampShare = (share: number): number => Math.min(1, Math.max(0, share));
