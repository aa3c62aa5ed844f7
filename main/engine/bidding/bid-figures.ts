import type { Assumptions } from "../../../shared/domain/assumptions.ts";
import type { BidFigures, BidPoint } from "../../../shared/domain/bid-figures.ts";
import type { Histogram } from "../../../shared/domain/simulation-results.ts";
import { yuanFromFen } from "../../../shared/money.ts";
import { percentileOf } from "../diligence/stacked-percentile.ts";
import { EngineInputError } from "../engine-errors.ts";
import { resultFen } from "../numbers/engine-output.ts";
import { returnsAtPrice } from "../pool/price-measures.ts";
import { type BidderChance, commonValueBids, type PriceRule } from "./common-value.ts";
import { bidAtShare, jointError, simulatedError } from "./own-error.ts";
import { bestBid, expectedProfitOf, profitOfStopping, type RivalBeliefs, rivalChances, winChanceOf } from "./rival-bids.ts";
import { shadedBid } from "./shaded-bid.ts";
import { winAgainst } from "./win-against.ts";

/** What the way from the value to a bid starts from. */
export interface BidBasis {
  /** Net flows of the base case by month, receipts positive, yuan; and the terms on which a price is paid. */
  readonly netYuan: readonly number[];
  readonly assumptions: Assumptions;
  /** Own value at the hurdle (估值), fen, above 0. */
  readonly valueFen: number;
  readonly least: number;
  readonly likely: number;
  readonly most: number;
  readonly rivalMedian: number;
  readonly rivalSpread: number;
  readonly modelError: number;
  /** Error in all, in place of model and simulation; null: of both. */
  readonly ownError: number | null;
  /** Simulated highest bids; null where there is no simulation of the pricing. */
  readonly histogram: Histogram | null;
  readonly rule: PriceRule;
  /** Whether the form of sale knows a shaded bid. */
  readonly isShaded: boolean;
  /** Below it nothing is sold; null: no such price. */
  readonly listFen: number | null;
  /** Prices to be told of beside an even range. */
  readonly marksFen: readonly number[];
}

const POINTS = 48;
/** Of the own value. */
const LOWEST = 0.5;
const HIGHEST = 1.25;
/** Where nobody states an error there is none to divide by. */
const LEAST_ERROR = 1e-6;
/** Bidders, ourselves among them, that are always told of. */
const TOLD_BIDDERS = [2, 3, 4, 6, 8];

/**
 * The way from the value to a bid (从估值到报价), CAPABILITIES (a): what each price earns, how likely it wins among rivals as the desk
 * believes them to be, what the package is then worth, and the bids that follow.
 * @throws EngineInputError negative for a value of nothing, tooLarge for one whose prices can't be told to the fen
 */
export function bidFigures(basis: BidBasis): BidFigures {
  const scene = sceneOf(basis);
  const { value, sigma, bidders } = scene;
  const money = (multiple: number) => resultFen(value * multiple, "bidPriceFen");
  const joint = commonValueBids(bidders, sigma);
  const shaded = basis.isShaded ? shadedBid(basis.rule, bidders, sigma) : null;
  const best = basis.rule === "ownBid" ? bestBid(scene.beliefs) : stopAtValue(scene);
  const simulated = basis.histogram === null ? null : simulatedError(basis.histogram);
  const percentiles = basis.histogram === null ? null : percentilesOf(basis.histogram);
  const shadedFen = shaded === null ? [] : [money(shaded.multiple)];
  const marks = [...basis.marksFen, ...Object.values(percentiles ?? {}), ...shadedFen, money(best.multiple)];
  const told = [...new Set([...TOLD_BIDDERS, ...bidders.map((one) => one.bidders)])].toSorted((one, other) => one - other);
  return {
    valueFen: basis.valueFen,
    ownError: sigma,
    simulatedError: simulated?.logDeviation ?? null,
    worthlessShare: simulated?.worthlessShare ?? null,
    byBidders: told.map((count) => ({
      bidders: count,
      chance: bidders.find((one) => one.bidders === count)?.chance ?? 0,
      ...commonValueBids([{ bidders: count, chance: 1 }], sigma),
    })),
    sealedFen: money(joint.sealed),
    ascendingFen: money(joint.ascending),
    worthIfWonFen: money(joint.worthIfWon),
    shaded: shaded === null ? null : { bidFen: money(shaded.multiple), leastFen: money(shaded.least), mostFen: money(shaded.most), isWide: shaded.isWide },
    best: { bidFen: money(best.multiple), winChance: best.winChance, expectedProfitFen: money(best.expectedProfit), isOnlyPeak: best.isOnlyPeak },
    percentiles,
    points: pricesOf(basis.valueFen, marks).map((priceFen) => pointOf(scene, priceFen)),
  };
}

/** What one price means, as a point of {@link bidFigures}. */
export function bidPoint(basis: BidBasis, priceFen: number): BidPoint {
  return pointOf(sceneOf(basis), priceFen);
}

interface Scene {
  readonly basis: BidBasis;
  readonly value: number;
  readonly sigma: number;
  readonly beliefs: RivalBeliefs;
  readonly bidders: readonly BidderChance[];
  /** What rivals who think as we do bid, per yuan of their values. */
  readonly rivalMultiple: number;
  /** List price per yuan of the own value. */
  readonly floor: number;
}

function sceneOf(basis: BidBasis): Scene {
  if (!(basis.valueFen > 0)) throw new EngineInputError("negative", "bidPriceFen");
  const value = yuanFromFen(basis.valueFen);
  const rivals = rivalChances(basis.least, basis.likely, basis.most);
  const simulated = basis.histogram === null ? 0 : (simulatedError(basis.histogram).logDeviation ?? 0);
  const sigma = Math.max(LEAST_ERROR, basis.ownError ?? jointError(simulated, basis.modelError));
  const bidders = rivals.map(({ rivals: count, chance }) => ({ bidders: count + 1, chance }));
  const { sealed, ascending } = commonValueBids(bidders, sigma);
  return {
    basis,
    value,
    sigma,
    beliefs: { rivals, logMedian: Math.log(basis.rivalMedian), spread: basis.rivalSpread },
    bidders,
    rivalMultiple: basis.rule === "ownBid" ? sealed : ascending,
    floor: basis.listFen === null ? 0 : basis.listFen / basis.valueFen,
  };
}

function stopAtValue({ beliefs, floor }: Scene) {
  return { multiple: 1, winChance: winChanceOf(1, beliefs), expectedProfit: profitOfStopping(1, beliefs, floor), isOnlyPeak: true };
}

function pointOf({ basis, value, sigma, beliefs, bidders, rivalMultiple, floor }: Scene, priceFen: number): BidPoint {
  const { rule, netYuan, assumptions, histogram } = basis;
  const multiple = priceFen / basis.valueFen;
  const terms = { assumptions, closingMonth: assumptions.closing.closingMonth, monthCount: netYuan.length };
  const { irr, moic } = returnsAtPrice(netYuan, yuanFromFen(priceFen), terms);
  const isSold = multiple >= floor;
  const won = isSold ? winAgainst(multiple, { multiple: rivalMultiple, chances: bidders, sigma }, rule, floor) : null;
  const profit = rule === "ownBid" ? (isSold ? expectedProfitOf(multiple, beliefs) : 0) : profitOfStopping(multiple, beliefs, floor);
  const worth = won?.worthIfWon ?? null;
  const paid = won?.paidIfWon ?? null;
  return {
    priceFen,
    irr,
    moic,
    missChance: histogram === null ? null : percentileOf(histogram, priceFen),
    winChance: isSold ? winChanceOf(multiple, beliefs) : 0,
    expectedProfitFen: resultFen(value * profit, "profit"),
    worthIfWonFen: worth === null ? null : resultFen(value * worth, "profit"),
    profitIfWonFen: worth === null || paid === null ? null : resultFen(value * (worth - paid), "profit"),
  };
}

/** Null for no paths. */
function percentilesOf(histogram: Histogram): BidFigures["percentiles"] {
  const [p20, p50, p80] = [bidAtShare(histogram, 0.2), bidAtShare(histogram, 0.5), bidAtShare(histogram, 0.8)];
  if (p20 === null || p50 === null || p80 === null) return null;
  return { p20Fen: Math.round(p20), p50Fen: Math.round(p50), p80Fen: Math.round(p80) };
}

/** An even range around the own value, and the marks, rising, each once. */
function pricesOf(valueFen: number, marksFen: readonly number[]): number[] {
  const shown = marksFen.filter((mark) => mark > 0 && mark < 3 * valueFen);
  const from = Math.min(valueFen * LOWEST, ...shown);
  const to = Math.max(valueFen * HIGHEST, ...shown);
  const even = Array.from({ length: POINTS + 1 }, (_, step) => resultFen(yuanFromFen(from + ((to - from) * step) / POINTS), "bidPriceFen"));
  return [...new Set([...even, valueFen, ...shown])].toSorted((one, other) => one - other);
}
