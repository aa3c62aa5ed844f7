import { describe, expect, it } from "vitest";
import { modelEditSchema } from "../../../shared/contract/assumption-channels.ts";
import { isWithin, rangeAt } from "../../../shared/domain/number-range.ts";
import { gapRangesSchema, gridAxesSchema } from "../../../shared/domain/scenario-results.ts";
import { shiftSchemas } from "../../../shared/domain/shifts.ts";

const at = (...path: (string | number)[]) => rangeAt(modelEditSchema, path);

describe("the range of a number, as its schema states it", () => {
  it("is found in records, lists, groups that came later and numbers that may be left out", () => {
    expect(at("assumptions", "hurdleRate")).toEqual({ least: -0.99, most: 10, isLeastIn: false, isMostIn: true, isWhole: false });
    expect(at("assumptions", "collateral", "rounds", 0, "gapMonths")).toEqual({ least: 0, most: 120, isLeastIn: true, isMostIn: true, isWhole: true });
    expect(at("assumptions", "leverage", "tenorMonths")).toMatchObject({ least: 1, most: 120, isWhole: true });
    expect(at("assumptions", "payment", "fundingRate")).toMatchObject({ least: -0.99, most: 10 });
    expect(at("cases", "low", "delayMonthsShift")).toMatchObject({ least: -60, most: 60, isWhole: true });
    expect(at("bidPriceFen")).toEqual({ least: 0, most: null, isLeastIn: false, isMostIn: true, isWhole: true });
    expect(rangeAt(gapRangesSchema, ["seniorFactorLow"])).toMatchObject({ least: 0, most: 10 });
    expect(rangeAt(gridAxesSchema, ["across", "count"])).toMatchObject({ least: 2, most: 21, isWhole: true });
    expect(rangeAt(shiftSchemas.costsShift, [])).toMatchObject({ least: -1, most: 2 });
  });

  it("is none where no number stands", () => {
    expect([at("assumptions"), at("assumptions", "nothing"), at("assumptions", "leverage", "kind")]).toEqual([null, null, null]);
  });

  it("agrees with the schema at its ends", () => {
    const hurdle = at("assumptions", "hurdleRate");
    if (hurdle === null) throw new Error("no range");
    expect([-0.99, -0.98, 10, 10.1].map((rate) => isWithin(rate, hurdle))).toEqual([false, true, true, false]);
    const months = at("cases", "low", "delayMonthsShift");
    if (months === null) throw new Error("no range");
    expect([-61, -60, 1.5, 60, 61].map((shift) => isWithin(shift, months))).toEqual([false, true, false, true, false]);
  });
});
