import { createInstance, type TFunction } from "i18next";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { traceTexts } from "../../../renderer/traces/trace-texts.ts";
import type { DealModel } from "../../../shared/contract/assumption-channels.ts";
import { assumptionGroups } from "../../../shared/domain/assumptions.ts";
import type { CaseName, Language } from "../../../shared/domain/codes.ts";
import type { Figure, FigureLine, FigureTrace } from "../../../shared/domain/figure-trace.ts";
import type { PricingResult } from "../../../shared/domain/pricing-results.ts";
import { formatMoney, formatRate } from "../../../shared/format.ts";
import { flattenTexts } from "../../../shared/locales/flatten-texts.ts";
import { en, type TextKey, zh } from "../../../shared/locales/texts.ts";
import { openTestDesk, type TestDesk } from "./test-desk.ts";

/**
 * The bids of the sample package, explained for a reviewer's eyes in test/fixtures/golden. Refresh the files with
 * `vitest run --config test/checks/vitest.config.ts --project integration golden-bids --update` and read what changed.
 */
let desk: TestDesk;
let dealId: number;
let model: DealModel;
let result: PricingResult;

beforeAll(async () => {
  desk = openTestDesk();
  dealId = (await desk.deals.openSample()).id;
  model = await desk.assumptions.model(dealId);
  result = await desk.pricing.price(dealId, model);
});
afterAll(() => desk.close());

const words = {
  zh: { title: "示例资产包报价及其依据（元）", assumptions: "假设与来源", loans: "现值最大的十笔" },
  en: {
    title: "Bids of the sample package and how they come about (yuan)",
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

describe("the golden file of the sample package", () => {
  it.each(["zh", "en"] as const)("says in %s how each bid comes about", async (language) => {
    const t = await textsOf(language);
    const { title, assumptions } = words[language];
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
      ...assumptionGroups.map((group) => sourceText(group, language, t)),
    ];
    for (const { caseName, maxBidFen, atMaxBid } of result.cases) {
      text.push("", `## ${t(`code.caseName.${caseName}`)}: ${t("figure.maxBid")} ${money(maxBidFen)}`, "");
      text.push(
        `${t("pricing.measure.priceToPrincipal")} ${formatRate(atMaxBid.priceToPrincipal)}, ${t("pricing.measure.priceToClaim")} ${formatRate(atMaxBid.priceToClaim)}`,
        "",
      );
      text.push(...(await chainOf(caseName, language, t)));
    }
    await expect(`${text.join("\n")}\n`).toMatchFileSnapshot(`../../fixtures/golden/sample-bids-${language}.md`);
  });
});

function sourceText(group: (typeof assumptionGroups)[number], language: Language, t: TFunction): string {
  const { sourceZh, sourceEn, asOf, sourced } = model.sources[group];
  return `- ${t(`pricing.group.${group}`)} (${t(sourced ? "pricing.source.sourced" : "pricing.source.judgement")}, ${asOf}): ${language === "zh" ? sourceZh : sourceEn}`;
}

/** Price ← present value ← years ← segments, then the largest loans with their routes. */
async function chainOf(caseName: CaseName, language: Language, t: TFunction): Promise<string[]> {
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

describe("every figure of the sample package", () => {
  it.each(["low", "base", "high"] as const)("opens level by level in the %s case and adds up to the fen", async (caseName) => {
    const names = [
      "maxBid",
      "presentValue",
      "grossRecovery",
      "collateralRecovery",
      "guarantorRecovery",
      "cashRecovery",
      "costs",
      "netCashFlow",
      "profit",
    ] as const;
    for (const name of names) {
      const figure: Figure = { name, price: "bidPrice", months: null, loanId: null };
      let path: string[] = [];
      for (;;) {
        const { line, lines } = await desk.figures.explain(dealId, { caseName, figure, path });
        const adding = lines.filter(({ adds }) => adds);
        const total = adding.length === 0 ? line.amountFen : adding.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0);
        expect([name, ...path, total]).toEqual([name, ...path, line.amountFen]);
        const next = lines.find(({ opens }) => opens);
        if (next === undefined || path.length > 9) break;
        path = [...path, next.id];
      }
    }
  });

  it("names a loan's line by contract and debtor", async () => {
    const figure: Figure = { name: "collateralRecovery", price: "bidPrice", months: null, loanId: null };
    const { lines } = await desk.figures.explain(dealId, { caseName: "base", figure, path: ["year:24", "segment:corporateSecured"] });
    expect(lines[0]?.values["contractNo"]).toMatch(/第\d+号/);
    await expect(
      desk.figures.explain(dealId, { caseName: "base", figure: { ...figure, name: "allocation", loanId: 999_999 }, path: [] }),
    ).rejects.toMatchObject({
      code: "pricing.loanNotFound",
    });
    await expect(desk.figures.explain(dealId, { caseName: "base", figure, path: ["nowhere"] })).rejects.toMatchObject({ code: "pricing.badInput" });
  });
});
