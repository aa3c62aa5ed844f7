import { defaultAssumptionSet } from "../../main/assumptions/default-assumptions.ts";
import { completeColumns } from "../../main/engine/checks/complete-columns.ts";
import type { PackageColumns } from "../../main/engine/engine-types.ts";
import { pricePackage } from "../../main/engine/price-package.ts";
import { warmEngine } from "../../main/pricing/warm-engine.ts";
import { litigationStages } from "../../shared/domain/codes.ts";
import { drawPackage, numbersFrom } from "./drawn-package.ts";

/**
 * From an edit of the hurdle to the bid: `price-bench.ts LOANS HORIZON REPS [ITEMS]` prints the median of warm pricings of the three
 * cases on one thread, and of the processor time that they took. The package is that of the bridge's benchmark; with ITEMS, one of loans with so many items each of
 * different kinds, without guarantors.
 */
const [size = "20000", horizon = "84", reps = "15", items = ""] = process.argv.slice(2);
const loanCount = Number(size);

function loansWithItems(count: number): PackageColumns {
  const draw = numbersFrom(12);
  const some = (length: number, make: () => number) => Float64Array.from({ length }, make);
  return completeColumns({
    loanCount,
    upb: some(loanCount, () => Math.round(draw() * 3e7)),
    interest: some(loanCount, () => Math.round(draw() * 5e6)),
    fees: new Float64Array(loanCount),
    segment: new Uint8Array(loanCount),
    stage: Uint8Array.from({ length: loanCount }, () => Math.floor(draw() * litigationStages.length)),
    fillMask: new Uint32Array(loanCount),
    collateralStart: Uint32Array.from({ length: loanCount + 1 }, (_, loan) => loan * count),
    appraisal: some(loanCount * count, () => Math.round((draw() * 4e7) / count)),
    collateralKind: Uint8Array.from({ length: loanCount * count }, (_, item) => item % 5),
    lienRank: new Uint8Array(loanCount * count).fill(1),
    seniorClaims: new Float64Array(loanCount * count),
    securedCap: new Float64Array(loanCount * count).fill(Number.NaN),
  });
}

const { assumptions, cases } = defaultAssumptionSet;
const columns = items === "" ? drawPackage(loanCount) : loansWithItems(Number(items));
warmEngine(defaultAssumptionSet);
const ms: number[] = [];
const cpuMs: number[] = [];
let bidFen = 0;
for (let rep = 0; rep <= Number(reps); rep++) {
  const edited = { ...assumptions, horizonMonths: Number(horizon), hurdleRate: assumptions.hurdleRate + rep / 1e4 };
  const [started, used] = [performance.now(), process.cpuUsage()];
  const { result } = pricePackage({ columns, assumptions: edited, cases, bidPriceFen: null, debtorCount: 0 }, undefined, "whereAtHand");
  // The first makes the package's classes and rows.
  const { user, system } = process.cpuUsage(used);
  if (rep > 0) ms.push(performance.now() - started);
  if (rep > 0) cpuMs.push((user + system) / 1000);
  bidFen = result.bidPriceFen;
}
const rounded = (value: number | undefined) => Number((value ?? 0).toFixed(2));
const medianOf = (list: readonly number[]) => rounded(list.toSorted((one, other) => one - other)[Math.floor(list.length / 2)]);
const figures = { loanCount, horizonMonths: Number(horizon), median: medianOf(ms), cpu: medianOf(cpuMs), fastest: rounded(Math.min(...ms)), bidFen };
process.stdout.write(`${JSON.stringify(figures)}\n`);
