import type { StrataFilter } from "../../shared/domain/strata.ts";
import { sharedColumn } from "../packages/loaded-package.ts";
import { type CuttablePackage, strataOf } from "./loan-strata.ts";
import { notStated } from "./strata-keys.ts";

/** 1 for each loan that is in all of the strata. */
export function stratumMask(cuttable: CuttablePackage, chosen: readonly StrataFilter[]): Uint8Array {
  const mask = sharedColumn.codes(cuttable.columns.loanCount).fill(1);
  for (const stratum of chosen) {
    const { places, count, memberOf } = strataOf(cuttable, stratum);
    const members = new Set(stratum.members);
    // By place, that of loans of which nothing is said behind the others.
    const isIn = new Uint8Array(count + 1);
    for (let place = 0; place < count; place += 1) isIn[place] = members.has(memberOf(place)) === stratum.isRest ? 0 : 1;
    isIn[count] = members.has(null) === stratum.isRest ? 0 : 1;
    for (let loan = 0; loan < mask.length; loan += 1) {
      const place = places[loan] ?? notStated;
      if (isIn[place === notStated ? count : place] !== 1) mask[loan] = 0;
    }
  }
  return mask;
}
