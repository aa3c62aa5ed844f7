import type { TapeField } from "../../../shared/domain/tape-fields.ts";
import { groupedBy } from "../../../shared/grouped.ts";
import { type ComparedRow, partKey, rowKey } from "./compared-cells.ts";

/** Items or guarantors of one loan. */
export type PartList = "collateral" | "guarantor";

export interface PartPairs {
  readonly pairs: readonly (readonly [older: ComparedRow, newer: ComparedRow])[];
  readonly dropped: readonly ComparedRow[];
  readonly added: readonly ComparedRow[];
}

/** What tells a row of a loan from its others, the surest first. A certificate may cover several rows, each of its kind and area. */
const grounds: Readonly<Record<PartList, readonly (readonly TapeField[])[]>> = {
  collateral: [
    ["assetNo", "collateralKind", "area"],
    ["assetNo", "collateralKind"],
    ["assetNo"],
    ["collateralKind", "address", "area"],
    ["area", "appraisal"], // before the kind and the place: several rows share those, and a kind is often corrected
    ["address", "area"],
    ["collateralKind", "area"],
    ["address", "appraisal"],
    ["collateralKind", "appraisal"],
    ["collateralKind", "address"],
    ["address"],
  ],
  guarantor: [["guarantors", "guaranteeCap"], ["guarantors"]],
};

/** The rows of one loan in two versions as one another. Rows that are alike in all may be any of them; what is told by nothing came or went. */
export function pairParts(list: PartList, older: readonly ComparedRow[], newer: readonly ComparedRow[]): PartPairs {
  const pairs: (readonly [ComparedRow, ComparedRow])[] = [];
  const taken = new Set<ComparedRow>();
  const left = (rows: readonly ComparedRow[]) => rows.filter((row) => !taken.has(row));
  const take = (one: ComparedRow, other: ComparedRow) => {
    pairs.push([one, other]);
    taken.add(one).add(other);
  };
  const takeBy = (keyOf: (row: ComparedRow) => string | null, isAnyOf: boolean) => {
    const others = groupedBy(left(newer), keyOf);
    for (const [key, some] of groupedBy(left(older), keyOf)) {
      const same = others.get(key) ?? [];
      if (!isAnyOf && (some.length !== 1 || same.length !== 1)) continue;
      for (const [at, one] of some.entries()) {
        const other = same[at];
        if (other !== undefined) take(one, other);
      }
    }
  };
  if (older.length > 0 && newer.length > 0) {
    takeBy((row) => rowKey(list, row), true);
    for (const fields of grounds[list]) if (taken.size < older.length + newer.length) takeBy((row) => partKey(list, row, fields), false);
    const [[one, ...more], [other, ...others]] = [left(older), left(newer)];
    // The last item of a loan that has one on both sides, and is of its kind, is that one.
    const isLast = list === "collateral" && one !== undefined && other !== undefined && more.length + others.length === 0;
    if (isLast && partKey(list, one, ["collateralKind"]) === partKey(list, other, ["collateralKind"])) take(one, other);
  }
  return { pairs, dropped: left(older), added: left(newer) };
}
