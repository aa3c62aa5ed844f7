import type { Assumptions } from "../../../shared/domain/assumptions.ts";
import type { StructureTerms } from "../../../shared/domain/bid-plan.ts";
import { type BidStructure, bidStructures, type StructurePrice, type StructurePrices } from "../../../shared/domain/bid-structures.ts";
import { cashAtClosing, type Payment } from "../../../shared/domain/financing-assumptions.ts";
import { yuanFromFen } from "../../../shared/money.ts";
import { financeAtPrice } from "../funding/debt-service.ts";
import { solveLeveredPrice } from "../funding/levered-price.ts";
import { type PaymentTerms, paymentsPerYuan } from "../funding/payment-schedule.ts";
import { monthlyFactor } from "../numbers/discounting.ts";
import { resultFen } from "../numbers/engine-output.ts";
import { sumOf } from "../numbers/summation.ts";
import { monthlyIrr } from "../returns/certified-irr.ts";

/** What ways of paying are compared on: net flows of the base case by month, yuan; the case's terms; its hurdle. */
export interface StructureBasis {
  readonly netYuan: readonly number[];
  readonly assumptions: Assumptions;
  readonly hurdleRate: number;
  readonly terms: StructureTerms;
}

/** Who pays whom in each month, yuan, receipts positive. All five add up to nothing in every month. */
export interface PartyFlows {
  readonly buyer: readonly number[];
  readonly seller: readonly number[];
  readonly lender: readonly number[];
  /** What deal costs are paid to. */
  readonly advisers: readonly number[];
  /** Debtors, and what collecting from them costs. */
  readonly pool: readonly number[];
}

/**
 * Prices that earn us the same in different structures (等收益报价), and what each is worth to the seller at his own rate. Debt is
 * repaid at maturity without a fee; its rate of return is that of equity, so that a debt share of nothing is cash.
 * A later cut-off by so many months leaves the collections until then to the seller, who closes as much later and then hands
 * over what he collected in between.
 * @throws EngineInputError for amounts that fen cannot count
 */
export function structurePrices(basis: StructureBasis): StructurePrices {
  const targetRate = basis.terms.targetRate ?? basis.hurdleRate;
  return { targetRate, sellerRate: basis.terms.sellerRate, structures: bidStructures.map((structure) => priceOf(structure, basis, targetRate)) };
}

function priceOf(structure: BidStructure, basis: StructureBasis, targetRate: number): StructurePrice {
  const none = { structure, priceFen: null, irr: null, sellerWorthFen: null, keptFen: 0, paidAtClosingFen: null };
  const scene = sceneOf(structure, basis, targetRate);
  const solved = scene === null ? null : solveLeveredPrice(scene.netYuan, scene.plan);
  if (scene === null || solved === null) return none;
  const priceFen = resultFen(solved.priceYuan, "leveredPrice");
  const { buyer, seller } = partyFlows(structure, basis, priceFen);
  const atSellerRate = (flows: readonly number[]) => sumOf(flows.map((flow, month) => flow * monthlyFactor(basis.terms.sellerRate, month)));
  return {
    structure,
    priceFen,
    irr: monthlyIrr(buyer),
    sellerWorthFen: resultFen(atSellerRate(seller), "priceAtFunding"),
    keptFen: resultFen(atSellerRate(scene.keptYuan), "priceAtFunding"),
    paidAtClosingFen: resultFen(Math.max(0, -sumOf(buyer.slice(0, scene.plan.closingMonth + 1)) + scene.handedOverYuan), "dueAtClosing"),
  };
}

/** What each party pays and receives at a nominal price; empty lists where the structure cannot be. */
export function partyFlows(structure: BidStructure, basis: StructureBasis, priceFen: number): PartyFlows {
  const scene = sceneOf(structure, basis, basis.terms.targetRate ?? basis.hurdleRate);
  if (scene === null) return { buyer: [], seller: [], lender: [], advisers: [], pool: [] };
  const { plan, netYuan, keptYuan } = scene;
  const priceYuan = yuanFromFen(priceFen);
  const { equityYuan, outlaysYuan, debt } = financeAtPrice(netYuan, priceYuan, plan);
  const payments = paymentsPerYuan(plan);
  const at = (flows: ArrayLike<number>, month: number) => (month < flows.length ? flows[month] : 0);
  const months = Math.max(equityYuan.length, basis.netYuan.length);
  const byMonth = (flow: (month: number) => number) => Array.from({ length: months }, (_, month) => flow(month));
  // A seller who collects until a later closing holds the money from the month in which it came to the one in which it is handed over.
  const collected = byMonth((month) => at(basis.netYuan, month) - at(netYuan, month) - at(keptYuan, month));
  return {
    buyer: byMonth((month) => at(equityYuan, month)),
    seller: byMonth((month) => priceYuan * at(payments, month) + at(keptYuan, month) + at(collected, month)),
    lender: byMonth((month) => at(debt.interest, month) + at(debt.principal, month) + at(debt.fees, month) - at(debt.draws, month)),
    advisers: byMonth((month) => at(outlaysYuan, month) - priceYuan * at(payments, month)),
    pool: byMonth((month) => -at(basis.netYuan, month)),
  };
}

interface Scene {
  readonly plan: PaymentTerms;
  /** Net flows as the buyer receives them; what the seller keeps, and hands over at closing. */
  readonly netYuan: readonly number[];
  readonly keptYuan: readonly number[];
  readonly handedOverYuan: number;
}

/** Null where a later cut-off lies before closing: what came before closing is one sum in its month. */
function sceneOf(structure: BidStructure, { netYuan, assumptions, terms }: StructureBasis, targetRate: number): Scene | null {
  const { closing, leverage } = assumptions;
  const payment: Payment = paymentOf(structure, terms);
  const debt =
    structure === "leverage"
      ? { isOn: true, debtShare: terms.debtShare, annualRate: terms.debtRate, tenorMonths: terms.debtMonths, kind: "bullet" as const, feeRate: 0 }
      : { isOn: false, debtShare: 0 };
  const later = structure === "laterCutOff" ? terms.laterMonths : 0;
  if (later > 0 && (later < closing.closingMonth || closing.closingMonth + later >= netYuan.length)) return null;
  const closingMonth = closing.closingMonth + later;
  const plan = {
    assumptions: { ...assumptions, payment, closing: { ...closing, closingMonth }, leverage: { ...leverage, ...debt, leveredHurdleRate: targetRate } },
    closingMonth,
    monthCount: netYuan.length,
  };
  if (later === 0) return { plan, netYuan, keptYuan: [], handedOverYuan: sumOf(netYuan.slice(0, closingMonth + 1)) };
  const handedOverYuan = sumOf(netYuan.slice(later + 1, closingMonth + 1));
  return {
    plan,
    netYuan: netYuan.map((flow, month) => (month < closingMonth ? 0 : month === closingMonth ? handedOverYuan : flow)),
    keptYuan: netYuan.slice(0, later + 1),
    handedOverYuan,
  };
}

function paymentOf(structure: BidStructure, { downShare, instalmentMonths, rightsShare, rightsMonths }: StructureTerms): Payment {
  switch (structure) {
    case "instalments":
      return {
        ...cashAtClosing,
        instalments: [
          { share: downShare, monthsAfterClosing: 0 },
          { share: 1 - downShare, monthsAfterClosing: instalmentMonths },
        ],
      };
    case "rights":
      return {
        ...cashAtClosing,
        instalments: [{ share: 1 - rightsShare, monthsAfterClosing: 0 }],
        trustRights: { ...cashAtClosing.trustRights, priceShare: rightsShare, schedule: [{ share: 1, monthsAfterClosing: rightsMonths }] },
      };
    case "cash":
    case "leverage":
    case "laterCutOff":
      return cashAtClosing;
  }
}
