import type { PriorityShare } from "./prior-claims.ts";
import type { TapeField } from "./tape-fields.ts";

/**
 * What is paid from an item's sale before us, in the order of the law (顺位); one record each. The engine's amounts and their
 * sum, what loans that share an asset pay once, and the lines of the trace derive from it.
 *
 * `stated`: the amount is the item's column of that name, and its line of the trace has that key. It is a fact of the asset:
 * where several rows state it, the highest counts. `share`: where it applies and nobody states it (not a number), that share of
 * the appraisal stands for it. Without `stated` a rule of main/engine/recovery works the amount out.
 */
const deductionTable = {
  /** Part of an offline auctioneer's commission that the proceeds bear (拍卖佣金). */
  auctionCommission: {},
  enforcementFee: {},
  /** Property management fees in arrears (物业费), which buyers bear and bid less for. */
  propertyFees: {},
  /** Price of the grant of allotted or collective land: before the mortgage (房地产管理法 51, 担保制度解释 50). */
  landPremium: { stated: true, share: "landPremiumShare" },
  /** Buyers of homes: before the construction price and the mortgage (法释〔2023〕1号, 〔2025〕10号). */
  homebuyerClaims: { stated: true, share: "homebuyerShare" },
  /** Construction price priority (建设工程价款优先受偿权). */
  priorityClaims: { stated: true },
  /** Wages and compensation of the debtor's employees: in bankruptcy before taxes and unsecured creditors (破产法 113). */
  wageClaims: { stated: true, share: "wageShare" },
  /** Taxes owed from before the mortgage was registered (税收征管法 45). */
  taxArrears: { stated: true, share: "taxArrearsShare" },
  /** Registered mortgages before us. */
  seniorClaims: {},
  /** Company debtor, item held by seizure: unsecured creditors who seized before us; pro rata, those beside us. */
  rivalClaims: {},
} as const satisfies { readonly [name: string]: { readonly stated?: true; readonly share?: PriorityShare } };

export type DeductionName = keyof typeof deductionTable;
export type StatedDeduction = {
  [D in DeductionName]: (typeof deductionTable)[D] extends { readonly stated: true } ? D & TapeField : never;
}[DeductionName];

export const deductionNames = Object.keys(deductionTable) as readonly DeductionName[];

export const isStatedDeduction = (name: DeductionName): name is StatedDeduction => "stated" in deductionTable[name];
export const statedDeductions: readonly StatedDeduction[] = deductionNames.filter(isStatedDeduction);

/** The share of the appraisal that stands for an amount nobody states; null where it is always stated. */
export const shareOfDeduction = (name: StatedDeduction): PriorityShare | null => {
  const record: { readonly stated?: true; readonly share?: PriorityShare } = deductionTable[name];
  return record.share ?? null;
};

/** Where a deduction stands in the engine's amounts. */
export const deductionPlaces = Object.fromEntries(deductionNames.map((name, place) => [name, place])) as Readonly<Record<DeductionName, number>>;
