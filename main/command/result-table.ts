import type { Language } from "../../shared/domain/codes.ts";
import type { TapeReport } from "../../shared/domain/import-report.ts";
import { type CaseResult, type Irr, type PricingResult, recoveryRoutesOf } from "../../shared/domain/pricing-results.ts";
import type { TapeFindingCode } from "../../shared/domain/tape-findings.ts";
import { formatMoney, formatMultiple, formatNumber, formatPrice, formatPriceRatio, formatRate } from "../../shared/format.ts";
import { choiceText, unusedTexts } from "../../shared/tape-texts.ts";
import type { CommandTexts } from "./command-texts.ts";
import type { PricedTape } from "./price-tape.ts";

/** The result for a terminal: the tape, low, base and high side by side in 万元, and what to look at. */
export function resultTable(priced: PricedTape, language: Language, t: CommandTexts): string {
  const { tape, result } = priced;
  const { counts } = tape.report;
  const unit = language === "zh" ? "万元" : "10k yuan";
  const head = [
    `${tape.fileName}  ${t(`code.dealKind.${tape.dealKind}`)}${tape.isDealKindStated ? "" : ` (${t("command.table.kindAssumed")})`}`,
    t("command.table.rows", { kept: formatNumber(counts.loansKept), rows: formatNumber(counts.loanRows), rejected: formatNumber(counts.loansRejected) }),
    t("command.table.balances", { upb: formatMoney(result.totals.upbFen, "wanYuan"), claim: formatMoney(result.totals.claimFen, "wanYuan"), unit }),
    t("command.table.bid", { bid: result.bidPriceFen === 0 ? t("bidRemark.none") : `${formatMoney(result.bidPriceFen, "wanYuan")} ${unit}` }),
  ];
  const findings = findingLines(tape.report, t);
  const choices = tape.report.choices.map((choice) => `  ${choiceText(choice, t)}`);
  const unused = unusedTexts(tape.report.unused, t).map((line) => `  ${line}`);
  const section = (title: "choices" | "findings" | "unused" | "fills", lines: readonly string[], values: Readonly<Record<string, string>> = {}) =>
    lines.length === 0 ? [] : ["", t(`command.table.${title}`, values), ...lines];
  const notes = [
    ...section("fills", fillLines(result, t), { unit }),
    ...section("choices", choices),
    ...section("findings", findings),
    ...section("unused", unused),
  ];
  const hashes = ["", `${t("command.table.run")}  ${priced.resultHash}`, `${t("command.table.engine")}  ${priced.engineVersion}`];
  return `${[...head, "", ...measureLines(result.cases, unit, t), t("command.table.taxes"), ...notes, ...hashes].join("\n")}\n`;
}

/** Which gaps were filled by rule, in how many loans, and how much of the bid lies on those; a loan may carry several. */
function fillLines({ fills, filledFen, bidPriceFen }: PricingResult, t: CommandTexts): string[] {
  const lines = fills.map(
    ({ rule, loans, allocatedFen }) => `  ${t(`code.fillRule.${rule}`)}: ${formatNumber(loans)}; ${formatMoney(allocatedFen, "wanYuan")}`,
  );
  if (lines.length === 0 || filledFen === null || bidPriceFen === 0) return lines;
  return [...lines, `  ${t("command.table.filledInAll", { share: formatRate(filledFen / bidPriceFen) })}`];
}

/** Rows named of each finding. */
const namedRows = 12;

function findingLines({ findingCounts, rejections, warnings }: TapeReport, t: CommandTexts): string[] {
  const counted = Object.entries(findingCounts) as [TapeFindingCode, number][]; // the schema of the report lets no other key in
  return counted.map(([code, count]) => {
    const rows = [...rejections, ...warnings].flatMap((finding) => (finding.code === code && finding.row !== null ? [finding.row] : []));
    const named = rows.slice(0, namedRows).join(", ") + (count > namedRows ? " …" : "");
    return `  ${t(`tape.code.${code}`)}: ${formatNumber(count)}${rows.length === 0 ? "" : ` (${t("command.table.inRows", { rows: named })})`}`;
  });
}

type Row = readonly [label: string, text: (one: CaseResult) => string];

/** What the horizon leaves out of every other line. */
function beyondRows([first]: readonly CaseResult[], t: CommandTexts): Row[] {
  if (first === undefined || first.beyondHorizon === null) return [];
  const money = (fen: number | undefined) => formatMoney(fen ?? null, "wanYuan");
  return [
    [t("command.table.beyond", { month: first.beyondHorizon.lastMonth }), (one) => money(one.beyondHorizon?.receiptsFen)],
    [t("command.table.beyondBid"), (one) => money(one.beyondHorizon?.bidFen)],
  ];
}

function measureLines(cases: readonly CaseResult[], unit: string, t: CommandTexts): string[] {
  const money = (fen: number) => formatMoney(fen, "wanYuan");
  const rows: readonly Row[] = [
    [unit, (one) => t(`code.caseName.${one.caseName}`)],
    [t("pricing.measure.hurdleRate"), (one) => formatRate(one.hurdleRate)],
    [t("pricing.measure.grossRecovery"), (one) => money(one.grossRecoveryFen)],
    [t("pricing.measure.costs"), (one) => money(one.costsFen)],
    [t("pricing.measure.netCashFlow"), (one) => money(one.netCashFlowFen)],
    [t("pricing.measure.maxBid"), (one) => formatPrice(one.maxBidFen, "wanYuan", t("bidRemark.noneShort"))],
    [t("pricing.measure.priceToPrincipal"), (one) => formatPriceRatio(one.atMaxBid.priceToPrincipal)],
    [t("pricing.measure.priceToClaim"), (one) => formatPriceRatio(one.atMaxBid.priceToClaim)],
    ...recoveryRoutesOf(cases).map(
      (route): Row => [
        t("command.table.routes", { route: t(`pricing.measure.route.${route}`) }),
        ({ routes }) => formatRate(routes.find((one) => one.route === route)?.share ?? null),
      ],
    ),
    ...beyondRows(cases, t),
    [t("command.table.irrAtBid"), (one) => irrText(one.atBidPrice.irr, t)],
    [t("command.table.moicAtBid"), (one) => formatMultiple(one.atBidPrice.moic)],
    [t("command.table.walAtBid"), (one) => formatNumber(one.atBidPrice.walYears, 2)],
    [t("command.table.paybackAtBid"), (one) => formatNumber(one.atBidPrice.paybackMonths)],
  ];
  const cells = rows.map(([label, text]) => [label, ...cases.map(text)]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => columnsOf(row[column] ?? ""))));
  return cells.map((row) => row.map((text, column) => padded(text, widths[column] ?? 0, column > 0)).join("  "));
}

function irrText(irr: Irr, t: CommandTexts): string {
  if (irr.kind === "one") return formatRate(irr.rate);
  return irr.kind === "none" ? t("pricing.irr.none") : t("pricing.irr.several", { rates: irr.rates.map((rate) => formatRate(rate)).join(" / ") });
}

function padded(text: string, width: number, isRight: boolean): string {
  const gap = " ".repeat(Math.max(0, width - columnsOf(text)));
  return isRight ? gap + text : text + gap;
}

/** Chinese signs take two columns of a terminal. */
function columnsOf(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + (sign > "\u2e7f" ? 2 : 1), 0);
}
