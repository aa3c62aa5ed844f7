import { actionEn } from "./en/action-en.ts";
import { bidRemarkEn } from "./en/bid-remark-en.ts";
import { chartEn } from "./en/chart-en.ts";
import { codesEn } from "./en/codes-en.ts";
import { commandEn } from "./en/command-en.ts";
import { dealEn } from "./en/deal-en.ts";
import { deskEn } from "./en/desk-en.ts";
import { dropEn } from "./en/drop-en.ts";
import { engineFieldEn, engineReasonEn, engineRefusalEn } from "./en/engine-en.ts";
import { errorsEn } from "./en/errors-en.ts";
import { figureEn } from "./en/figure-en.ts";
import { financingEn } from "./en/financing-en.ts";
import { helpEn } from "./en/help-en.ts";
import { journalEn } from "./en/journal-en.ts";
import { layoutEn } from "./en/layout-en.ts";
import { loanFactsEn } from "./en/loan-facts-en.ts";
import { marketEn } from "./en/market-en.ts";
import { memoEn, memoErrorsEn } from "./en/memo-en.ts";
import { pricingEn } from "./en/pricing-en.ts";
import { recoveryEn } from "./en/recovery-en.ts";
import { marketCheckEn, setOfDealEn } from "./en/retail-en.ts";
import { runEn } from "./en/run-en.ts";
import { scenarioEn } from "./en/scenario-en.ts";
import { simulationEn } from "./en/simulation-en.ts";
import { tapeEn } from "./en/tape-en.ts";
import { fieldCodesEn, tapeFieldsEn } from "./en/tape-fields-en.ts";
import { traceEn } from "./en/trace-en.ts";
import { typedEn, unusualEn } from "./en/typed-en.ts";
import { type FlatKeys, flattenTexts, type SameKeys } from "./flatten-texts.ts";
import { actionZh } from "./zh/action-zh.ts";
import { bidRemarkZh } from "./zh/bid-remark-zh.ts";
import { chartZh } from "./zh/chart-zh.ts";
import { codesZh } from "./zh/codes-zh.ts";
import { commandZh } from "./zh/command-zh.ts";
import { dealZh } from "./zh/deal-zh.ts";
import { deskZh } from "./zh/desk-zh.ts";
import { dropZh } from "./zh/drop-zh.ts";
import { engineFieldZh, engineReasonZh, engineRefusalZh } from "./zh/engine-zh.ts";
import { errorsZh } from "./zh/errors-zh.ts";
import { figureZh } from "./zh/figure-zh.ts";
import { financingZh } from "./zh/financing-zh.ts";
import { helpZh } from "./zh/help-zh.ts";
import { journalZh } from "./zh/journal-zh.ts";
import { layoutZh } from "./zh/layout-zh.ts";
import { loanFactsZh } from "./zh/loan-facts-zh.ts";
import { marketZh } from "./zh/market-zh.ts";
import { memoErrorsZh, memoZh } from "./zh/memo-zh.ts";
import { pricingZh } from "./zh/pricing-zh.ts";
import { recoveryZh } from "./zh/recovery-zh.ts";
import { marketCheckZh, setOfDealZh } from "./zh/retail-zh.ts";
import { runZh } from "./zh/run-zh.ts";
import { scenarioZh } from "./zh/scenario-zh.ts";
import { simulationZh } from "./zh/simulation-zh.ts";
import { fieldCodesZh, tapeFieldsZh } from "./zh/tape-fields-zh.ts";
import { tapeZh } from "./zh/tape-zh.ts";
import { traceZh } from "./zh/trace-zh.ts";
import { typedZh, unusualZh } from "./zh/typed-zh.ts";

/** All texts in Chinese; what the other languages must match key by key. */
export const zh = {
  action: actionZh,
  drop: dropZh,
  ...deskZh,
  bidRemark: bidRemarkZh,
  code: { ...codesZh, ...fieldCodesZh },
  command: commandZh,
  ...dealZh,
  engineField: engineFieldZh,
  engineReason: engineReasonZh,
  engineRefusal: engineRefusalZh,
  error: errorsZh,
  figure: figureZh,
  financing: financingZh,
  help: helpZh,
  layout: layoutZh,
  ...journalZh,
  chart: chartZh,
  loanFacts: loanFactsZh,
  ...marketZh,
  marketCheck: marketCheckZh,
  memo: memoZh,
  ...memoErrorsZh,
  ...pricingZh,
  ...recoveryZh,
  ...runZh,
  ...scenarioZh,
  setOfDeal: setOfDealZh,
  ...simulationZh,
  tape: tapeFieldsZh,
  ...tapeZh,
  trace: traceZh,
  typed: typedZh,
  unusual: unusualZh,
};

/** All texts in English. */
export const en: SameKeys<typeof zh> = {
  action: actionEn,
  drop: dropEn,
  ...deskEn,
  bidRemark: bidRemarkEn,
  code: { ...codesEn, ...fieldCodesEn },
  command: commandEn,
  ...dealEn,
  engineField: engineFieldEn,
  engineReason: engineReasonEn,
  engineRefusal: engineRefusalEn,
  error: errorsEn,
  figure: figureEn,
  financing: financingEn,
  help: helpEn,
  layout: layoutEn,
  ...journalEn,
  chart: chartEn,
  loanFacts: loanFactsEn,
  ...marketEn,
  marketCheck: marketCheckEn,
  memo: memoEn,
  ...memoErrorsEn,
  ...pricingEn,
  ...recoveryEn,
  ...runEn,
  ...scenarioEn,
  setOfDeal: setOfDealEn,
  ...simulationEn,
  tape: tapeFieldsEn,
  ...tapeEn,
  trace: traceEn,
  typed: typedEn,
  unusual: unusualEn,
};

/** Keys of all texts, flat: "deals.title". */
export type TextKey = FlatKeys<typeof zh>;

/** All texts by their keys. */
export const flatTexts = { zh: flattenTexts(zh), en: flattenTexts(en) };

/** Whether there is a text for a key that comes with data. */
export const isTextKey = (key: string): key is TextKey => Object.hasOwn(flatTexts.zh, key);
