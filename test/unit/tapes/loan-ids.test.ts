import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedIds, consecutiveIds, firstAddedId, idAt, idRanges, PlaceFinder, placeOfId } from "../../../main/tapes/loan-ids.ts";

const first = 500;
/** Ids of a file of which some are gone, and some added behind. */
const drawn = fc.record({
  count: fc.integer({ min: 1, max: 60 }),
  gone: fc.uniqueArray(fc.nat(59), { maxLength: 30 }),
  added: fc.uniqueArray(fc.nat(1000), { maxLength: 20 }),
});
const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);

describe("ids of a package's loans", () => {
  it("find their places, and places their ids, whatever came or went", () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 1, max: 25 }), ({ count, gone, added }, most) => {
        const removed = sorted(gone.filter((at) => at < count).map((at) => first + at));
        const more = sorted(added).map((at) => firstAddedId + at);
        const expected = [...Array.from({ length: count }, (_, at) => first + at).filter((id) => !removed.includes(id)), ...more];
        const ids = changedIds(first, count, removed, more);
        expect(ids.count).toBe(expected.length);
        expect(expected.map((_, at) => idAt(ids, at))).toEqual(expected);
        expect(expected.map((id) => placeOfId(ids, id))).toEqual(expected.map((_, at) => at));
        for (const id of [first - 1, first + count, firstAddedId + 2000, ...removed]) expect(placeOfId(ids, id)).toBeNull();
        const finder = new PlaceFinder(ids);
        const met = sorted([...expected, ...removed, firstAddedId + 3000]);
        expect(met.map((id) => finder.of(id))).toEqual(met.map((id) => placeOfId(ids, id)));
        const ranges = [...idRanges(ids, most)];
        expect(ranges.flatMap(({ from, to }) => expected.filter((id) => id >= from && id < to))).toEqual(expected);
        // None reaches over the loans of other files.
        expect(ranges.filter(({ from, to }) => from < firstAddedId && to > firstAddedId)).toEqual([]);
      }),
    );
  });

  it("of a file that nobody changed are no list", () => {
    expect(changedIds(first, 3, [], [])).toEqual({ first, count: 3, listed: null });
    expect([...idRanges(consecutiveIds(first, 5), 2)]).toEqual([
      { from: 500, to: 502 },
      { from: 502, to: 504 },
      { from: 504, to: 505 },
    ]);
  });
});
