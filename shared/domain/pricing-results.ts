import { z } from "zod";
import { type CaseName, caseNames, fillRules, validitySwitches } from "./codes.ts";
import { financingSeriesSchema, leveredMeasuresSchema, leveredPriceSchema, paymentValuesSchema, transitionResultSchema } from "./financing-results.ts";
import { irrSchema } from "./irr-schema.ts";
import { type TraceKey, traceKeys } from "./trace-keys.ts";

export type Irr = z.infer<typeof irrSchema>;

/**
 * Monthly flows of the pool in yuan, index = month, 0…horizon. Receipts positive, costs positive in `costs`. The net flow
 * of the closing month also holds the settlement of the time before it (`transition` of the case).
 */
const poolFlowsSchema = z.object({
  collateral: z.array(z.number()),
  /** Empty in runs of engine 1.0. */
  guarantor: z.array(z.number()).prefault([]),
  cash: z.array(z.number()),
  /** Of the desk's own estimates by debtor, in place of the three; left out where the package has none. */
  own: z.array(z.number()).optional(),
  /** Part of `collateral` from assets taken for a debt (以物抵债); empty in runs of engines before 2.2. */
  debtForAsset: z.array(z.number()).prefault([]),
  costs: z.array(z.number()),
  net: z.array(z.number()),
  /** Gross receipts before closing, which stand in the closing month, and the servicing and counsel costs on them. */
  beforeClosing: z.object({ receiptsYuan: z.number(), costsYuan: z.number() }).prefault({ receiptsYuan: 0, costsYuan: 0 }),
});
export type PoolFlows = z.infer<typeof poolFlowsSchema>;

/** Measures of the pool at one price. A measure that does not exist is null. */
const priceMeasuresSchema = z.object({
  priceFen: z.number().int(),
  priceToPrincipal: z.number().nullable(),
  priceToClaim: z.number().nullable(),
  irr: irrSchema,
  moic: z.number().nullable(),
  /** Years, of the net cash flow, from cut-off. */
  walYears: z.number().nullable(),
  paybackMonths: z.number().int().nullable(),
  discountedPaybackMonths: z.number().int().nullable(),
  profitFen: z.number().int(),
  /** Of the flows on their calendar days (XIRR, act/365); null where the deal has no cut-off date. */
  xirr: irrSchema.nullable().prefault(null),
  /** Most money that the buyer has in the deal at the end of a month (资金占用峰值), and that month; null in runs of engine 1.0. */
  peakCapitalFen: z.number().int().nullable().prefault(null),
  peakCapitalMonth: z.number().int().nullable().prefault(null),
  payment: paymentValuesSchema.nullable().prefault(null),
  /** Null without debt. */
  levered: leveredMeasuresSchema.nullable().prefault(null),
});
export type PriceMeasures = z.infer<typeof priceMeasuresSchema>;

/** Ways in which a claim is paid (回收路径). */
export const recoveryRoutes = ["sale", "debtForAsset", "guarantor", "cash", "own"] as const;
export type RecoveryRoute = (typeof recoveryRoutes)[number];

/** What one route brings: present value at the hurdle before costs, and its share of all routes' (null where nothing comes). */
const routeValueSchema = z.object({ route: z.enum(recoveryRoutes), valueFen: z.number().int(), share: z.number().nullable() });

const caseResultSchema = z.object({
  caseName: z.enum(caseNames),
  hurdleRate: z.number(),
  grossRecoveryFen: z.number().int(),
  collateralRecoveryFen: z.number().int(),
  guarantorRecoveryFen: z.number().int().prefault(0),
  cashRecoveryFen: z.number().int(),
  /** By the desk's own estimates; left out where the package has none. */
  ownRecoveryFen: z.number().int().optional(),
  costsFen: z.number().int(),
  netCashFlowFen: z.number().int(),
  presentValueFen: z.number().int(),
  /** Highest price that still earns the hurdle; zero where nothing positive does. */
  maxBidFen: z.number().int().min(0),
  /** What the value rests on, a line each in the order of `recoveryRoutes`, `own` only where there are own estimates; empty in runs of engines before 2.2. */
  routes: z.array(routeValueSchema).prefault([]),
  /** What a horizon up to `lastMonth` would bring beyond this one, and would add to the highest bid; null in runs of engines before 2.11. */
  beyondHorizon: z
    .object({ lastMonth: z.number().int(), receiptsFen: z.number().int(), netFen: z.number().int(), bidFen: z.number().int() })
    .nullable()
    .prefault(null),
  atMaxBid: priceMeasuresSchema,
  /** At the price entered by the desk; the same as `atMaxBid` of the base case where none is entered. */
  atBidPrice: priceMeasuresSchema,
  flows: poolFlowsSchema,
  /** Months in which the pool pays out more than it takes in after closing. */
  negativeMonths: z.number().int(),
  /** Null in runs of engine 1.0, as are the two below. */
  transition: transitionResultSchema.nullable().prefault(null),
  /** At the bid price. */
  financing: financingSeriesSchema.nullable().prefault(null),
  /** Null without debt. */
  leveredPrice: leveredPriceSchema.nullable().prefault(null),
});
export type CaseResult = z.infer<typeof caseResultSchema>;

/** The routes that cases are shown by: own estimates only where there are any. */
export function recoveryRoutesOf(cases: readonly Pick<CaseResult, "ownRecoveryFen">[]): RecoveryRoute[] {
  const hasOwn = cases.some(({ ownRecoveryFen }) => ownRecoveryFen !== undefined);
  return recoveryRoutes.filter((route) => route !== "own" || hasOwn);
}

const fillCountSchema = z.object({
  rule: z.enum(fillRules),
  loans: z.number().int(),
  /** Part of the base bid allocated to loans that carry the rule. */
  allocatedFen: z.number().int(),
});

const failedCheckSchema = z.object({
  check: z.enum(validitySwitches),
  /** Loans that fail it: for the guarantee period, those with a guarantor past it. */
  loans: z.number().int(),
  claimFen: z.number().int(),
  /** Whether the assumptions take them to zero. */
  isCounted: z.boolean(),
});
export type FailedCheck = z.infer<typeof failedCheckSchema>;

const packageTotalsSchema = z.object({
  loans: z.number().int(),
  debtors: z.number().int(),
  upbFen: z.number().int(),
  interestFen: z.number().int(),
  feesFen: z.number().int(),
  claimFen: z.number().int(),
  collateralItems: z.number().int(),
  appraisalFen: z.number().int(),
});
export type PackageTotals = z.infer<typeof packageTotalsSchema>;

export const pricingResultSchema = z.object({
  engineVersion: z.string(),
  totals: packageTotalsSchema,
  bidPriceFen: z.number().int(),
  /** Low, base, high. */
  cases: z.array(caseResultSchema).length(3),
  fills: z.array(fillCountSchema),
  /** Part of the base bid allocated to loans that carry any rule that a price hangs on; null in runs of engines before 2.11. */
  filledFen: z.number().int().nullable().prefault(null),
  /** Checks of validity that some loan fails, whether they count or not; empty in runs of engine 1.0. */
  validity: z.array(failedCheckSchema).prefault([]),
});
export type PricingResult = z.infer<typeof pricingResultSchema>;

/** A case of a pricing, which has each. */
export function caseNamed(cases: readonly CaseResult[], name: CaseName): CaseResult {
  const found = cases.find(({ caseName }) => caseName === name);
  if (found === undefined) throw new Error(`a pricing has a ${name} case`);
  return found;
}

/** One line of the trace of a number. `amountYuan` of the children marked `adds` sum to the parent's. */
export interface TraceNode {
  /** Key of a text in shared/locales under `trace.`; values go into its placeholders. */
  key: TraceKey;
  values: Record<string, number | string>;
  amountYuan: number | null;
  adds: boolean;
  children: TraceNode[];
}
export const traceNodeSchema: z.ZodType<TraceNode> = z.lazy(() =>
  z.object({
    key: z.enum(traceKeys),
    values: z.record(z.string(), z.union([z.number(), z.string()])),
    amountYuan: z.number().nullable(),
    adds: z.boolean(),
    children: z.array(traceNodeSchema),
  }),
);
