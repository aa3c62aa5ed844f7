import { readFileSync } from "node:fs";
import { defaultAssumptionSet } from "../../main/assumptions/default-assumptions.ts";
import { completeColumns } from "../../main/engine/checks/complete-columns.ts";
import type { PackageColumns } from "../../main/engine/engine-types.ts";
import type { Assumptions, CaseShifts } from "../../shared/domain/assumptions.ts";
import { litigationStages } from "../../shared/domain/codes.ts";

/** Columns of the workload's tape (WORKLOAD.md), in the order of the file. */
const tapeColumns = ["upb", "accrued", "collateral", "haircut", "priorLiens", "recovery", "months", "legalRate", "cashRate", "cashDecay"] as const;
type Tape = Readonly<Record<(typeof tapeColumns)[number], Float64Array>>;

export const noShifts: CaseShifts = {
  collateralValueShift: 0,
  clearingProbabilityShift: 0,
  delayMonthsShift: 0,
  cashRecoveryShift: 0,
  costsShift: 0,
  hurdleRateShift: 0,
};

/** Share of the principal that the workload pays. */
export const WORKLOAD_PRICE_SHARE = 0.2;

/** Reads a tape: float64, little endian, column after column. */
function readTape(file: string): Tape {
  const bytes = readFileSync(file);
  const loanCount = bytes.byteLength / 8 / tapeColumns.length;
  const numbers = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  return Object.fromEntries(tapeColumns.map((name, index) => [name, numbers.subarray(index * loanCount, (index + 1) * loanCount)])) as Tape;
}

/** The workload's loans as a package: its haircut, probability, month, legal rate and cash curve are the desk's own estimates. */
export function workloadColumns(file: string): PackageColumns {
  const tape = readTape(file);
  const loanCount = tape.upb.length;
  const collateralStart = new Uint32Array(loanCount + 1);
  for (let loan = 0; loan < loanCount; loan++) collateralStart[loan + 1] = (collateralStart[loan] ?? 0) + ((tape.collateral[loan] ?? 0) > 0 ? 1 : 0);
  const itemCount = collateralStart[loanCount] ?? 0;
  return completeColumns({
    loanCount,
    upb: tape.upb,
    interest: tape.accrued,
    fees: new Float64Array(loanCount),
    segment: new Uint8Array(loanCount),
    stage: new Uint8Array(loanCount).fill(litigationStages.indexOf("inExecution")),
    fillMask: new Uint32Array(loanCount),
    collateralStart,
    appraisal: tape.collateral.filter((value) => value > 0),
    collateralKind: new Uint8Array(itemCount),
    lienRank: new Uint8Array(itemCount).fill(1),
    seniorClaims: tape.priorLiens.filter((_, loan) => (tape.collateral[loan] ?? 0) > 0),
    securedCap: new Float64Array(itemCount).fill(Number.NaN),
    estimates: {
      haircut: tape.haircut,
      realisationProbability: tape.recovery,
      monthsToCash: tape.months,
      collateralCostRate: tape.legalRate,
      firstMonthRate: tape.cashRate,
      monthlyDecay: tape.cashDecay,
    },
  });
}

/** MC of the workload: the copula on the event alone, prices independent of it, no delays and no cash factor. */
function workloadSimulation(plain: Assumptions["simulation"]): Assumptions["simulation"] {
  const all = <Keys extends string>(keys: Readonly<Record<Keys, number>>, value: number) =>
    Object.fromEntries(Object.keys(keys).map((key) => [key, value])) as Record<Keys, number>;
  return {
    ...plain,
    seed: 0x4e504c31,
    eventLoading: all(plain.eventLoading, 0.15),
    priceLoading: all(plain.priceLoading, 0),
    valueVolatility: all(plain.valueVolatility, 0.2),
    cashVolatility: all(plain.cashVolatility, 0),
    delay: { meanMonths: 0, spreadMonths: 0, loading: 0 },
  };
}

/** The workload's pool parameters; what it leaves out costs nothing. */
export function workloadAssumptions(): Assumptions {
  const { assumptions } = defaultAssumptionSet;
  const noFee = { slices: [{ upToYuan: null, rate: 0, fixedYuan: 0 }], capYuan: null };
  return {
    ...assumptions,
    horizonMonths: 84,
    hurdleRate: 0.12,
    closing: { closingMonth: 0, dealCostYuan: 0, dealCostRate: 0 },
    saleTaxes: [],
    collateral: { ...assumptions.collateral, annualGrowth: -0.02, sellerTaxRate: 0, saleCostRate: 0, auctionCommissionBorneShare: 0 },
    courtFees: { ...assumptions.courtFees, acceptance: noFee, preservation: noFee, enforcement: noFee },
    costs: {
      ...assumptions.costs,
      servicerRateCash: 0.1,
      servicerRateCollateral: 0,
      counselRateCollateral: 0,
      fileCostYuan: 0,
      fileCostMonth: 0,
      overheadYuanPerMonth: 0,
      overheadMonths: 0,
    },
    simulation: workloadSimulation(assumptions.simulation),
  };
}
