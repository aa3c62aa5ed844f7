import type { CollateralHold, CollateralKind, DebtorType, FiveTierClass, LitigationStage, SecurityKind, SeizureStatus } from "./codes.ts";
import type { ReconciliationLine, TapeCounts, TapeSums } from "./import-report.ts";
import type { TapeFinding } from "./tape-findings.ts";

/** The desk's own estimate for one loan (个案估值), shares as decimals; null: by the tables. Each group is whole or null. */
export interface ParsedEstimate {
  /** Whole collateral of the loan: month of the cash after cut-off, probability, part of the appraisal that is lost. */
  readonly months: number | null;
  readonly probability: number | null;
  readonly haircut: number | null;
  readonly costRate: number | null;
  /** Cash: share of the remaining claim in month 1, and each month's factor on the one before. */
  readonly firstMonthRate: number | null;
  readonly monthlyDecay: number | null;
}

/** One loan (笔) as read; null is missing. Amounts are whole fen, dates YYYY-MM-DD. */
export interface ParsedLoan {
  readonly sheet: string;
  readonly rowNumber: number;
  readonly contractNo: string;
  readonly debtorName: string | null;
  readonly debtorId: string | null;
  readonly debtorType: DebtorType | null;
  readonly branch: string | null;
  readonly industry: string | null;
  readonly region: string | null;
  readonly product: string | null;
  readonly principalFen: number;
  readonly interestFen: number | null;
  readonly feesFen: number | null;
  readonly claimTotalFen: number | null;
  readonly fiveTierClass: FiveTierClass | null;
  readonly securityKind: SecurityKind | null;
  readonly guarantors: readonly string[];
  /** Highest guaranteed amount (最高保证金额) and last day of the guarantee period: of each guarantor. */
  readonly guaranteeCapFen: number | null;
  readonly guaranteeEnd: string | null;
  readonly drawdownDate: string | null;
  readonly maturityDate: string | null;
  readonly overdueDate: string | null;
  readonly daysPastDue: number | null;
  readonly litigationStage: LitigationStage | null;
  readonly court: string | null;
  /** Last day of the limitation period (诉讼时效). */
  readonly limitationDate: string | null;
  /** Day on which the judgment took effect. */
  readonly judgmentDate: string | null;
  /** Last day to apply for enforcement (申请执行期限). */
  readonly enforcementDeadline: string | null;
  readonly estimate: ParsedEstimate | null;
  readonly age: number | null;
  readonly remark: string | null;
}

export type CollateralLink = "joined" | "orphan" | "rejectedLoan";

/** One collateral row as read; `contractNo` is the kept loan's own spelling where joined. */
export interface ParsedCollateral {
  readonly sheet: string;
  readonly rowNumber: number;
  readonly contractNo: string;
  readonly link: CollateralLink;
  readonly collateralKind: CollateralKind | null;
  readonly address: string | null;
  readonly appraisalFen: number | null;
  readonly areaSqm: number | null;
  readonly lienRank: number | null;
  readonly seniorClaimsFen: number | null;
  readonly securedCapFen: number | null;
  readonly seizure: SeizureStatus | null;
  readonly appraisalDate: string | null;
  /** Number of the certificate (产权证号) or of the item, as stated. */
  readonly assetNo: string | null;
  readonly hold: CollateralHold | null;
  readonly priorityClaimsFen: number | null;
  readonly rivalClaimsFen: number | null;
  /** Rows of one tape with the same number are the same asset; null: no other row is known to be it. */
  readonly assetKey: number | null;
}

export interface ParsedTape {
  readonly loans: readonly ParsedLoan[];
  readonly collateral: readonly ParsedCollateral[];
  readonly rejections: readonly TapeFinding[];
  readonly warnings: readonly TapeFinding[];
  readonly counts: TapeCounts;
  readonly sums: TapeSums;
  readonly reconciliation: readonly ReconciliationLine[];
  readonly cutOffDate: string | null;
}
