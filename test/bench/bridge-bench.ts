import { defaultAssumptionSet } from "../../main/assumptions/default-assumptions.ts";
import { bridgeBids } from "../../main/engine/bridge/bid-bridge.ts";
import type { PackageColumns } from "../../main/engine/engine-types.ts";
import { bridgeCauses } from "../../shared/domain/bid-bridge.ts";
import { litigationStages } from "../../shared/domain/codes.ts";
import { drawPackage, numbersFrom } from "./drawn-package.ts";

/**
 * The bridge between two states of a drawn package: `bridge-bench.ts LOANS [SHARE]` prints a line per set of edits. SHARE of the
 * loans changed in one to three causes, 2 % came and 2 % went; then the same with another hurdle; then every loan changed
 * in all causes at once. One thread.
 */
const [size = "465", share = "0.3"] = process.argv.slice(2);
const loanCount = Number(size);

const perCause = [
  (columns: PackageColumns, loan: number) => (columns.upb[loan] = (columns.upb[loan] ?? 0) * 0.97),
  (columns: PackageColumns, loan: number) => {
    for (let item = columns.collateralStart[loan] ?? 0; item < (columns.collateralStart[loan + 1] ?? 0); item++)
      columns.appraisal[item] = (columns.appraisal[item] ?? 0) * 0.9;
  },
  (columns: PackageColumns, loan: number) => (columns.stage[loan] = ((columns.stage[loan] ?? 0) + 1) % litigationStages.length),
  (columns: PackageColumns, loan: number) => (columns.guarantorUnnamed[loan] = 1),
  (columns: PackageColumns, loan: number) => (columns.debtorCondition[loan] = 2),
];

/** A copy of a package in which `share` of the loans changed; `isAll` changes each in every cause. */
function editPackage(columns: PackageColumns, part: number, isAll: boolean): PackageColumns {
  const draw = numbersFrom(7);
  const copy = structuredClone(columns);
  for (let loan = 0; loan < loanCount; loan++) {
    if (!isAll && draw() >= part) continue;
    const count = isAll ? perCause.length : 1 + Math.floor(draw() * 3);
    for (let at = 0; at < count; at++) perCause[isAll ? at : Math.floor(draw() * perCause.length)]?.(copy, loan);
  }
  return copy;
}

/** Places of loans of which 2 % went and 2 % came: rows are taken for others. */
function matchOf(goes: number) {
  const from: number[] = [];
  const to: number[] = [];
  for (let loan = 0; loan < loanCount; loan++) {
    const isOther = goes > 0 && loan % Math.round(1 / goes) === 0;
    from.push(loan);
    to.push(isOther ? -1 : loan);
    if (!isOther) continue;
    from.push(-1);
    to.push(loan);
  }
  return { from: Int32Array.from(from), to: Int32Array.from(to) };
}

const { assumptions, cases } = defaultAssumptionSet;
const columns = drawPackage(loanCount);
const dearer = { ...assumptions, hurdleRate: assumptions.hurdleRate + 0.01 };

function measure(name: string, after: PackageColumns, terms: typeof assumptions, goes: number): void {
  const started = performance.now();
  const bridge = bridgeBids({ columns, assumptions, cases }, { columns: after, assumptions: terms, cases }, matchOf(goes));
  const seconds = (performance.now() - started) / 1000;
  const parts = bridge.causes.map(({ cause, moves }) => `${cause} ${moves.base}`).join(", ");
  const total = bridge.causes.reduce((sum, { moves }) => sum + moves.base, bridge.from.base);
  process.stdout.write(
    `${JSON.stringify({
      name,
      loanCount,
      seconds: Number(seconds.toFixed(3)),
      mb: Math.round(process.memoryUsage().rss / 1e6),
      addsUp: total === bridge.to.base,
      parts,
    })}\n`,
  );
}

if (bridgeCauses.length > 16) throw new Error("causes no longer fit a set of 16 bits");
const edited = editPackage(columns, Number(share), false);
measure("edits", edited, assumptions, 0.02);
measure("edits", edited, assumptions, 0.02);
measure("edits and hurdle", edited, dearer, 0.02);
measure("all at once", editPackage(columns, 1, true), dearer, 0.02);
