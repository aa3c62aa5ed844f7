import { defaultAssumptionSet } from "../../main/assumptions/default-assumptions.ts";
import { bridgeBids } from "../../main/engine/bridge/bid-bridge.ts";
import { completeColumns } from "../../main/engine/checks/complete-columns.ts";
import type { PackageColumns } from "../../main/engine/engine-types.ts";
import { bridgeCauses } from "../../shared/domain/bid-bridge.ts";
import { litigationStages } from "../../shared/domain/codes.ts";

/**
 * The bridge between two states of a drawn package: `bridge-bench.ts LOANS [SHARE]` prints a line per set of edits. SHARE of the
 * loans changed in one to three causes, 2 % came and 2 % went; then the same with another hurdle; then every loan changed
 * in all causes at once. One thread.
 */
const [size = "465", share = "0.3"] = process.argv.slice(2);
const loanCount = Number(size);

/** Uniform numbers that a seed decides (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), 61 | bits);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Two thirds have one item, a tenth of those an asset with their neighbour; a third has a guarantor with a cap; debtors have three loans. */
function drawPackage(): PackageColumns {
  const draw = numbersFrom(12);
  const list = (make: () => number) => Array.from({ length: loanCount }, make);
  const hasItem = list(draw).map((drawn) => drawn < 2 / 3);
  const hasGuarantor = list(draw).map((drawn) => drawn < 1 / 3);
  const starts = (has: readonly boolean[]) => {
    const start = new Uint32Array(loanCount + 1);
    has.forEach((one, loan) => {
      start[loan + 1] = (start[loan] ?? 0) + Number(one);
    });
    return start;
  };
  const items = hasItem.filter(Boolean).length;
  const guarantors = hasGuarantor.filter(Boolean).length;
  const some = (count: number, make: () => number) => Float64Array.from({ length: count }, make);
  return completeColumns({
    loanCount,
    upb: some(loanCount, () => Math.round(draw() * 3e7)),
    interest: some(loanCount, () => Math.round(draw() * 5e6)),
    fees: new Float64Array(loanCount),
    segment: Uint8Array.from(hasItem, (has) => (has ? 0 : 1)),
    stage: Uint8Array.from(hasItem, () => Math.floor(draw() * litigationStages.length)),
    fillMask: new Uint32Array(loanCount),
    collateralStart: starts(hasItem),
    appraisal: some(items, () => Math.round(draw() * 4e7)),
    collateralKind: Uint8Array.from({ length: items }, () => Math.floor(draw() * 5)),
    lienRank: Uint8Array.from({ length: items }, () => 1 + Math.floor(draw() * 2)),
    seniorClaims: some(items, () => (draw() < 0.2 ? Number.NaN : 0)),
    securedCap: some(items, () => (draw() < 0.3 ? 2e7 : Number.NaN)),
    asset: new Uint32Array(items).map((_, item) => (item > 0 && draw() < 0.1 ? item - 1 : item)),
    guarantorStart: starts(hasGuarantor),
    guarantorCap: some(guarantors, () => 1e7),
    debtor: new Uint32Array(loanCount).map((_, loan) => Math.floor(loan / 3)),
  });
}

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
const columns = drawPackage();
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
