import type { CaseShifts } from "../../../shared/domain/assumptions.ts";
import type { PriceCurve } from "../../../shared/domain/bid-charts.ts";
import { fenFromYuan, yuanFromFen } from "../../../shared/money.ts";
import { returnsAtPrice } from "../pool/price-measures.ts";
import { basesOf } from "../price-package.ts";
import { type ScenarioBasis, scenarioPricing } from "./scenario-prices.ts";

/** Prices around the highest bid or the bid price, whichever is more. */
const lowest = 0.5;
const highest = 1.6;
const steps = 44;

/**
 * Rate of return and multiple of one case over a range of prices, the highest bid and the bid price among them; without
 * debt. Where neither is positive the range is that of a price of a tenth of the claim.
 * @throws EngineInputError for columns or a price that the engine refuses
 */
export function priceCurve(basis: ScenarioBasis, start: CaseShifts): PriceCurve {
  const [pool] = scenarioPricing(basis).pools([{ all: start, segments: {} }]);
  if (pool === undefined) throw new Error("a case has a pool");
  const { maxBidFen, flows, plan } = pool;
  const { bidPriceFen, columns } = basis;
  const centre = Math.max(maxBidFen, bidPriceFen) || fenFromYuan(basesOf(columns).claimYuan) / 10;
  const even = Array.from({ length: steps + 1 }, (_, step) => Math.round(centre * (lowest + ((highest - lowest) * step) / steps)));
  const prices = [...new Set([...even, maxBidFen, bidPriceFen])].filter((price) => price > 0).sort((left, right) => left - right);
  const points = prices.map((priceFen) => {
    const { irr, moic } = returnsAtPrice(flows.net, yuanFromFen(priceFen), plan);
    return { priceFen, irr: irr.kind === "one" ? irr.rate : null, moic };
  });
  return { hurdleRate: plan.hurdleRate, bidPriceFen, maxBidFen, points };
}
