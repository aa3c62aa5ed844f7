import type { TFunction } from "i18next";
import type { LoanRow, LoanSortKey } from "../../shared/contract/pricing-channels.ts";
import type { MoneyUnit } from "../../shared/domain/codes.ts";
import { formatMoney, formatNumber, noValue } from "../../shared/format.ts";

export interface LoanColumn {
  readonly key: string;
  readonly width: number;
  readonly sortKey?: LoanSortKey;
  readonly isNumber: boolean;
  readonly text: (row: LoanRow, unit: MoneyUnit, t: TFunction) => string;
}

const words = (key: string, width: number, text: LoanColumn["text"], sortKey?: LoanSortKey): LoanColumn => ({
  key,
  width,
  isNumber: false,
  text,
  ...(sortKey === undefined ? {} : { sortKey }),
});
const money = (key: LoanSortKey & keyof LoanRow, width: number): LoanColumn => ({
  key,
  width,
  sortKey: key,
  isNumber: true,
  text: (row, unit) => formatMoney(row[key] as number, unit),
}); // the keys below name money columns only

export const loanColumns: readonly LoanColumn[] = [
  words("contractNo", 174, (row) => row.contractNo, "contractNo"),
  words("debtorName", 172, (row) => row.debtorName, "debtorName"),
  words("region", 110, (row) => row.region ?? noValue, "region"),
  words("fiveTierClass", 76, (row, _unit, t) => (row.fiveTierClass === null ? noValue : t(`code.fiveTierClass.${row.fiveTierClass}`))),
  words("litigationStage", 116, (row, _unit, t) => (row.litigationStage === null ? noValue : t(`code.litigationStage.${row.litigationStage}`))),
  money("upbFen", 106),
  money("claimFen", 106),
  money("appraisalFen", 106),
  money("collateralRecoveryFen", 116),
  money("cashRecoveryFen", 106),
  money("costsFen", 92),
  money("presentValueFen", 106),
  { key: "monthsToCash", width: 92, sortKey: "monthsToCash", isNumber: true, text: (row) => formatNumber(row.monthsToCash, 1) },
  money("allocatedFen", 110),
  words("fills", 340, (row, _unit, t) => row.fills.map((rule) => t(`code.fillRule.${rule}`)).join(t("pricing.loans.listSeparator"))),
];
