import { defaultAssumptionSet } from "../../main/assumptions/default-assumptions.ts";
import { alone } from "../../main/engine/kernel/pricing-kernel.ts";
import { planCase } from "../../main/engine/plan/case-plan.ts";
import { type PreparedPackage, preparePackage } from "../../main/engine/rows/prepared-package.ts";
import { priceLoans } from "../../main/engine/rows/price-loans.ts";
import { warmEngine } from "../../main/pricing/warm-engine.ts";
import { caseNames } from "../../shared/domain/codes.ts";
import { loansWithItems } from "./drawn-package.ts";

/**
 * Loans with several items against plain rows and against the full path, in one run: `items-bench.ts LOANS ITEMS PAIRS` prices as many loans in the
 * three cases by the kernel, by the full path, which the tests keep beside it, and with one item each, one after the other, and prints
 * medians of processor time and of the ratios of each round.
 */
const [size = 100_000, items = 3, pairs = 15] = process.argv.slice(2).map(Number);
const { assumptions, cases } = defaultAssumptionSet;
const shifts = caseNames.map((name) => cases[name]);

/** Processor time of one pricing of all loans, ms, and what they bring. */
function price(prepared: PreparedPackage): { readonly ms: number; readonly yuan: number } {
  const plans = shifts.map((one) => planCase({ assumptions, shifts: one, own: undefined }, prepared.classes));
  const before = process.cpuUsage();
  let yuan = 0;
  for (const plan of plans) for (const net of priceLoans(prepared, plan, "everything", alone).flows.net) yuan += net;
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, yuan };
}

warmEngine(defaultAssumptionSet);
const byKernel = preparePackage(loansWithItems(size, items), assumptions, shifts);
const byFullPath = { ...byKernel, items: null };
const plain = preparePackage(loansWithItems(size, 1), assumptions, shifts);
const rounds = [];
for (let round = 0; round <= pairs; round++) {
  const measured = { kernel: price(byKernel), fullPath: price(byFullPath), plain: price(plain) };
  if (Math.abs(measured.kernel.yuan - measured.fullPath.yuan) > 0.005) throw new Error("the kernel and the full path price differently");
  // The first warms what the engine's warming did not reach.
  if (round > 0) rounds.push(measured);
}
const medianOf = (list: readonly number[]) => Number((list.toSorted((one, other) => one - other)[Math.floor(list.length / 2)] ?? 0).toFixed(3));
const figures = {
  loans: size,
  items,
  pairs,
  kernelMs: medianOf(rounds.map(({ kernel }) => kernel.ms)),
  fullPathMs: medianOf(rounds.map(({ fullPath }) => fullPath.ms)),
  plainMs: medianOf(rounds.map(({ plain: one }) => one.ms)),
  ofFullPath: medianOf(rounds.map(({ kernel, fullPath }) => kernel.ms / fullPath.ms)),
  ofPlain: medianOf(rounds.map(({ kernel, plain: one }) => kernel.ms / one.ms)),
};
process.stdout.write(`${JSON.stringify(figures)}\n`);
