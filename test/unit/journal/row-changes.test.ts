import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson } from "../../../main/db/canonical-json.ts";
import { type Row, rowAt, rowChange } from "../../../main/journal/row-changes.ts";

const leaf = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
  fc.string(),
  fc.boolean(),
  fc.constant(null),
);
const { record } = fc.letrec<{ value: unknown; record: Record<string, unknown> }>((tie) => ({
  value: fc.oneof({ depthSize: "small" }, leaf, fc.array(tie("value"), { maxLength: 4 }), tie("record")),
  record: fc.dictionary(fc.constantFrom("a", "b", "c", "0", "length"), tie("value"), { maxKeys: 4 }),
}));
const model: fc.Arbitrary<Row> = fc.record({
  deal_id: fc.constant(1),
  bid_price_fen: fc.option(fc.integer({ min: 1 })),
  assumptions: record.map(canonicalJson),
  cases: record.map(canonicalJson),
  updated_at: fc.string(),
});
const unstamped = ({ updated_at: _stamp, ...row }: Row = {}): Row => row;

it("10,000 pairs of rows: what changed takes either to the other, byte by byte, and nothing is no change", () => {
  fc.assert(
    fc.property(model, model, (before, after) => {
      const change = JSON.parse(JSON.stringify(rowChange("deal_model", 1, before, after))) as ReturnType<typeof rowChange>; // as it is stored
      const [back, forth] = change === null ? [after, before] : [rowAt(change, after, "before"), rowAt(change, before, "after")];
      expect([unstamped(back), unstamped(forth)]).toEqual([unstamped(before), unstamped(after)]);
      expect(rowChange("deal_model", 1, before, { ...before, updated_at: "later" })).toBeNull();
    }),
    { numRuns: 10_000 },
  );
});

it("leaves alone what the change doesn't name", () => {
  const before = { deal_id: 1, bid_price_fen: 5, assumptions: '{"hurdleRate":0.1,"rounds":[1,2]}', updated_at: "" };
  const change = rowChange("deal_model", 1, before, { ...before, assumptions: '{"hurdleRate":0.2,"rounds":[1,2]}' });
  if (change === null) throw new Error("no change");
  const since = { ...before, bid_price_fen: 7, assumptions: '{"hurdleRate":0.2,"rounds":[1,2,3]}' };
  expect(rowAt(change, since, "before")).toEqual({ ...since, assumptions: '{"hurdleRate":0.1,"rounds":[1,2,3]}' });
});
