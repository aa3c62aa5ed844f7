import type { PackageColumns } from "../engine-types.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { paysByOrderOfSeizure } from "../recovery/debtor.ts";
import { isHeldBySeizure } from "../recovery/held-by-seizure.ts";
import { ourShareOf } from "../recovery/item-claims.ts";
import { securedCapOf, securedShareOf } from "../recovery/maximum-mortgage.ts";
import { rivalsBefore, rivalsBeside } from "../recovery/prior-claims.ts";
import type { GroupScratch } from "./group-scratch.ts";
import type { RecoveryGroups } from "./recovery-groups.ts";

/**
 * One asset's proceeds after fees and priority claims, by rank: mortgages by lien rank, then seizures; rows of one tier
 * share pro rata to what is due to each.
 *
 * Mortgages of others stand between: an amount that a row states as prior reaches from the top of the proceeds to the
 * row, ours included; ranks for which no amount is stated and that no row of the package holds come by
 * `seniorShareByMissingRank` each. Rows of one rank with one secured cap are one mortgage, and share the cap. Writes how far
 * creditors reach in the proceeds into `scratch.reached`: what is left goes to the debtor.
 */
export function payAsset(columns: PackageColumns, asset: number, proceeds: number, plan: CasePlan, scratch: GroupScratch): number {
  const { groups } = scratch;
  const number = groups.assetStart[scratch.group] + asset;
  const end = groups.rowStart[number + 1];
  const byRank = plan.assumptions.collateral.seniorShareByMissingRank * scratch.appraisal[asset];
  let total = 0;
  let reached = 0;
  let lastRank = 0;
  let at = groups.rowStart[number];
  while (at < end && reached < proceeds) {
    const row = groups.rows[at];
    if (isHeldBySeizure(columns, row)) {
      total += paySeizures(columns, plan, proceeds, at, end, { reached, lastRank, byRank }, scratch);
      reached = scratch.reached;
      break;
    }
    const rank = columns.lienRank[row];
    const to = tierEnd(columns, groups, at, end);
    reached = startOf(columns, groups, at, to, reached, byRank * Math.max(0, rank - 1 - lastRank));
    const due = secureTier(columns, at, to, plan, scratch);
    if (due > 0 && proceeds > reached) total += payTier(at, to, Math.min(1, (proceeds - reached) / due), scratch);
    reached += due;
    lastRank = rank;
    at = to;
  }
  scratch.reached = reached;
  return total;
}

/** What the mortgages before rows held by seizure reached, and a missing rank's amount. */
interface MortgagesBefore {
  readonly reached: number;
  readonly lastRank: number;
  readonly byRank: number;
}

/** End of the mortgages of one rank that begin at a row of an asset. */
export function tierEnd(columns: PackageColumns, groups: RecoveryGroups, from: number, end: number): number {
  const rank = columns.lienRank[groups.rows[from]];
  let to = from;
  while (to < end && columns.lienRank[groups.rows[to]] === rank && !isHeldBySeizure(columns, groups.rows[to])) to += 1;
  return to;
}

/** Where a tier starts in the proceeds: after what its rows state as prior, or after missing ranks. */
export function startOf(columns: PackageColumns, groups: RecoveryGroups, from: number, to: number, reached: number, missing: number): number {
  let start = reached;
  for (let at = from; at < to; at++) {
    const stated = columns.seniorClaims[groups.rows[at]];
    start = Math.max(start, Number.isNaN(stated) ? reached + missing : stated);
  }
  return start;
}

/**
 * Fills `due` of a tier of mortgages and returns its sum; what is left of a cap that neighbouring rows share is shared pro
 * rata. A loan that the tier lists twice asks for its claim once: first where there is no cap, then by rising caps.
 */
export function secureTier(columns: PackageColumns, from: number, to: number, plan: CasePlan, scratch: GroupScratch): number {
  const { groups, rowSlot, rowPlace, owed, asked, due, paid, firstRow } = scratch;
  let total = 0;
  forgetAsked(from, to, scratch);
  let at = from;
  while (at < to) {
    const cap = securedCapOf(columns, groups.rows[at]);
    let next = at;
    let claims = 0;
    let [taken, principal, full] = [0, 0, 0];
    for (; next < to && securedCapOf(columns, groups.rows[next]) === cap; next++) {
      const slot = rowSlot[next - firstRow];
      const mine = owed[slot] - asked[slot];
      due[next - firstRow] = mine;
      asked[slot] += mine;
      claims += mine;
      taken += paid[rowPlace[next - firstRow]];
      if (mine > 0) principal += columns.upb[groups.rowLoan[next]];
      if (mine > 0) full += scratch.claim[slot] + scratch.interest.owed[slot];
    }
    const left = roomOf(cap, securedShareOf(cap, principal, plan) * full, taken, plan);
    const scale = claims > left ? Math.max(0, left) / claims : 1;
    for (; at < next; at++) {
      asked[rowSlot[at - firstRow]] -= due[at - firstRow] * (1 - scale);
      due[at - firstRow] *= scale;
    }
    total += claims * scale;
  }
  return total;
}

/** What a maximum leaves to rows that share it: of the maximum where it bounds all, of the part of their claims that it secures where it bounds the principal. */
function roomOf(cap: number, secured: number, taken: number, plan: CasePlan): number {
  if (!plan.assumptions.interest.capsPrincipalAlone) return cap - taken;
  const room = secured - taken;
  // What rounding leaves of a part that is paid is nothing to begin a tier anew for.
  return room < 1e-9 * secured ? 0 : room;
}

/** Before a tier is asked. */
export function forgetAsked(from: number, to: number, { asked, rowSlot, firstRow }: GroupScratch): void {
  for (let at = from; at < to; at++) asked[rowSlot[at - firstRow]] = 0;
}

/** What a row asks for of a claim that its loan's rows before it have not asked for, up to a cap. */
export function askFor(at: number, claimYuan: number, cap: number, { asked, rowSlot, firstRow }: GroupScratch): number {
  const slot = rowSlot[at - firstRow];
  const yuan = Math.min(Math.max(0, claimYuan - asked[slot]), cap);
  asked[slot] += yuan;
  return yuan;
}

/** Pays a tier its part of what is due. */
function payTier(from: number, to: number, part: number, scratch: GroupScratch): number {
  const { rowSlot, rowPlace, owed, due, paid, firstRow } = scratch;
  let total = 0;
  for (let at = from; at < to; at++) {
    const slot = rowSlot[at - firstRow];
    const place = rowPlace[at - firstRow];
    const yuan = Math.min(owed[slot], due[at - firstRow] * part);
    paid[place] += yuan;
    owed[slot] -= yuan;
    total += yuan;
  }
  return total;
}

/** Where the rows held by seizure start in the proceeds: behind all mortgages that one of them states or that its rank leaves open. */
export function seizedFrom(columns: PackageColumns, from: number, to: number, before: MortgagesBefore, { groups }: GroupScratch): number {
  let base = before.reached;
  for (let at = from; at < to; at++) {
    const missing = before.byRank * Math.max(0, columns.lienRank[groups.rows[at]] - 1 - before.lastRank);
    base = Math.max(base, startOf(columns, groups, at, at + 1, before.reached, missing));
  }
  return base;
}

/** Unsecured creditors whose seizure waits behind rows of an asset, and who take what these leave before the debtor, yuan. */
export function waitingBehind(columns: PackageColumns, from: number, to: number, { groups }: GroupScratch): number {
  let waiting = 0;
  for (let at = from; at < to; at++) if (isHeldBySeizure(columns, groups.rows[at])) waiting = Math.max(waiting, columns.waitingClaims[groups.rows[at]]);
  return waiting;
}

/**
 * Seizures share what the mortgages leave: by order of seizure where that counts for every debtor
 * (`paysByOrderOfSeizure`), pro rata to claims with all others where one is an individual or in bankruptcy. Nothing that
 * one participant cannot take is given to another. Writes how far creditors reach in the proceeds into `scratch.reached`.
 */
function paySeizures(
  columns: PackageColumns,
  plan: CasePlan,
  proceeds: number,
  from: number,
  to: number,
  before: MortgagesBefore,
  scratch: GroupScratch,
): number {
  const { groups, rowSlot, owed, claim, due, firstRow } = scratch;
  const base = seizedFrom(columns, from, to, before, scratch);
  let isByOrder = true;
  let claims = 0;
  let rivals = 0;
  forgetAsked(from, to, scratch);
  for (let at = from; at < to; at++) {
    const row = groups.rows[at];
    isByOrder &&= paysByOrderOfSeizure(columns, groups.rowLoan[at]);
    due[at - firstRow] = askFor(at, claim[rowSlot[at - firstRow]], securedCapOf(columns, row), scratch);
    claims += due[at - firstRow];
    rivals = Math.max(rivals, rivalsBeside(columns, row, plan));
  }
  scratch.reached = base + claims + rivals;
  if (proceeds <= base || claims === 0) return 0;
  if (!isByOrder) return payTier(from, to, Math.min(1, (ourShareOf(claims, rivals) * (proceeds - base)) / claims), scratch);
  let total = 0;
  let reached = base;
  for (let at = from; at < to && reached < proceeds; ) {
    const seizedBefore = rivalsBefore(columns, groups.rows[at], plan);
    let next = at;
    while (next < to && rivalsBefore(columns, groups.rows[next], plan) === seizedBefore) next += 1;
    let wanted = 0;
    forgetAsked(at, next, scratch);
    for (let row = at; row < next; row++) {
      due[row - firstRow] = askFor(row, owed[rowSlot[row - firstRow]], securedCapOf(columns, groups.rows[row]), scratch);
      wanted += due[row - firstRow];
    }
    reached = Math.max(reached, base + seizedBefore);
    if (wanted > 0 && proceeds > reached) total += payTier(at, next, Math.min(1, (proceeds - reached) / wanted), scratch);
    reached += wanted;
    at = next;
  }
  scratch.reached = reached + waitingBehind(columns, from, to, scratch);
  return total;
}
