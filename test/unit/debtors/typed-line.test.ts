import { describe, expect, it } from "vitest";
import { type DebtorEntry, debtorPatchSchema, emptyEntry, patchedEntry } from "../../../shared/domain/debtor-sheet.ts";

const from = { grossFen: 1000, costsFen: 100, months: 30 };
const own = { grossFen: 5, costsFen: 1, months: 3, discountRate: 0.1, margin: null };

describe("a line with what cells state of it", () => {
  it("begins an own estimate with the model's figures, both cases weighing the same", () => {
    const entry = patchedEntry(emptyEntry, { low: { from, to: { grossFen: 700 } } });
    expect(entry).toEqual({ ...emptyEntry, low: { grossFen: 700, costsFen: 100, months: 30, discountRate: null, margin: null }, lowWeight: 0.5 });
  });

  it("leaves alone what no cell states, and the figures that are the desk's already", () => {
    const before: DebtorEntry = { ...emptyEntry, low: own, lowWeight: 0.3, note: "厂房空置" };
    expect(patchedEntry(before, { low: { from, to: { margin: 0.2 } } })).toEqual({ ...before, low: { ...own, margin: 0.2 } });
    expect(patchedEntry(before, { underwriter: "王经理", method: "combined" })).toEqual({ ...before, underwriter: "王经理", method: "combined" });
    expect(patchedEntry(before, { method: null, lowWeight: null })).toEqual({ ...before, lowWeight: null });
  });

  it("goes back to the model where a case is null, and keeps no weight without a case", () => {
    const before: DebtorEntry = { ...emptyEntry, low: own, high: own, lowWeight: 0.3 };
    expect(patchedEntry(before, { low: null })).toEqual({ ...before, low: null });
    expect(patchedEntry(before, { low: null, high: null })).toEqual(emptyEntry);
    expect(patchedEntry(emptyEntry, { lowWeight: 0.4 })).toEqual(emptyEntry);
  });

  it("is refused by its channel beyond the bounds of the line", () => {
    expect(debtorPatchSchema.safeParse({ low: { from, to: { margin: 1 } } }).success).toBe(false);
    expect(debtorPatchSchema.safeParse({ low: { from, to: { grossFen: -1 } } }).success).toBe(false);
    expect(debtorPatchSchema.safeParse({ note: "字".repeat(2001) }).success).toBe(false);
    expect(debtorPatchSchema.safeParse({ low: { from, to: { grossFen: 0 } } }).success).toBe(true);
  });
});
