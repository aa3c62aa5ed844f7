import { actionEn } from "./en/action-en.ts";
import { approvalEn } from "./en/approval-en.ts";
import { bidEn } from "./en/bid-en.ts";
import { bidRemarkEn } from "./en/bid-remark-en.ts";
import { bridgeEn } from "./en/bridge-en.ts";
import { calendarEn } from "./en/calendar-en.ts";
import { chartEn } from "./en/chart-en.ts";
import { codesEn } from "./en/codes-en.ts";
import { commandEn } from "./en/command-en.ts";
import { companyEn } from "./en/company-en.ts";
import { dealEn } from "./en/deal-en.ts";
import { debtorEn } from "./en/debtor-en.ts";
import { deskEn } from "./en/desk-en.ts";
import { dictionaryEn } from "./en/dictionary-en.ts";
import { diligenceEn } from "./en/diligence-en.ts";
import { dossierEn } from "./en/dossier-en.ts";
import { dropEn } from "./en/drop-en.ts";
import { engineFieldEn, engineReasonEn, engineRefusalEn } from "./en/engine-en.ts";
import { errorsEn } from "./en/errors-en.ts";
import { exportEn } from "./en/export-en.ts";
import { figureEn } from "./en/figure-en.ts";
import { financingEn } from "./en/financing-en.ts";
import { helpEn } from "./en/help-en.ts";
import { journalEn } from "./en/journal-en.ts";
import { layoutEn } from "./en/layout-en.ts";
import { loanFactsEn } from "./en/loan-facts-en.ts";
import { marketEn } from "./en/market-en.ts";
import { memoEn, memoErrorsEn } from "./en/memo-en.ts";
import { noticeEn } from "./en/notice-en.ts";
import { peopleEn } from "./en/people-en.ts";
import { portfolioEn } from "./en/portfolio-en.ts";
import { pricingEn } from "./en/pricing-en.ts";
import { programEn } from "./en/program-en.ts";
import { qualityEn } from "./en/quality-en.ts";
import { recoveryEn } from "./en/recovery-en.ts";
import { marketCheckEn, setOfDealEn } from "./en/retail-en.ts";
import { runEn } from "./en/run-en.ts";
import { safekeepingEn } from "./en/safekeeping-en.ts";
import { scenarioEn } from "./en/scenario-en.ts";
import { sheetEn } from "./en/sheet-en.ts";
import { simulationEn } from "./en/simulation-en.ts";
import { strataEn } from "./en/strata-en.ts";
import { tapeEn } from "./en/tape-en.ts";
import { fieldCodesEn, tapeFieldsEn } from "./en/tape-fields-en.ts";
import { gridEn, tapeSheetEn } from "./en/tape-sheet-en.ts";
import { traceEn } from "./en/trace-en.ts";
import { twinEn } from "./en/twin-en.ts";
import { typedEn, unusualEn } from "./en/typed-en.ts";
import { versionEn, versionErrorsEn } from "./en/version-en.ts";
import { type FlatKeys, flattenTexts, type SameKeys } from "./flatten-texts.ts";
import { actionZh } from "./zh/action-zh.ts";
import { approvalZh } from "./zh/approval-zh.ts";
import { bidRemarkZh } from "./zh/bid-remark-zh.ts";
import { bidZh } from "./zh/bid-zh.ts";
import { bridgeZh } from "./zh/bridge-zh.ts";
import { calendarZh } from "./zh/calendar-zh.ts";
import { chartZh } from "./zh/chart-zh.ts";
import { codesZh } from "./zh/codes-zh.ts";
import { commandZh } from "./zh/command-zh.ts";
import { companyZh } from "./zh/company-zh.ts";
import { dealZh } from "./zh/deal-zh.ts";
import { debtorZh } from "./zh/debtor-zh.ts";
import { deskZh } from "./zh/desk-zh.ts";
import { dictionaryZh } from "./zh/dictionary-zh.ts";
import { diligenceZh } from "./zh/diligence-zh.ts";
import { dossierZh } from "./zh/dossier-zh.ts";
import { dropZh } from "./zh/drop-zh.ts";
import { engineFieldZh, engineReasonZh, engineRefusalZh } from "./zh/engine-zh.ts";
import { errorsZh } from "./zh/errors-zh.ts";
import { exportZh } from "./zh/export-zh.ts";
import { figureZh } from "./zh/figure-zh.ts";
import { financingZh } from "./zh/financing-zh.ts";
import { helpZh } from "./zh/help-zh.ts";
import { journalZh } from "./zh/journal-zh.ts";
import { layoutZh } from "./zh/layout-zh.ts";
import { loanFactsZh } from "./zh/loan-facts-zh.ts";
import { marketZh } from "./zh/market-zh.ts";
import { memoErrorsZh, memoZh } from "./zh/memo-zh.ts";
import { noticeZh } from "./zh/notice-zh.ts";
import { peopleZh } from "./zh/people-zh.ts";
import { portfolioZh } from "./zh/portfolio-zh.ts";
import { pricingZh } from "./zh/pricing-zh.ts";
import { programZh } from "./zh/program-zh.ts";
import { qualityZh } from "./zh/quality-zh.ts";
import { recoveryZh } from "./zh/recovery-zh.ts";
import { marketCheckZh, setOfDealZh } from "./zh/retail-zh.ts";
import { runZh } from "./zh/run-zh.ts";
import { safekeepingZh } from "./zh/safekeeping-zh.ts";
import { scenarioZh } from "./zh/scenario-zh.ts";
import { sheetZh } from "./zh/sheet-zh.ts";
import { simulationZh } from "./zh/simulation-zh.ts";
import { strataZh } from "./zh/strata-zh.ts";
import { fieldCodesZh, tapeFieldsZh } from "./zh/tape-fields-zh.ts";
import { gridZh, tapeSheetZh } from "./zh/tape-sheet-zh.ts";
import { tapeZh } from "./zh/tape-zh.ts";
import { traceZh } from "./zh/trace-zh.ts";
import { twinZh } from "./zh/twin-zh.ts";
import { typedZh, unusualZh } from "./zh/typed-zh.ts";
import { versionErrorsZh, versionZh } from "./zh/version-zh.ts";

/** All texts in Chinese; what the other languages must match key by key. */
export const zh = {
  action: actionZh,
  drop: dropZh,
  ...deskZh,
  bidRemark: bidRemarkZh,
  code: { ...codesZh, ...fieldCodesZh },
  command: commandZh,
  ...dealZh,
  ...dictionaryZh,
  ...debtorZh,
  ...diligenceZh,
  ...qualityZh,
  ...bidZh,
  ...calendarZh,
  ...portfolioZh,
  ...companyZh,
  engineField: engineFieldZh,
  engineReason: engineReasonZh,
  engineRefusal: engineRefusalZh,
  error: errorsZh,
  ...exportZh,
  figure: figureZh,
  financing: financingZh,
  grid: gridZh,
  help: helpZh,
  layout: layoutZh,
  ...journalZh,
  ...peopleZh,
  ...safekeepingZh,
  ...approvalZh,
  chart: chartZh,
  loanFacts: loanFactsZh,
  ...marketZh,
  marketCheck: marketCheckZh,
  memo: memoZh,
  ...memoErrorsZh,
  ...pricingZh,
  ...recoveryZh,
  ...runZh,
  ...bridgeZh,
  ...scenarioZh,
  setOfDeal: setOfDealZh,
  ...sheetZh,
  tapeSheet: tapeSheetZh,
  ...strataZh,
  ...noticeZh,
  ...programZh,
  ...simulationZh,
  tape: tapeFieldsZh,
  ...tapeZh,
  ...versionZh,
  ...versionErrorsZh,
  trace: traceZh,
  ...twinZh,
  ...dossierZh,
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
  ...dictionaryEn,
  ...debtorEn,
  ...diligenceEn,
  ...qualityEn,
  ...bidEn,
  ...calendarEn,
  ...portfolioEn,
  ...companyEn,
  engineField: engineFieldEn,
  engineReason: engineReasonEn,
  engineRefusal: engineRefusalEn,
  error: errorsEn,
  ...exportEn,
  figure: figureEn,
  financing: financingEn,
  grid: gridEn,
  help: helpEn,
  layout: layoutEn,
  ...journalEn,
  ...peopleEn,
  ...safekeepingEn,
  ...approvalEn,
  chart: chartEn,
  loanFacts: loanFactsEn,
  ...marketEn,
  marketCheck: marketCheckEn,
  memo: memoEn,
  ...memoErrorsEn,
  ...pricingEn,
  ...recoveryEn,
  ...runEn,
  ...bridgeEn,
  ...scenarioEn,
  setOfDeal: setOfDealEn,
  ...sheetEn,
  tapeSheet: tapeSheetEn,
  ...strataEn,
  ...noticeEn,
  ...programEn,
  ...simulationEn,
  tape: tapeFieldsEn,
  ...tapeEn,
  ...versionEn,
  ...versionErrorsEn,
  trace: traceEn,
  ...twinEn,
  ...dossierEn,
  typed: typedEn,
  unusual: unusualEn,
};

/** Keys of all texts, flat: "deals.title". */
export type TextKey = FlatKeys<typeof zh>;

/** All texts by their keys. */
export const flatTexts = { zh: flattenTexts(zh), en: flattenTexts(en) };

/** Whether there is a text for a key that comes with data. */
export const isTextKey = (key: string): key is TextKey => Object.hasOwn(flatTexts.zh, key);
