import type { TFunction } from "i18next";
import type { MoneyUnit } from "../../shared/domain/codes.ts";
import type { ExportCell, ExportTable } from "../../shared/domain/export-tables.ts";
import type { NoticeFigures, WeightedMean } from "../../shared/domain/notice-figures.ts";
import { formatDate, formatMoney, formatNumber, noValue } from "../../shared/format.ts";
import { type CopiedRows, wordsCell } from "../ui/tables/copied-cells.ts";

type LineKey =
  | "cutOffDate"
  | "principal"
  | "interest"
  | "principalAndInterest"
  | "fees"
  | "loans"
  | "debtors"
  | "largestDebtor"
  | "meanDebtor"
  | "daysPastDue"
  | "age";

interface NoticeLine {
  readonly key: LineKey;
  /** As it is shown, and as a file gets it. */
  readonly text: string;
  readonly cell: ExportCell;
  /** What a file's figure is in, since its column has all kinds. */
  readonly unit: "money" | "loans" | "debtors" | "days" | "years" | null;
  /** Of how many loans it says something; empty where of all. */
  readonly basis: string;
}

/** The lines of a notice in the order in which notices list them. */
export function noticeLines(figures: NoticeFigures, unit: MoneyUnit, t: TFunction): readonly NoticeLine[] {
  const money = (key: LineKey, fen: number, basis = ""): NoticeLine => ({
    key,
    text: formatMoney(fen, unit),
    cell: { kind: "money", value: fen },
    unit: "money",
    basis,
  });
  const count = (key: "loans" | "debtors", value: number, basis = ""): NoticeLine => ({
    key,
    text: formatNumber(value),
    cell: { kind: "number", value },
    unit: key,
    basis,
  });
  const mean = (key: "daysPastDue" | "age", { mean: value, loans }: WeightedMean, textOf: (figure: string) => string): NoticeLine => ({
    key,
    text: value === null ? noValue : textOf(formatNumber(value, 2)),
    cell: { kind: "number", value },
    unit: key === "age" ? "years" : "days",
    basis: loans === figures.loans ? "" : t("notice.ofLoans", { stated: formatNumber(loans), loans: formatNumber(figures.loans) }),
  });
  const { loansWithoutInterest, loansWithoutDebtor } = figures;
  const interestBasis = loansWithoutInterest === 0 ? "" : t("notice.withoutInterest", { loans: formatNumber(loansWithoutInterest) });
  return [
    { key: "cutOffDate", text: formatDate(figures.cutOffDate), cell: { kind: "date", value: figures.cutOffDate }, unit: null, basis: "" },
    money("principal", figures.principalFen),
    money("interest", figures.interestFen, interestBasis),
    money("principalAndInterest", figures.principalAndInterestFen, interestBasis),
    money("fees", figures.feesFen),
    count("loans", figures.loans),
    count("debtors", figures.debtors, loansWithoutDebtor === 0 ? "" : t("notice.withoutDebtor", { loans: formatNumber(loansWithoutDebtor) })),
    money("largestDebtor", figures.largestDebtorFen),
    money("meanDebtor", figures.meanDebtorFen),
    mean("daysPastDue", figures.daysPastDue, (days) => t("notice.days", { days })),
    mean("age", figures.age, (years) => t("notice.years", { years })),
  ];
}

const groups = ["fiveTierClasses", "litigationStages", "securityKinds"] as const;

interface NoticeGroup {
  readonly key: (typeof groups)[number];
  readonly rows: readonly { readonly word: string; readonly loans: number; readonly owed: string; readonly owedFen: number }[];
}

/** Loans by class, litigation and security. */
export function noticeGroups(figures: NoticeFigures, unit: MoneyUnit, t: TFunction): readonly NoticeGroup[] {
  const none = t("notice.notStated");
  const words: Readonly<Record<NoticeGroup["key"], readonly string[]>> = {
    fiveTierClasses: figures.fiveTierClasses.map(({ code }) => (code === null ? none : t(`code.fiveTierClass.${code}`))),
    litigationStages: figures.litigationStages.map(({ code }) => (code === null ? none : t(`code.litigationStage.${code}`))),
    securityKinds: figures.securityKinds.map(({ code }) => (code === null ? none : t(`code.securityKind.${code}`))),
  };
  return groups.map((key) => ({
    key,
    rows: figures[key].map(({ loans, principalAndInterestFen }, at) => ({
      word: words[key][at] ?? none,
      loans,
      owed: formatMoney(principalAndInterestFen, unit),
      owedFen: principalAndInterestFen,
    })),
  }));
}

/** All of it for the clipboard, as it is shown. */
export function noticeCells(figures: NoticeFigures, unit: MoneyUnit, t: TFunction): CopiedRows {
  const figureCell = (text: string) => ({ text, isFigure: true });
  return [
    ...noticeLines(figures, unit, t).map(({ key, text, basis }) => [wordsCell(t(`notice.line.${key}`)), figureCell(text), wordsCell(basis)]),
    ...noticeGroups(figures, unit, t).flatMap(({ key, rows }) =>
      rows.map(({ word, loans, owed }) => [
        wordsCell(t("notice.ofGroup", { group: t(`notice.group.${key}`), word })),
        figureCell(formatNumber(loans)),
        figureCell(owed),
      ]),
    ),
  ];
}

/** The same for a file, with whole values; `moneyUnit` is the word of the unit in which it gets amounts. */
export function noticeTables(figures: NoticeFigures, moneyUnit: string, t: TFunction): readonly ExportTable[] {
  return [
    {
      name: t("notice.name"),
      columns: [
        { head: t("notice.item"), kind: "text" },
        { head: t("notice.figure"), kind: "text" },
        { head: t("notice.unit.head"), kind: "text" },
        { head: t("notice.basis"), kind: "text" },
      ],
      rows: noticeLines(figures, "yuan", t).map(({ key, cell, unit, basis }) => [
        t(`notice.line.${key}`),
        cell,
        unit === null ? null : unit === "money" ? moneyUnit : t(`notice.unit.${unit}`),
        basis,
      ]),
    },
    {
      name: t("notice.counts"),
      columns: [
        { head: t("notice.group.head"), kind: "text" },
        { head: t("notice.item"), kind: "text" },
        { head: t("notice.loansHead"), kind: "number" },
        { head: t("notice.owedHead"), kind: "money" },
      ],
      rows: noticeGroups(figures, "yuan", t).flatMap(({ key, rows }) =>
        rows.map(({ word, loans, owedFen }) => [t(`notice.group.${key}`), word, loans, owedFen]),
      ),
    },
  ];
}
