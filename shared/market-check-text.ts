import { type MarketCheck, retailMarket } from "./domain/market-check.ts";
import { formatRate } from "./format.ts";

type CheckKey = "marketCheck.below" | "marketCheck.above" | "marketCheck.parts" | "marketCheck.noPrice";
export type SayCheck = (key: CheckKey, values: Record<string, string | number>) => string;

/** Where the highest bid stands beside the market, and which parts make it, in two sentences. */
export function marketCheckText(check: MarketCheck, t: SayCheck): string {
  const market = { from: retailMarket.from, to: retailMarket.to, low: formatRate(retailMarket.low, 1), high: formatRate(retailMarket.high, 1) };
  const span = { least: formatRate(retailMarket.least, 0), most: formatRate(retailMarket.most, 0) };
  const parts = { receipts: formatRate(check.receipts), costs: formatRate(check.costs), waiting: formatRate(check.waiting), ratio: formatRate(check.ratio) };
  const place = t(`marketCheck.${check.side}`, { ratio: parts.ratio, ...market, ...span });
  return `${place}${t(check.ratio > 0 ? "marketCheck.parts" : "marketCheck.noPrice", parts)}`;
}
