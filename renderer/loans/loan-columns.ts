import type { TFunction } from "i18next";
import type { LoanRow } from "../../shared/contract/pricing-channels.ts";
import type { Language, MoneyUnit } from "../../shared/domain/codes.ts";
import type { LoanListKey } from "../../shared/domain/loan-list.ts";
import type { LoanSortKey } from "../../shared/domain/loan-sort.ts";
import { formatMoney, formatNumber, noValue } from "../../shared/format.ts";

export interface LoanColumn {
  readonly key: LoanListKey;
  /** In pixels, by language: heads and stages are longer in English. */
  readonly width: { readonly zh: number; readonly en: number };
  readonly sortKey?: LoanSortKey;
  readonly isNumber: boolean;
  readonly isMoney: boolean;
  /** Of a column of numbers: fen where it is money. */
  readonly value?: (row: LoanRow) => number | null;
  readonly text: (row: LoanRow, unit: MoneyUnit, t: TFunction) => string;
}

const words = (key: LoanColumn["key"], zh: number, en: number, text: LoanColumn["text"], sortKey?: LoanSortKey): LoanColumn => ({
  key,
  width: { zh, en },
  isNumber: false,
  isMoney: false,
  text,
  ...(sortKey === undefined ? {} : { sortKey }),
});
const money = (key: LoanListKey & LoanSortKey & keyof LoanRow, zh: number, en = zh): LoanColumn => ({
  key,
  width: { zh, en },
  sortKey: key,
  isNumber: true,
  isMoney: true,
  value: (row) => row[key] as number | null,
  text: (row, unit) => formatMoney(row[key] as number | null, unit),
}); // the keys below name money columns only

const monthsToCash: LoanColumn = {
  key: "monthsToCash",
  width: { zh: 74, en: 94 },
  sortKey: "monthsToCash",
  isNumber: true,
  isMoney: false,
  value: (row) => row.monthsToCash,
  text: (row) => formatNumber(row.monthsToCash, 1),
};

/** What decides the price comes first: in Chinese the columns up to the allocated price fit into 909 px, which a window of 1440 px has for them. */
export const loanColumns: readonly LoanColumn[] = [
  words("contractNo", 172, 172, (row) => row.contractNo, "contractNo"),
  words("debtorName", 160, 150, (row) => row.debtorName, "debtorName"),
  words("litigationStage", 92, 148, (row, _unit, t) => (row.litigationStage === null ? noValue : t(`code.litigationStage.${row.litigationStage}`))),
  money("upbFen", 80, 72),
  money("collateralRecoveryFen", 86, 108),
  money("cashRecoveryFen", 78, 72),
  money("presentValueFen", 80, 72),
  monthsToCash,
  money("allocatedFen", 84, 96),
  words("region", 100, 100, (row) => row.region ?? noValue, "region"),
  words("fiveTierClass", 70, 90, (row, _unit, t) => (row.fiveTierClass === null ? noValue : t(`code.fiveTierClass.${row.fiveTierClass}`))),
  money("claimFen", 84),
  money("appraisalFen", 84),
  money("guarantorRecoveryFen", 96, 110),
  money("ownRecoveryFen", 84, 82),
  money("costsFen", 80),
  words("validity", 190, 230, (row, _unit, t) => row.failedChecks.map((check) => t(`loanFacts.check.${check}`)).join(t("pricing.loans.listSeparator"))),
  words("fills", 340, 380, (row, _unit, t) => row.fills.map((rule) => t(`code.fillRule.${rule}`)).join(t("pricing.loans.listSeparator"))),
];

const yuanExtra = 28;

export const columnWidth = (column: LoanColumn, language: Language, unit: MoneyUnit): number =>
  column.width[language] + (column.isMoney && unit === "yuan" ? yuanExtra : 0);
