import { completeColumns } from "../../main/engine/checks/complete-columns.ts";
import type { PackageColumns } from "../../main/engine/engine-types.ts";
import { litigationStages } from "../../shared/domain/codes.ts";

/** Uniform numbers that a seed decides (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), 61 | bits);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Two thirds have one item, a tenth of those an asset with their neighbour; a third has a guarantor with a cap; debtors have three loans. */
export function drawPackage(loanCount: number): PackageColumns {
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

/** So many loans with so many items each of different kinds, without guarantors. */
export function loansWithItems(loanCount: number, count: number): PackageColumns {
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
