import { createInstance, type TFunction } from "i18next";
import { traceTexts } from "../../../renderer/traces/trace-texts.ts";
import type { DealModel } from "../../../shared/contract/assumption-channels.ts";
import { assumptionGroups } from "../../../shared/domain/assumptions.ts";
import type { CaseName, Language } from "../../../shared/domain/codes.ts";
import type { Figure, FigureLine, FigureTrace } from "../../../shared/domain/figure-trace.ts";
import type { PricingResult } from "../../../shared/domain/pricing-results.ts";
import { formatMoney, formatRate } from "../../../shared/format.ts";
import { flattenTexts } from "../../../shared/locales/flatten-texts.ts";
import { en, type TextKey, zh } from "../../../shared/locales/texts.ts";
import type { TestDesk } from "./test-desk.ts";

/** A priced deal, for a reviewer's eyes. */
export interface GoldenDeal {
  readonly desk: TestDesk;
  readonly dealId: number;
  readonly model: DealModel;
  readonly result: PricingResult;
}

const words = {
  zh: { assumptions: "假设与来源", loans: "现值最大的十笔" },
  en: {
    assumptions: "Assumptions and their sources",
    loans: "The ten loans of the largest present value",
  },
} as const;
const maxBid: Figure = { name: "maxBid", price: "maxBid", months: null, loanId: null };
const topLoans = 10;

async function textsOf(language: Language): Promise<TFunction> {
  const i18n = createInstance();
  await i18n.init({
    lng: language,
    resources: { [language]: { translation: flattenTexts(language === "zh" ? zh : en) } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  return i18n.t;
}

const money = (fen: number | null) => formatMoney(fen, "yuan");
function lineText(line: FigureLine, depth: number, t: TFunction): string {
  const text = t(line.key as TextKey, traceTexts(line.values, "yuan", t));
  return `${"  ".repeat(depth)}- ${line.adds ? "+" : "·"} ${text}: ${money(line.amountFen)}`;
}

/** The bids of a deal and how each comes about. */
export async function goldenText({ desk, dealId, model, result }: GoldenDeal, title: string, language: Language): Promise<string> {
  const t = await textsOf(language);
  const { assumptions } = words[language];
  const { totals } = result;
  const text = [
    `# ${title}`,
    "",
    `- ${t("pricing.fact.loans")} ${totals.loans}, ${t("pricing.fact.debtors")} ${totals.debtors}, ${t("pricing.fact.collateral")} ${totals.collateralItems}`,
    `- ${t("figure.principal")} ${money(totals.upbFen)}, ${t("figure.claim")} ${money(totals.claimFen)}`,
    `- ${t("figure.bidPrice")} ${money(result.bidPriceFen)}`,
    "",
    `## ${assumptions}`,
    "",
    ...assumptionGroups.map((group) => sourceText(group, language, model, t)),
  ];
  for (const { caseName, maxBidFen, atMaxBid } of result.cases) {
    text.push("", `## ${t(`code.caseName.${caseName}`)}: ${t("figure.maxBid")} ${money(maxBidFen)}`, "");
    text.push(
      `${t("pricing.measure.priceToPrincipal")} ${formatRate(atMaxBid.priceToPrincipal)}, ${t("pricing.measure.priceToClaim")} ${formatRate(atMaxBid.priceToClaim)}`,
      "",
    );
    text.push(...(await chainOf(caseName, language, { desk, dealId }, t)));
  }
  return `${text.join("\n")}\n`;
}

function sourceText(group: (typeof assumptionGroups)[number], language: Language, model: DealModel, t: TFunction): string {
  const { sourceZh, sourceEn, asOf, sourced } = model.sources[group];
  return `- ${t(`pricing.group.${group}`)} (${t(sourced ? "pricing.source.sourced" : "pricing.source.judgement")}, ${asOf}): ${language === "zh" ? sourceZh : sourceEn}`;
}

/** Price ← present value ← years ← segments, then the largest loans with their routes. */
async function chainOf(caseName: CaseName, language: Language, { desk, dealId }: Pick<GoldenDeal, "desk" | "dealId">, t: TFunction): Promise<string[]> {
  const open = (...path: string[]): Promise<FigureTrace> => desk.figures.explain(dealId, { caseName, figure: maxBid, path });
  const text: string[] = [];
  for (const line of (await open()).lines) {
    text.push(lineText(line, 0, t));
    if (line.id !== "presentValue") continue;
    for (const year of (await open("presentValue")).lines) {
      text.push(lineText(year, 1, t));
      for (const segment of (await open("presentValue", year.id)).lines) text.push(lineText(segment, 2, t));
    }
  }
  text.push("", `### ${words[language].loans}`, "");
  const largest = await desk.pricing.loans(dealId, { caseName, offset: 0, limit: topLoans, sortBy: "presentValueFen", descending: true, search: "" });
  for (const { loanId, contractNo, debtorName, presentValueFen } of largest.rows) {
    text.push(`- ${contractNo} · ${debtorName}: ${money(presentValueFen)}`);
    const figure: Figure = { name: "allocation", price: "maxBid", months: null, loanId };
    const { lines } = await desk.figures.explain(dealId, { caseName, figure, path: ["wholeLoan"] });
    for (const route of lines) text.push(lineText(route, 1, t));
  }
  return text;
}
