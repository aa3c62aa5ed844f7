import type { DiligenceSample } from "../../shared/contract/diligence-channels.ts";
import { segments } from "../../shared/domain/codes.ts";
import { fenFromYuan } from "../../shared/money.ts";
import type { DiligenceFigures } from "../engine/diligence/debtor-figures.ts";
import { extrapolate, type ValuedDebtor } from "../engine/diligence/sampled-ratio.ts";

/** Debtors as they are sampled: by the segment of their greatest claim. */
function valuedDebtors({ modelYuan, pricedYuan, isOwn, segment }: DiligenceFigures): ValuedDebtor[] {
  return Array.from(modelYuan, (model, at) => ({
    key: String(at),
    stratum: segments[segment[at] ?? 0] ?? segments[0],
    modelYuan: model,
    ownYuan: isOwn[at] === 1 ? (pricedYuan[at] ?? 0) : null,
  }));
}

/** The package with what the desk worked on extended to the rest; null where that is too little. */
export function statedSample(figures: DiligenceFigures, maxBidFen: number): DiligenceSample | null {
  const found = extrapolate(valuedDebtors(figures));
  if (found === null) return null;
  const changeYuan = found.extrapolatedYuan - found.restYuan;
  return {
    ownFen: fenFromYuan(found.ownYuan),
    restFen: fenFromYuan(found.restYuan),
    extrapolatedFen: fenFromYuan(found.extrapolatedYuan),
    standardErrorFen: fenFromYuan(found.standardErrorYuan),
    poolRatio: found.poolRatio,
    poolError: found.poolError,
    maxBidFen: Math.max(0, maxBidFen + fenFromYuan(changeYuan * figures.bidPerYuan)),
    maxBidErrorFen: fenFromYuan(found.standardErrorYuan * figures.bidPerYuan),
    strata: found.strata.map(({ stratum, restYuan, ...one }) => ({
      ...one,
      segment: segments.find((segment) => segment === stratum) ?? segments[0],
      restFen: fenFromYuan(restYuan),
    })),
  };
}
