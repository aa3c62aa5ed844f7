import type { SameKeys } from "../flatten-texts.ts";
import type { zh } from "../zh/zh.ts";
import { codesEn } from "./codes-en.ts";
import { commandEn } from "./command-en.ts";
import { deskEn } from "./desk-en.ts";
import { engineFieldEn, engineReasonEn, engineRefusalEn } from "./engine-en.ts";
import { errorsEn } from "./errors-en.ts";
import { figureEn } from "./figure-en.ts";
import { financingEn } from "./financing-en.ts";
import { helpEn } from "./help-en.ts";
import { loanFactsEn } from "./loan-facts-en.ts";
import { memoEn } from "./memo-en.ts";
import { pricingEn } from "./pricing-en.ts";
import { routeEn } from "./route-en.ts";
import { scenarioEn } from "./scenario-en.ts";
import { simulationEn } from "./simulation-en.ts";
import { tapeEn } from "./tape-en.ts";
import { fieldCodesEn, tapeFieldsEn } from "./tape-fields-en.ts";
import { traceEn } from "./trace-en.ts";
import { typedEn, unusualEn } from "./typed-en.ts";

/** All texts in English. */
export const en: SameKeys<typeof zh> = {
  ...deskEn,
  code: { ...codesEn, ...fieldCodesEn },
  command: commandEn,
  engineField: engineFieldEn,
  engineReason: engineReasonEn,
  engineRefusal: engineRefusalEn,
  error: errorsEn,
  financing: financingEn,
  figure: figureEn,
  help: helpEn,
  loanFacts: loanFactsEn,
  memo: memoEn,
  pricing: { ...pricingEn, route: routeEn },
  ...scenarioEn,
  simulation: simulationEn,
  tape: tapeFieldsEn,
  ...tapeEn,
  trace: traceEn,
  typed: typedEn,
  unusual: unusualEn,
};
