import { type DeductionName, deductionNames, isStatedDeduction, type StatedDeduction } from "../../../shared/domain/item-deductions.ts";
import { collateralKindOf } from "../column-codes.ts";
import type { PackageColumns } from "../engine-types.ts";
import { cityIndexOf } from "../plan/city-rates.ts";
import { keptOfAppraisal } from "../plan/loan-estimates.ts";
import { valueLevelOf } from "../plan/outcome-tables.ts";
import { BY_TABLES, type CasePlan } from "../plan/plan-types.ts";
import { isTakenForDebt, priceMonth, saleRatesAt } from "../plan/sale-rates.ts";
import { validClaimOf } from "../recovery/claim-validity.ts";
import { isBankrupt, paysByOrderOfSeizure } from "../recovery/debtor.ts";
import { isHeldBySeizure } from "../recovery/held-by-seizure.ts";
import { fillItemClaims } from "../recovery/item-claims.ts";
import { emptyClaims, emptySplit, type ItemClaims, splitSalePrice } from "../recovery/item-waterfall.ts";
import { chanceOf } from "../recovery/loan-recovery.ts";
import { accruesToSale, interestOver, isMaximumMortgage } from "../recovery/maximum-mortgage.ts";
import { carriedAppraisal, indexRateOf } from "../recovery/prior-claims.ts";
import { explainTakeOver } from "./explain-take-over.ts";
import type { Deduction, ExplainedSplit } from "./explained-split.ts";
import { sumOfLines, type TraceLine, traceLine } from "./trace-line.ts";

/** One collateral item of a loan; `number` counts the loan's items from 1. */
export interface ItemToExplain {
  readonly columns: PackageColumns;
  readonly loan: number;
  readonly item: number;
  readonly number: number;
  readonly plan: CasePlan;
}

/** A sale to explain: what is sold in which class, how likely at all, and how its price is split. */
export interface ExplainedSale {
  readonly priceClass: number;
  /** Appraisal after an own haircut, yuan. */
  readonly valueYuan: number;
  readonly chance: number;
  readonly split: (priceYuan: number, outcome: number) => ExplainedSplit;
}

/**
 * Trace of one collateral item that secures its loan alone (METHOD §3, §8), before the joint cap at the loan's claim: a
 * line per round and for debt-for-asset, each opened into price, deductions and what comes to us. Present values, yuan,
 * weighted.
 */
export function explainItem(subject: ItemToExplain): TraceLine {
  const { columns, loan, item, number, plan } = subject;
  const claims = emptyClaims();
  fillItemClaims(columns, loan, item, plan, claims);
  const split = emptySplit();
  const lienRank = columns.lienRank[item];
  const assumptionGroup = "collateral";
  const lineOf = (name: DeductionName) => (isStatedDeduction(name) ? statedLine(name, subject) : ruledLine(name, subject, claims));
  const priceClass = plan.classes.itemClass[item];
  const claimYuan = validClaimOf(columns, loan, plan.assumptions);
  const children = explainOutcomes(plan, {
    priceClass,
    valueYuan: keptOfAppraisal(columns, loan) * carriedAppraisal(columns, loan, item, plan),
    chance: chanceOf(columns, loan, plan),
    split: (priceYuan, outcome) => {
      const rates = saleRatesAt(plan, priceClass, outcome);
      const toUsYuan = splitSalePrice(priceYuan, rates, claims, split);
      const deductions: Deduction[] = [
        ...rates.map(({ key, ...values }, index) => ({ key, yuan: split.ofPrice[index], values })),
        ...deductionNames.map((name, place) => ({ ...lineOf(name), yuan: split.taken[place] })),
        { key: "aboveSecuredCap", yuan: split.aboveCapYuan, values: { capYuan: claims.securedCapYuan } },
      ];
      if (!isTakenForDebt(plan, priceClass, outcome)) return { deductions, toUsYuan, takenShare: 0 };
      // Cash may be cut at the claim over all items; of a price that is set off, the rest has to be paid.
      const isAccruing = isMaximumMortgage(columns, item) && accruesToSale(columns, loan, plan);
      const interestYuan = isAccruing ? interestOver(columns, loan, priceMonth(plan, priceClass, outcome), plan) : 0;
      const setOffYuan = Math.min(toUsYuan, claimYuan + interestYuan);
      deductions.push({ key: "aboveClaim", yuan: toUsYuan - setOffYuan, values: { claimYuan } });
      return { deductions, toUsYuan: setOffYuan, takenShare: 1 };
    },
  });
  const values = {
    number,
    kind: collateralKindOf(columns.collateralKind[item]),
    lienRank,
    appraisalYuan: carriedAppraisal(columns, loan, item, plan),
    valueFactor: plan.valueFactor[priceClass] * valueLevelOf(plan, priceClass),
    assumptionGroup,
  };
  return traceLine(isHeldBySeizure(columns, item) ? "seizedItem" : "collateralItem", sumOfLines(children), values, children);
}

/** Line of an amount that the tape states, or that a share of the appraisal stands for. */
function statedLine(name: StatedDeduction, { columns, item }: ItemToExplain): Omit<Deduction, "yuan"> {
  return { key: name, values: Number.isNaN(columns[name][item]) ? { assumptionGroup: "priorities" } : {} };
}

/** Lines of nothing that say how an item's appraisal was carried to cut-off, and that its sale waits for another court. */
export function explainFacts({ columns, loan, item, number, plan }: ItemToExplain): TraceLine[] {
  const lines: TraceLine[] = [];
  const [appraisalYuan, carriedYuan] = [columns.appraisal[item], carriedAppraisal(columns, loan, item, plan)];
  if (carriedYuan !== appraisalYuan) {
    const values = { number, appraisalYuan, carriedYuan, months: columns.appraisalAge[item], rate: indexRateOf(columns, item, plan) };
    const city = cityIndexOf(columns, item, plan)?.city;
    const assumptionGroup = "collateral";
    lines.push(
      city === undefined
        ? traceLine("appraisalCarried", 0, { ...values, assumptionGroup })
        : traceLine("appraisalCarriedByCity", 0, { ...values, city, assumptionGroup }),
    );
  }
  if (isMaximumMortgage(columns, item)) lines.push(...explainMaximum({ columns, loan, item, number, plan }));
  const { waitingMonths } = plan.assumptions.priorities;
  const { reorganisationMonths } = plan.assumptions.conditions;
  if (plan.classes.priceClasses[plan.classes.itemClass[item]].stays === 1) {
    lines.push(traceLine("enforcementStayed", 0, { number, months: reorganisationMonths, assumptionGroup: "conditions" }));
  }
  const isWaiting = columns.seizureWaits[item] === 1 && waitingMonths > 0;
  if (isWaiting) lines.push(traceLine("waitingSeizure", 0, { number, months: waitingMonths, assumptionGroup: "priorities" }));
  return lines;
}

/** Lines of nothing that say what a maximum bounds where that isn't all that is owed at cut-off. */
function explainMaximum({ columns, loan, item, number, plan }: ItemToExplain): TraceLine[] {
  const { accrualRate: rate, capsPrincipalAlone } = plan.assumptions.interest;
  const values = { number, capYuan: columns.securedCap[item], assumptionGroup: "interest" } as const;
  return [
    ...(accruesToSale(columns, loan, plan) ? [traceLine("interestToSale", 0, { ...values, rate })] : []),
    ...(capsPrincipalAlone ? [traceLine("maximumOfPrincipal", 0, values)] : []),
  ];
}

/** Line of the trace for a deduction that a rule works out. */
function ruledLine(name: Exclude<DeductionName, StatedDeduction>, { columns, loan, item, plan }: ItemToExplain, claims: ItemClaims): Omit<Deduction, "yuan"> {
  const assumptionGroup = "collateral";
  switch (name) {
    case "auctionCommission":
      return { key: "auctionCommission", values: { share: plan.assumptions.collateral.auctionCommissionBorneShare, assumptionGroup } };
    case "enforcementFee":
      return { key: "enforcementFee", values: { assumptionGroup: "courtFees" } };
    case "propertyFees": {
      const { propertyFeeRate: rate, propertyFeeMonths } = plan.assumptions.priorities;
      return { key: "propertyFees", values: { rate, months: propertyFeeMonths, assumptionGroup: "priorities" } };
    }
    case "seniorClaims":
      return Number.isNaN(columns.seniorClaims[item])
        ? { key: "seniorClaimsByRank", values: { lienRank: columns.lienRank[item], assumptionGroup } }
        : { key: "seniorClaimsStated", values: {} };
    case "rivalClaims":
      if (paysByOrderOfSeizure(columns, loan))
        return { key: "rivalsBefore", values: Number.isNaN(columns.rivalClaims[item]) ? { assumptionGroup: "priorities" } : {} };
      return { key: isBankrupt(columns, loan) ? "rivalsInBankruptcy" : "rivalsProRata", values: { share: claims.ourShare } };
  }
}

/** A line per outcome of a sale; one alone where the desk states its own realisation. */
export function explainOutcomes(plan: CasePlan, sale: ExplainedSale): TraceLine[] {
  const isOwn = plan.classes.priceClasses[sale.priceClass].ownMonth !== BY_TABLES;
  return Array.from({ length: isOwn ? 1 : plan.outcomeCount }, (_, outcome) => explainOutcome(plan, sale, outcome, isOwn));
}

function explainOutcome(plan: CasePlan, { priceClass, valueYuan, chance, split }: ExplainedSale, outcome: number, isOwn: boolean): TraceLine {
  const factorAt = priceClass * plan.outcomeCount + outcome;
  const month = plan.outcomeMonth[factorAt];
  const probability = chance * plan.outcomeProbability[factorAt];
  const round = outcome + 1;
  const assumptionGroup = "collateral";
  if (month > plan.horizonMonths) return traceLine("roundBeyondHorizon", 0, { round, month, probability, assumptionGroup });
  const priceYuan = valueYuan * plan.priceFactor[factorAt];
  const openingYuan = valueYuan * plan.openingFactor[factorAt] * valueLevelOf(plan, priceClass);
  const discountFactor = plan.discountFactor[month];
  const weight = probability * discountFactor;
  const parts = split(priceYuan, outcome);
  if (isTakenForDebt(plan, priceClass, outcome)) return explainTakeOver(plan, { priceYuan, probability, month }, parts);
  const { deductions, toUsYuan } = parts;
  const children = [traceLine("salePrice", priceYuan * weight, { priceYuan })];
  for (const { key, yuan, values } of deductions) {
    if (yuan > 0) children.push(traceLine(key, -yuan * weight, { deductionYuan: yuan, ...values }));
  }
  if (isOwn) return traceLine("ownRealisation", toUsYuan * weight, { month, probability, priceYuan, toUsYuan, discountFactor }, children);
  const values = { round, month, probability, openingYuan, priceYuan, toUsYuan, discountFactor, assumptionGroup };
  return traceLine("auctionRound", toUsYuan * weight, values, children);
}
