import { defaultAssumptionSet } from "../../main/assumptions/default-assumptions.ts";
import { pricePackage } from "../../main/engine/price-package.ts";
import { warmEngine } from "../../main/pricing/warm-engine.ts";
import { drawPackage, loansWithItems } from "./drawn-package.ts";

/**
 * From an edit of the hurdle to the bid: `price-bench.ts LOANS HORIZON REPS [ITEMS]` prints the median of warm pricings of the three
 * cases on one thread, and of the processor time that they took. The package is that of the bridge's benchmark; with ITEMS, one of loans with so many items each of
 * different kinds, without guarantors.
 */
const [size = "20000", horizon = "84", reps = "15", items = ""] = process.argv.slice(2);
const loanCount = Number(size);

const { assumptions, cases } = defaultAssumptionSet;
const columns = items === "" ? drawPackage(loanCount) : loansWithItems(loanCount, Number(items));
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
