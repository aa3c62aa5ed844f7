import { codesZh } from "./codes-zh.ts";
import { commandZh } from "./command-zh.ts";
import { deskZh } from "./desk-zh.ts";
import { engineFieldZh, engineReasonZh, engineRefusalZh } from "./engine-zh.ts";
import { errorsZh } from "./errors-zh.ts";
import { figureZh } from "./figure-zh.ts";
import { financingZh } from "./financing-zh.ts";
import { helpZh } from "./help-zh.ts";
import { loanFactsZh } from "./loan-facts-zh.ts";
import { memoZh } from "./memo-zh.ts";
import { pricingZh } from "./pricing-zh.ts";
import { routeZh } from "./route-zh.ts";
import { scenarioZh } from "./scenario-zh.ts";
import { simulationZh } from "./simulation-zh.ts";
import { fieldCodesZh, tapeFieldsZh } from "./tape-fields-zh.ts";
import { tapeZh } from "./tape-zh.ts";
import { traceZh } from "./trace-zh.ts";
import { typedZh, unusualZh } from "./typed-zh.ts";

/** All texts in Chinese; what the other languages must match key by key. */
export const zh = {
  ...deskZh,
  code: { ...codesZh, ...fieldCodesZh },
  command: commandZh,
  engineField: engineFieldZh,
  engineReason: engineReasonZh,
  engineRefusal: engineRefusalZh,
  error: errorsZh,
  financing: financingZh,
  figure: figureZh,
  help: helpZh,
  loanFacts: loanFactsZh,
  memo: memoZh,
  pricing: { ...pricingZh, route: routeZh },
  ...scenarioZh,
  simulation: simulationZh,
  tape: tapeFieldsZh,
  ...tapeZh,
  trace: traceZh,
  typed: typedZh,
  unusual: unusualZh,
};
