import { fenFromYuan } from "../../shared/money.ts";
import type { PackageColumns } from "../engine/engine-types.ts";
import { allocate } from "../engine/numbers/allocate.ts";
import { sharedColumn } from "../packages/loaded-package.ts";

/** What debtors have in assets, and who hangs together by one. */
export interface DebtorAssets {
  /** Whole fen; what several debtors share is parted by the claims that it secures. */
  readonly netCollateralFen: Float64Array;
  /** Of each debtor the first of those with whom it shares assets, itself where it shares none. */
  readonly linked: Uint32Array;
}

/** Paid before us, as the tape states it. */
const aheadColumns = ["seniorClaims", "landPremium", "homebuyerClaims", "priorityClaims", "wageClaims", "taxArrears"] as const;

/** An asset that several rows name. */
interface SharedAsset {
  appraisal: number;
  readonly ahead: number[];
  /** Claims that it secures, by debtor. */
  readonly claims: Map<number, number>;
}

const netYuan = (appraisal: number, ahead: readonly number[]) => Math.max(0, appraisal - ahead.reduce((sum, yuan) => sum + yuan, 0));

/** Numbers of assets that several rows may name: a million rows with an asset each need no record each. */
function sharedNumbers(asset: Uint32Array): ReadonlySet<number> {
  const numbers = new Set<number>();
  for (let item = 0; item < asset.length; item += 1) if (asset[item] !== item) numbers.add(asset[item] ?? 0);
  return numbers;
}

/** Debtors with something in common, each group named by its first. */
class Links {
  readonly first: Uint32Array;

  constructor(debtors: number) {
    this.first = sharedColumn.words(debtors);
    for (let at = 0; at < debtors; at += 1) this.first[at] = at;
  }

  of(at: number): number {
    let root = at;
    while (this.first[root] !== root) root = this.first[root] ?? root;
    this.first[at] = root;
    return root;
  }

  join(one: number, other: number): void {
    const [a, b] = [this.of(one), this.of(other)];
    this.first[Math.max(a, b)] = Math.min(a, b);
  }
}

/** Net value of each debtor's assets (抵押物评估净值): appraisals less what is stated as paid before us; and who shares any. */
export function assetsByDebtor(columns: PackageColumns, debtors: number): DebtorAssets {
  const { debtor, upb, interest, fees, collateralStart, asset, appraisal } = columns;
  const netCollateralFen = sharedColumn.numbers(debtors);
  const links = new Links(debtors);
  const give = (owner: number, fen: number) => {
    netCollateralFen[owner] = (netCollateralFen[owner] ?? 0) + fen;
  };
  const numbers = sharedNumbers(asset);
  const shared = new Map<number, SharedAsset>();
  for (let loan = 0; loan < debtor.length; loan += 1) {
    const owner = debtor[loan] ?? 0;
    const claim = (upb[loan] ?? 0) + (interest[loan] ?? 0) + (fees[loan] ?? 0);
    for (let item = collateralStart[loan] ?? 0; item < (collateralStart[loan + 1] ?? 0); item += 1) {
      // Not a number: not stated.
      const ahead = aheadColumns.map((name) => columns[name][item] || 0);
      const [number, value] = [asset[item] ?? 0, appraisal[item] ?? 0];
      if (numbers.has(number)) addRow(shared, number, { value, ahead, owner, claim });
      else give(owner, fenFromYuan(netYuan(value, ahead)));
    }
  }
  for (const { appraisal: value, ahead, claims } of shared.values()) {
    const owners = [...claims.keys()];
    const [first = 0] = owners;
    for (const owner of owners) links.join(first, owner);
    const weights = Float64Array.from(claims.values());
    const parts = allocate(fenFromYuan(netYuan(value, ahead)), weights, weights);
    owners.forEach((owner, at) => give(owner, parts[at] ?? 0));
  }
  for (let at = 0; at < debtors; at += 1) links.of(at);
  return { netCollateralFen, linked: links.first };
}

interface AssetRow {
  readonly value: number;
  readonly ahead: readonly number[];
  readonly owner: number;
  readonly claim: number;
}

/** Of several rows of one asset the highest appraisal and the highest claims ahead count. */
function addRow(shared: Map<number, SharedAsset>, number: number, { value, ahead, owner, claim }: AssetRow): void {
  const known = shared.get(number) ?? { appraisal: 0, ahead: aheadColumns.map(() => 0), claims: new Map<number, number>() };
  known.appraisal = Math.max(known.appraisal, value);
  ahead.forEach((yuan, at) => {
    known.ahead[at] = Math.max(known.ahead[at] ?? 0, yuan);
  });
  known.claims.set(owner, (known.claims.get(owner) ?? 0) + claim);
  shared.set(number, known);
}
