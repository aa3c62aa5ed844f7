import { addQuarters, noFlows, type QuarterFlows } from "./quarter-flows.ts";

/** Where the company stands at the last reported quarter end, yuan. */
export interface CompanyOpening {
  readonly cash: number;
  readonly borrowings: number;
  readonly netAssets: number;
  /** Qualifying liquid assets (合格流动资产), cash among them; null: not reported, and no liquidity ratio is known. */
  readonly liquid: number | null;
}

export interface CapacityTerms {
  /** Least cash at each quarter end, yuan. */
  readonly floor: number;
  /** Borrowings over net assets that may not be passed; null: no such rule is in force. */
  readonly maxLeverage: number | null;
  /** Liquid assets over net outflow of the next 30 days; null: no such rule is in force. */
  readonly minLiquidity: number | null;
  /** Interest on opening borrowings per quarter, and on what deals draw. */
  readonly quarterRate: number;
  readonly drawRate: number;
  /** Share of maturing borrowings that is rolled over (续借比例), 0 to 1. */
  readonly refinancingShare: number;
}

/** A deal by quarter: what it brings, and shares of its price. */
export interface DealQuarter {
  readonly collections: number;
  readonly incomeShare: number;
  readonly priceShare: number;
  readonly drawShare: number;
  readonly repaymentShare: number;
  readonly expensedShare: number;
}

/** A quarter end, yuan; a ratio that doesn't exist is null. */
export interface QuarterState {
  readonly cash: number;
  readonly borrowings: number;
  readonly netAssets: number;
  readonly interest: number;
  readonly maturities: number;
  readonly leverage: number | null;
  /** What leverage leaves: limit × net assets − borrowings; null without a limit. */
  readonly leverageRoom: number | null;
  /** Liquid assets ÷ net outflow of the next 30 days, a third of the next quarter's; null where one isn't known or nothing flows out. */
  readonly liquidity: number | null;
}

interface Rolled {
  readonly cash: number;
  readonly borrowings: number;
  readonly netAssets: number;
  readonly interest: number;
  readonly maturities: number;
  /** Cash in less cash out of the quarter. */
  readonly change: number;
}

/**
 * Rolls quarter by quarter: cash⁺ = cash + collections − opex − dividends − interest − (1−ρ)·maturities −
 * price − repayments + draws + injections; D⁺ = D − (1−ρ)·maturities − repayments + draws; N⁺ = N + income − opex − dividends −
 * interest − expensed + injections. Linear in the opening and all flows, which `companyCapacity` rests on.
 */
function roll(opening: Omit<CompanyOpening, "liquid">, flows: readonly QuarterFlows[], terms: CapacityTerms): Rolled[] {
  let { cash, borrowings, netAssets } = opening;
  let drawn = 0;
  return flows.map((quarter) => {
    const interest = borrowings * terms.quarterRate + drawn * terms.drawRate;
    const maturities = (1 - terms.refinancingShare) * quarter.maturities;
    const paid = quarter.opex + quarter.dividends + interest;
    const change = quarter.collections - paid - maturities - quarter.price - quarter.repayments + quarter.draws + quarter.injections;
    cash += change;
    borrowings -= maturities;
    drawn += quarter.draws - quarter.repayments;
    netAssets += quarter.income - paid - quarter.expensed + quarter.injections;
    return { cash, borrowings: borrowings + drawn, netAssets, interest, maturities, change };
  });
}

/** What a third of the next quarter's flows takes out within 30 days. */
const monthsOfQuarter = 3;

/**
 * The company by quarter.
 * @param flows a quarter each; the last has no liquidity ratio, since the next isn't there
 * @returns as many states
 */
export function projectCompany(opening: CompanyOpening, flows: readonly QuarterFlows[], terms: CapacityTerms): QuarterState[] {
  const rolled = roll(opening, flows, terms);
  return rolled.map(({ cash, borrowings, netAssets, interest, maturities }, at) => {
    const next = rolled[at + 1];
    const outflow = next === undefined ? 0 : Math.max(0, -next.change / monthsOfQuarter);
    return {
      cash,
      borrowings,
      netAssets,
      interest,
      maturities,
      leverage: netAssets > 0 ? borrowings / netAssets : null,
      leverageRoom: terms.maxLeverage === null ? null : terms.maxLeverage * netAssets - borrowings,
      liquidity: opening.liquid === null || outflow === 0 ? null : (opening.liquid + cash - opening.cash) / outflow,
    };
  });
}

/** A deal at a price as flows of the company. */
export function dealFlows(deal: readonly DealQuarter[], priceYuan: number): QuarterFlows[] {
  return deal.map(({ collections, incomeShare, priceShare, drawShare, repaymentShare, expensedShare }) => ({
    ...noFlows,
    collections,
    income: collections * incomeShare,
    price: priceYuan * priceShare,
    draws: priceYuan * drawShare,
    repayments: priceYuan * repaymentShare,
    expensed: priceYuan * expensedShare,
  }));
}

type CapacityBound = "cash" | "leverage" | "liquidity";

interface Capacity {
  /** Largest price in yuan that keeps every bound in every quarter; null where even a price of 0 breaks one, or no bound falls with the price. */
  readonly largestYuan: number | null;
  /** What binds it, and in which quarter (0 first); null where nothing does. */
  readonly binding: { readonly bound: CapacityBound; readonly quarter: number } | null;
  /** A bound is broken without the deal already, and at every price that the others allow. */
  readonly isBrokenBefore: boolean;
  /** The largest price that each bound alone allows; null where it allows any, or isn't known. */
  readonly byBound: Readonly<Record<CapacityBound, number | null>>;
  /** Liquid assets aren't reported, so that bound wasn't looked at. */
  readonly isLiquidityUnknown: boolean;
}

interface BoundLine {
  readonly bound: CapacityBound;
  readonly quarter: number;
  readonly atZero: number;
  readonly perYuan: number;
}

/**
 * Largest price of a deal (承接能力): min cash ≥ floor, leverage ≤ limit, liquidity ≥ its least in each quarter. Every bound is
 * a straight line in the price, so it is solved and not searched.
 * @param flows of the company without the deal, with the deals beside it
 * @param shown quarters that count; quarters after them are there for the liquidity of the last
 */
export function companyCapacity(
  opening: CompanyOpening,
  flows: readonly QuarterFlows[],
  terms: CapacityTerms,
  deal: readonly DealQuarter[],
  shown = flows.length,
): Capacity {
  const nothing = { cash: 0, borrowings: 0, netAssets: 0 };
  const base = roll(opening, addQuarters(flows, dealFlows(deal, 0)).slice(0, flows.length), terms);
  // What a deal has drawn costs interest after its own quarters too.
  const perYuan = dealFlows(deal, 1).map((quarter) => ({ ...quarter, collections: 0, income: 0 }));
  const unit = roll(
    nothing,
    flows.map((_quarter, at) => perYuan[at] ?? noFlows),
    terms,
  );
  const lines = base.slice(0, shown).flatMap((_quarter, at): BoundLine[] => linesAt(at, base, unit, opening, terms));
  const allowed = lines.filter(({ perYuan }) => perYuan < 0).map((line) => ({ ...line, most: line.atZero / -line.perYuan }));
  const tightest = allowed.reduce<(typeof allowed)[number] | null>((least, line) => (least === null || line.most < least.most ? line : least), null);
  // What the price helps, as where more is drawn than paid at first, may need more of it than the others allow.
  const isHelpTooLate = lines.some(({ atZero, perYuan }) => atZero < 0 && perYuan > 0 && tightest !== null && atZero + perYuan * tightest.most < 0);
  const isBrokenBefore = isHelpTooLate || lines.some(({ atZero, perYuan }) => atZero < 0 && perYuan <= 0);
  const mostOf = (bound: CapacityBound) => {
    const most = allowed.filter((line) => line.bound === bound).map((line) => line.most);
    return most.length === 0 ? null : Math.max(0, Math.min(...most));
  };
  return {
    largestYuan: isBrokenBefore || tightest === null ? null : tightest.most,
    binding: tightest === null ? null : { bound: tightest.bound, quarter: tightest.quarter },
    isBrokenBefore,
    byBound: { cash: mostOf("cash"), leverage: mostOf("leverage"), liquidity: mostOf("liquidity") },
    isLiquidityUnknown: terms.minLiquidity !== null && opening.liquid === null,
  };
}

function linesAt(at: number, base: readonly Rolled[], unit: readonly Rolled[], opening: CompanyOpening, terms: CapacityTerms): BoundLine[] {
  const [quarter, per, next, perNext] = [base[at], unit[at], base[at + 1], unit[at + 1]];
  if (quarter === undefined || per === undefined) return [];
  const lines: BoundLine[] = [{ bound: "cash", quarter: at, atZero: quarter.cash - terms.floor, perYuan: per.cash }];
  if (terms.maxLeverage !== null) {
    const perYuan = terms.maxLeverage * per.netAssets - per.borrowings;
    lines.push({ bound: "leverage", quarter: at, atZero: terms.maxLeverage * quarter.netAssets - quarter.borrowings, perYuan });
  }
  if (terms.minLiquidity !== null && opening.liquid !== null && next !== undefined && perNext !== undefined) {
    const liquid = opening.liquid + quarter.cash - opening.cash;
    const least = terms.minLiquidity / monthsOfQuarter;
    // Liquid assets are to cover the outflow, and are not to be below nothing where none flows out.
    lines.push({ bound: "liquidity", quarter: at, atZero: liquid, perYuan: per.cash });
    lines.push({ bound: "liquidity", quarter: at, atZero: liquid + least * next.change, perYuan: per.cash + least * perNext.change });
  }
  return lines;
}
