import type { Assumptions, FeeSchedule } from "../../../shared/domain/assumptions.ts";

/**
 * Graduated fee (超额累进收费) on a base in yuan, e.g. court acceptance, enforcement and preservation fees
 * (诉讼费用交纳办法, State Council Decree 481, Arts 13(1), 14(1), 14(2)).
 *
 * Each slice that the base enters costs its fixed sum plus its rate on the part inside it; the total is capped.
 * Not rounded. A base of zero (or less) costs nothing.
 */
export function graduatedFee(schedule: FeeSchedule, baseYuan: number): number {
  let feeYuan = 0;
  let from = 0;
  for (const slice of schedule.slices) {
    if (baseYuan <= from) break;
    const to = slice.upToYuan === null ? baseYuan : Math.min(slice.upToYuan, baseYuan);
    feeYuan += slice.fixedYuan + slice.rate * Math.max(0, to - from);
    if (slice.upToYuan === null) break;
    from = slice.upToYuan;
  }
  return schedule.capYuan === null ? feeYuan : Math.min(feeYuan, schedule.capYuan);
}

/** Acceptance fee when settled by mediation, withdrawn or in simplified procedure: half (Decree 481, Arts 15, 16), yuan. */
export function halvedFee(acceptance: FeeSchedule, baseYuan: number): number {
  return graduatedFee(acceptance, baseYuan) / 2;
}

/** Bankruptcy petition fee (破产申请费) on the estate: half of the acceptance fee, capped (Decree 481, Art 14(6)), yuan. */
export function bankruptcyPetitionFee(
  { acceptance, petitionCapYuan }: Pick<Assumptions["courtFees"], "acceptance" | "petitionCapYuan">,
  estateYuan: number,
): number {
  return Math.min(halvedFee(acceptance, estateYuan), petitionCapYuan);
}
