import type { TFunction } from "i18next";
import type { DebtorRow, DebtorSheet } from "../../shared/contract/debtor-channels.ts";
import type { CaseName, Language, MoneyUnit } from "../../shared/domain/codes.ts";
import type { DebtorSortKey } from "../../shared/domain/debtor-sheet.ts";
import { formatDate, formatMoney, formatNumber, formatRate, formatStatedRate, noValue } from "../../shared/format.ts";
import { maskedIfPersonal } from "../../shared/masked-identifier.ts";
import type { KeyUnder } from "../desk/i18n.ts";

/** Where a figure comes from: the seller's tape, the model, or the desk's own estimate. */
export type FigureSource = "tape" | "model" | "own";
export const footRows = ["shown", "ofPackage", "model"] as const;
type FootRow = (typeof footRows)[number];
type Part = KeyUnder<"debtors.part">;

/** What a cell's text depends on beside its row. */
interface CellWords {
  readonly unit: MoneyUnit;
  readonly t: TFunction;
  readonly isRevealed: boolean;
}

export interface DebtorColumn {
  /** Its name in the layout. */
  readonly key: string;
  readonly part: Part;
  readonly head: (t: TFunction) => string;
  /** In pixels, by language. */
  readonly width: { readonly zh: number; readonly en: number };
  readonly sortKey?: DebtorSortKey;
  readonly isNumber: boolean;
  readonly isMoney: boolean;
  readonly source: (row: DebtorRow) => FigureSource;
  /** Of a column of numbers: fen where it is money. */
  readonly value?: (row: DebtorRow) => number | null;
  readonly text: (row: DebtorRow, words: CellWords) => string;
  /** What stands in the foot of the table; fen. */
  readonly foot?: (sheet: DebtorSheet, row: FootRow) => number | null;
}

type WordsKey = KeyUnder<"debtors.column">;
const tape = () => "tape" as const;
const model = () => "model" as const;
const own = () => "own" as const;

interface WordsParts {
  readonly part?: Part;
  readonly widths: readonly [zh: number, en: number];
  readonly sortKey?: DebtorSortKey;
  readonly source?: DebtorColumn["source"];
  readonly text: DebtorColumn["text"];
}
const words = (key: WordsKey, { part = "desk", widths: [zh, en], sortKey, source = own, text }: WordsParts): DebtorColumn => ({
  key,
  part,
  head: (t) => t(`debtors.column.${key}`),
  width: { zh, en },
  isNumber: false,
  isMoney: false,
  source,
  text,
  ...(sortKey === undefined ? {} : { sortKey }),
});

const tapeMoney = (
  key: "claimFen" | "principalFen" | "interestFen" | "feesFen" | "netCollateralFen" | "allocatedFen",
  zh: number,
  en: number,
): DebtorColumn => ({
  key,
  part: key === "allocatedFen" ? "base" : "tape",
  head: (t) => t(`debtors.column.${key}`),
  width: { zh, en },
  sortKey: key,
  isNumber: true,
  isMoney: true,
  source: key === "allocatedFen" ? model : tape,
  value: (row) => row[key],
  text: (row, { unit }) => formatMoney(row[key], unit),
  foot: ({ shown, bidPriceFen }, row) => (row === "shown" ? shown[key] : row === "model" && key === "allocatedFen" ? bidPriceFen : null),
});

type CaseMoneyKey = "grossFen" | "costsFen" | "netFen" | "presentValueFen" | "bidFen";
const sourceOf = (caseName: CaseName) => (row: DebtorRow) => (row.cases[caseName].isOwn ? "own" : "model");
/** Base has no bid of its own. */
const caseHead = (caseName: CaseName, key: CaseMoneyKey | "months" | "discountRate" | "margin") => (t: TFunction) =>
  caseName === "base" ? t(`debtors.caseColumn.base.${key as KeyUnder<"debtors.caseColumn.base">}`) : t(`debtors.caseColumn.${caseName}.${key}`);

const caseMoney = (caseName: CaseName, key: CaseMoneyKey, zh = 88, en = 96): DebtorColumn => ({
  key: `${caseName}.${key}`,
  part: caseName,
  head: caseHead(caseName, key),
  width: { zh, en },
  sortKey: `${caseName}.${key}`,
  isNumber: true,
  isMoney: true,
  source: sourceOf(caseName),
  value: (row) => row.cases[caseName][key],
  text: (row, { unit }) => formatMoney(row.cases[caseName][key], unit),
  foot: (sheet, row) => {
    if (row === "shown") return sheet.shown.cases[caseName][key];
    if (key === "bidFen") return row === "model" ? sheet.model[caseName].maxBidFen : null;
    return sheet[row][caseName][key];
  },
});

const caseMonths = (caseName: CaseName): DebtorColumn => ({
  key: `${caseName}.months`,
  part: caseName,
  head: caseHead(caseName, "months"),
  width: { zh: 112, en: 112 },
  sortKey: `${caseName}.months`,
  isNumber: true,
  isMoney: false,
  source: sourceOf(caseName),
  value: (row) => row.cases[caseName].months,
  text: (row) => formatNumber(row.cases[caseName].months, 1),
});

const caseRate = (caseName: "low" | "high", key: "discountRate" | "margin"): DebtorColumn => ({
  key: `${caseName}.${key}`,
  part: caseName,
  head: caseHead(caseName, key),
  width: { zh: 74, en: key === "margin" ? 76 : 104 },
  isNumber: true,
  isMoney: false,
  source: (row) => (row.entry?.[caseName]?.[key] == null ? "model" : "own"),
  text: (row) => (key === "discountRate" ? formatStatedRate(row.cases[caseName].discountRate) : formatStatedRate(row.cases[caseName].margin)),
});

const loans: DebtorColumn = {
  key: "loans",
  part: "tape",
  head: (t) => t("debtors.column.loans"),
  width: { zh: 52, en: 58 },
  sortKey: "loans",
  isNumber: true,
  isMoney: false,
  source: tape,
  value: (row) => row.loans,
  text: (row) => formatNumber(row.loans),
};

const ofCase = (caseName: "low" | "high"): DebtorColumn[] => [
  caseMoney(caseName, "grossFen", 92, 104),
  caseMoney(caseName, "costsFen", 88, 102),
  caseMoney(caseName, "netFen"),
  caseMonths(caseName),
  caseRate(caseName, "discountRate"),
  caseRate(caseName, "margin"),
  caseMoney(caseName, "bidFen"),
  caseMoney(caseName, "presentValueFen", 88, 108),
];

/** The columns of the sheet in the order of the trade's template: debtor, tape, low, high, base, the desk's record. */
export const debtorColumns: readonly DebtorColumn[] = [
  words("debtorName", {
    part: "debtor",
    widths: [190, 190],
    sortKey: "debtorName",
    source: tape,
    text: (row, { t }) => row.debtorName ?? t("debtors.nameless"),
  }),
  words("groupName", { part: "debtor", widths: [96, 96], sortKey: "groupName", text: (row) => row.entry?.groupName || noValue }),
  loans,
  words("debtorId", {
    part: "tape",
    widths: [150, 150],
    source: tape,
    text: (row, { isRevealed }) => (row.debtorId === null ? noValue : isRevealed ? row.debtorId : maskedIfPersonal(row.debtorId)),
  }),
  tapeMoney("claimFen", 104, 104),
  tapeMoney("principalFen", 92, 92),
  tapeMoney("interestFen", 92, 92),
  tapeMoney("feesFen", 112, 120),
  tapeMoney("netCollateralFen", 92, 104),
  ...ofCase("low"),
  ...ofCase("high"),
  caseMoney("base", "grossFen"),
  caseMoney("base", "costsFen"),
  caseMoney("base", "netFen"),
  caseMonths("base"),
  caseMoney("base", "presentValueFen", 88, 108),
  tapeMoney("allocatedFen", 88, 96),
  words("lowWeight", {
    widths: [84, 116],
    source: ({ entry }) => (entry?.lowWeight == null ? "model" : "own"),
    text: ({ entry }, { t }) => (entry === null || entry.lowWeight === null ? t("debtors.weightModel") : formatRate(entry.lowWeight)),
  }),
  words("marginBasis", {
    widths: [92, 96],
    text: ({ entry }, { t }) => (entry?.low == null && entry?.high == null ? noValue : t(`debtors.marginShort.${entry.marginBasis}`)),
  }),
  words("method", { widths: [120, 176], text: ({ entry }, { t }) => (entry?.method == null ? noValue : t(`debtors.method.${entry.method}`)) }),
  words("underwriter", { widths: [84, 100], sortKey: "underwriter", text: ({ entry }) => entry?.underwriter || noValue }),
  words("underwrittenOn", { widths: [92, 96], text: ({ entry }) => formatDate(entry?.underwrittenOn) }),
  words("evidence", { widths: [180, 180], text: ({ entry }) => entry?.evidence || noValue }),
  words("note", { widths: [220, 220], text: ({ entry }) => entry?.note.replaceAll(/\s+/g, " ") || noValue }),
  words("sharesWith", { part: "tape", widths: [96, 104], source: tape, text: (row) => (row.sharesWith === 0 ? noValue : formatNumber(row.sharesWith)) }),
];

const yuanExtra = 28;

export const debtorColumnWidth = (column: DebtorColumn, language: Language, unit: MoneyUnit): number =>
  column.width[language] + (column.isMoney && unit === "yuan" ? yuanExtra : 0);

/** A column's name where no head of its part stands above it. */
export const debtorColumnLabel = ({ part, head }: Pick<DebtorColumn, "part" | "head">, t: TFunction): string =>
  part === "low" || part === "high" || part === "base" ? t("debtors.caseHead", { part: t(`debtors.part.${part}`), column: head(t) }) : head(t);
