import type { PackageColumns } from "../engine-types.ts";
import { hasOwnEstimate } from "../plan/own-case.ts";
import type { AssumptionsOf, RowAssumptions } from "../plan/plan-types.ts";
import { paysByOrderOfSeizure } from "../recovery/debtor.ts";
import { isHeldBySeizure } from "../recovery/held-by-seizure.ts";
import { accruesToSale, isMaximumMortgage } from "../recovery/maximum-mortgage.ts";
import { type DebtorLinks, debtorLinks } from "./debtor-links.ts";

/**
 * Loans that must be worked out together (回收组): those joined by an asset that secures several of them or by a debtor
 * whose claims net (`debtorLinks`), and every other loan that one row cannot express (`isSeveralRows`), each in a group of
 * its own.
 *
 * An asset (资产) is what is sold once: the rows of collateral with the same number. Loans stand in rising order within
 * a group, assets by the number that the package gives them, those of a single loan first.
 */
export interface RecoveryGroups {
  readonly groupCount: number;
  /** [loan] its group; −1 where one row says everything. */
  readonly groupOf: Int32Array;
  /** Loans of group g: `loans[loanStart[g]] … loans[loanStart[g + 1] − 1]`; `slotOf` [loan] is its place among them. */
  readonly loanStart: Uint32Array;
  readonly loans: Uint32Array;
  readonly slotOf: Uint32Array;
  /** [place in `loans`] slot of the first loan of the same debtor. */
  readonly debtorSlot: Uint32Array;
  /** Assets of group g: `assetStart[g] … assetStart[g + 1] − 1`. */
  readonly assetStart: Uint32Array;
  /** Rows of asset a: `rows[rowStart[a]] … rows[rowStart[a + 1] − 1]`, with the loan of each. */
  readonly rowStart: Uint32Array;
  readonly rows: Uint32Array;
  readonly rowLoan: Uint32Array;
}

/** What decides the groups beside the package: who nets within a debtor. */
const decisive = ["priorities", "collateral", "interest", "validity", "horizonMonths"] as const satisfies readonly (keyof RowAssumptions)[];

const built = new WeakMap<PackageColumns, { readonly assumptions: RowAssumptions; readonly groups: RecoveryGroups }>();

/** Groups of a package, built once per package and assumptions. */
export function recoveryGroups(columns: PackageColumns, { assumptions }: AssumptionsOf): RecoveryGroups {
  const known = built.get(columns);
  const isSame = known !== undefined && decisive.every((group) => isAlike(known.assumptions[group], assumptions[group]));
  const groups = isSame ? known.groups : buildGroups(columns, { assumptions });
  if (known?.assumptions !== assumptions) built.set(columns, { assumptions, groups });
  return groups;
}

const isAlike = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);

function buildGroups(columns: PackageColumns, plan: AssumptionsOf): RecoveryGroups {
  const { loanCount } = columns;
  const links = debtorLinks(columns, plan);
  const root = joinLoans(columns, links);
  const groupOf = new Int32Array(loanCount).fill(-1);
  let groupCount = 0;
  // A root is the smallest loan of its group, so groups are numbered by their first loan.
  for (let loan = 0; loan < loanCount; loan++) {
    const first = root === null ? loan : findRoot(root, loan);
    if (first !== loan) {
      if (groupOf[first] === -1) groupOf[first] = groupCount++;
      groupOf[loan] = groupOf[first];
    } else if (links?.nets[loan] === 1 || isSeveralRows(columns, loan, plan)) groupOf[loan] = groupCount++;
  }
  const { start: loanStart, members: loans } = membersByGroup(groupOf, groupCount);
  const slotOf = new Uint32Array(loanCount);
  for (let group = 0; group < groupCount; group++) {
    const begin = loanStart[group];
    for (let at = begin; at < loanStart[group + 1]; at++) slotOf[loans[at]] = at - begin;
  }
  const debtorSlot = debtorSlots(columns, groupCount, loanStart, loans);
  return { groupCount, groupOf, loanStart, loans, slotOf, debtorSlot, ...collectAssets(columns, groupCount, loanStart, loans) };
}

function debtorSlots({ debtor }: PackageColumns, groupCount: number, loanStart: Uint32Array, loans: Uint32Array): Uint32Array {
  const slots = new Uint32Array(loans.length);
  const first = new Map<number, number>();
  for (let group = 0; group < groupCount; group++) {
    first.clear();
    for (let at = loanStart[group]; at < loanStart[group + 1]; at++) {
      const known = first.get(debtor[loans[at]]) ?? at - loanStart[group];
      first.set(debtor[loans[at]], known);
      slots[at] = known;
    }
  }
  return slots;
}

/**
 * Several items, a guarantor whose cap the expected remaining claim may or may not reach, an own estimate, which a row holds
 * in no case, an item that is seized among creditors who share pro rata (whoever takes it over pays them, whatever our own
 * share is), or a maximum-amount mortgage that pays interest to its sale.
 */
function isSeveralRows(columns: PackageColumns, loan: number, plan: AssumptionsOf): boolean {
  if (hasOwnEstimate(columns, loan)) return true;
  const [first, last] = [columns.collateralStart[loan], columns.collateralStart[loan + 1]];
  if (last - first > 1 || (last > first && isHeldBySeizure(columns, first) && !paysByOrderOfSeizure(columns, loan))) return true;
  if (last > first && isMaximumMortgage(columns, first) && accruesToSale(columns, loan, plan)) return true;
  const end = columns.guarantorStart[loan + 1];
  for (let at = columns.guarantorStart[loan]; at < end; at++) {
    if (!Number.isNaN(columns.guarantorCap[at])) return true;
  }
  return false;
}

/** Union of loans that share an asset or net within a debtor; null where no two do, which an identity of rows and assets shows at once. */
function joinLoans(columns: PackageColumns, links: DebtorLinks | null): Uint32Array | null {
  const { asset, collateralStart, loanCount } = columns;
  let isOwn = true;
  for (let item = 0; item < asset.length && isOwn; item++) isOwn = asset[item] === item;
  if (isOwn && links === null) return null;
  const root = new Uint32Array(loanCount).map((_, loan) => loan);
  if (links !== null) joinDebtors(columns, links, root);
  if (isOwn) return root;
  const firstLoan = new Map<number, number>();
  for (let loan = 0; loan < loanCount; loan++) {
    for (let item = collateralStart[loan]; item < collateralStart[loan + 1]; item++) {
      const number = asset[item];
      const other = firstLoan.get(number);
      if (other === undefined) firstLoan.set(number, loan);
      else unite(root, other, loan);
    }
  }
  return root;
}

function joinDebtors({ debtor }: PackageColumns, { nets }: DebtorLinks, root: Uint32Array): void {
  const firstLoan = new Map<number, number>();
  for (let loan = 0; loan < nets.length; loan++) {
    if (nets[loan] === 0) continue;
    const other = firstLoan.get(debtor[loan]);
    if (other === undefined) firstLoan.set(debtor[loan], loan);
    else unite(root, other, loan);
  }
}

function findRoot(root: Uint32Array, loan: number): number {
  let at = loan;
  for (;;) {
    const above = root[at];
    if (above === at) return at;
    const next = root[above];
    root[at] = next;
    at = next;
  }
}

function unite(root: Uint32Array, left: number, right: number): void {
  const [one, other] = [findRoot(root, left), findRoot(root, right)];
  root[Math.max(one, other)] = Math.min(one, other);
}

function membersByGroup(groupOf: Int32Array, groupCount: number): { start: Uint32Array; members: Uint32Array } {
  const start = new Uint32Array(groupCount + 1);
  for (const group of groupOf) if (group >= 0) start[group + 1] += 1;
  for (let group = 0; group < groupCount; group++) start[group + 1] += start[group];
  const members = new Uint32Array(start[groupCount]);
  const next = start.slice();
  groupOf.forEach((group, loan) => {
    if (group < 0) return;
    const at = next[group];
    members[at] = loan;
    next[group] = at + 1;
  });
  return { start, members };
}

interface AssetRow {
  readonly asset: number;
  readonly row: number;
  readonly loan: number;
}

/** A loan's own assets first: what else it has shall not take from its neighbours what they could have had. */
function assetsOf(columns: PackageColumns, loans: Uint32Array): AssetRow[][] {
  const byAsset = new Map<number, AssetRow[]>();
  for (const loan of loans) {
    for (let row = columns.collateralStart[loan]; row < columns.collateralStart[loan + 1]; row++) {
      const asset = columns.asset[row];
      const rows = byAsset.get(asset);
      if (rows) rows.push({ asset, row, loan });
      else byAsset.set(asset, [{ asset, row, loan }]);
    }
  }
  const tierOf = payingOrder(columns);
  for (const rows of byAsset.values()) if (rows.length > 1) rows.sort(tierOf);
  const isShared = (rows: AssetRow[]): number => Number(rows.some(({ loan }) => loan !== rows[0].loan));
  return [...byAsset.values()].sort((left, right) => isShared(left) - isShared(right) || left[0].asset - right[0].asset);
}

/** Mortgages by rank, those of one cap together; then seizures by what was seized before them; the tape's order last. */
function payingOrder(columns: PackageColumns): (left: AssetRow, right: AssetRow) => number {
  const keysOf = ({ row }: AssetRow): number[] => {
    const isSeizure = isHeldBySeizure(columns, row);
    const cap = columns.securedCap[row];
    // Rows without a cap stand first, together: any number does, as long as it is one.
    const rivals = columns.rivalClaims[row];
    // Claims that nobody states come by a share of the appraisal, behind those that are stated.
    const place = isSeizure ? (Number.isNaN(rivals) ? Number.MAX_VALUE : rivals) : columns.lienRank[row];
    return [Number(isSeizure), place, Number.isNaN(rivals) ? columns.appraisal[row] : 0, Number.isNaN(cap) ? 0 : cap, row];
  };
  return (left, right) => {
    const [mine, its] = [keysOf(left), keysOf(right)];
    const differing = mine.findIndex((key, index) => key !== its[index]);
    return differing === -1 ? 0 : mine[differing] - its[differing];
  };
}

function collectAssets(
  columns: PackageColumns,
  groupCount: number,
  loanStart: Uint32Array,
  loans: Uint32Array,
): Pick<RecoveryGroups, "assetStart" | "rowStart" | "rows" | "rowLoan"> {
  const assetStart = new Uint32Array(groupCount + 1);
  const rowStart = [0];
  const rows: number[] = [];
  const rowLoan: number[] = [];
  for (let group = 0; group < groupCount; group++) {
    for (const asset of assetsOf(columns, loans.subarray(loanStart[group], loanStart[group + 1]))) {
      for (const { row, loan } of asset) {
        rows.push(row);
        rowLoan.push(loan);
      }
      rowStart.push(rows.length);
    }
    assetStart[group + 1] = rowStart.length - 1;
  }
  return { assetStart, rowStart: Uint32Array.from(rowStart), rows: Uint32Array.from(rows), rowLoan: Uint32Array.from(rowLoan) };
}
