import type { CaseName } from "../../../shared/domain/codes.ts";
import type { Irr } from "../../../shared/domain/pricing-results.ts";
import { planCase } from "../../engine/plan/case-plan.ts";
import { returnsAtPrice } from "../../engine/pool/price-measures.ts";
import type { TwinSource } from "./twin-source.ts";

/** A certified rate of return; NaN where there is none, or more than one. */
export const certified = (irr: Irr | undefined): number => (irr?.kind === "one" ? irr.rate : Number.NaN);

/** Prices of the grid as shares of the bid. */
export const gridRatios: readonly number[] = [0.8, 0.9, 1, 1.1, 1.2];

/** Certified rates of return at the prices of the grid. */
export function gridRates({ assumptions, cases, output }: TwinSource, caseName: CaseName): readonly number[] {
  const plan = planCase({ assumptions, shifts: cases[caseName] });
  const net = output.result.cases.find((one) => one.caseName === caseName)?.flows.net ?? [];
  return gridRatios.map((ratio) => certified(returnsAtPrice(net, (ratio * output.result.bidPriceFen) / 100, plan).irr));
}

/** A sheet's IRR, which finds the root that its guess is near: the app's certified one, else it looks from the hurdle on. */
export const irrFrom = (flows: string, rate: string, hurdle: string): string =>
  `IFERROR((1+IRR(${flows},(1+IF(${rate}="",${hurdle},${rate}))^(1/12)-1))^12-1,"")`;
