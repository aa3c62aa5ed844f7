import { type AssumptionsOf, type RowAssumptions, rowGroups } from "../plan/plan-types.ts";
import type { RecoveryGroups } from "./recovery-groups.ts";

/**
 * A loan alone in its group, whose assets are its own mortgages: what `payGroup` does for any group, on one claim and one row
 * an asset, in the same operations, so that no bit of a result differs. Most loans with several items are such.
 */
export interface LoneLoan {
  is: boolean;
  isBankrupt: boolean;
  /** [asset] from where on in its proceeds the asset pays us, most that it may pay us, and place of its row. */
  readonly start: Float64Array;
  readonly cap: Float64Array;
  readonly place: Uint32Array;
  /** [asset] in a joint sale: what is due to us and what of it may still be paid, and how much of the proceeds is paid out. */
  readonly due: Float64Array;
  readonly limit: Float64Array;
  readonly cursor: Float64Array;
  /** [asset] 1: it pays in the joint sale. */
  readonly isPaying: Uint8Array;
  /** [asset] its sale: 2 × month of the price, + 1 where it is taken over; and the assets that end in one, in the order of sales. */
  readonly sale: Int32Array;
  readonly list: Uint32Array;
}

export function loneLoan(assets: number): LoneLoan {
  const floats = (): Float64Array => new Float64Array(assets);
  return {
    is: false,
    isBankrupt: false,
    start: floats(),
    cap: floats(),
    place: new Uint32Array(assets),
    due: floats(),
    limit: floats(),
    cursor: floats(),
    isPaying: new Uint8Array(assets),
    sale: new Int32Array(assets),
    list: new Uint32Array(assets),
  };
}

/** What no shift of a case changes of loans alone in their groups (`LoneLoan`), kept from one case to the next. */
export interface LoneFacts {
  readonly assumptions: RowAssumptions;
  /** [group] 1: it is such a loan, and its facts are here. */
  readonly isKnown: Uint8Array;
  readonly isBankrupt: Uint8Array;
  /** [group] valid claim, yuan, and the loan's own probability that its collateral is realised. */
  readonly claim: Float64Array;
  readonly chance: Float64Array;
  /** [asset of all groups] as the work space of a group has them. */
  readonly value: Float64Array;
  readonly appraisal: Float64Array;
  readonly ahead: Float64Array;
  readonly start: Float64Array;
  readonly cap: Float64Array;
  readonly place: Uint32Array;
}

const known = new WeakMap<RecoveryGroups, LoneFacts>();

const areAlike = (one: RowAssumptions, other: RowAssumptions): boolean =>
  one === other || rowGroups.every((group) => one[group] === other[group] || JSON.stringify(one[group]) === JSON.stringify(other[group]));

/** The facts of a package's groups under some assumptions; empty where others were asked for last. */
export function loneFacts(groups: RecoveryGroups, { assumptions }: AssumptionsOf): LoneFacts {
  const found = known.get(groups);
  if (found !== undefined && areAlike(found.assumptions, assumptions)) return found;
  const assets = groups.rowStart.length;
  const perAsset = (): Float64Array => new Float64Array(assets);
  const facts: LoneFacts = {
    assumptions,
    isKnown: new Uint8Array(groups.groupCount),
    isBankrupt: new Uint8Array(groups.groupCount),
    claim: new Float64Array(groups.groupCount),
    chance: new Float64Array(groups.groupCount),
    value: perAsset(),
    appraisal: perAsset(),
    ahead: perAsset(),
    start: perAsset(),
    cap: perAsset(),
    place: new Uint32Array(assets),
  };
  known.set(groups, facts);
  return facts;
}
