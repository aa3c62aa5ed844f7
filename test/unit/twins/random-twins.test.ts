import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pricePackage } from "../../../main/engine/price-package.ts";
import { makeTwin } from "../../../main/twins/make-twin.ts";
import type { TwinSource } from "../../../main/twins/model/twin-source.ts";
import type { Assumptions, Cases } from "../../../shared/domain/assumptions.ts";
import {
  columnsOf,
  someAssumptions,
  someKnitPackage,
  somePackage,
  somePackageOfRoutes,
  someShifts,
  type TestLoan,
  testCutOff,
  withOwn,
} from "../engine/engine-fixtures.ts";

/** A release draws 10,000 (docs/development.md). */
const packages = Number(process.env["AMC_PACKAGES"] ?? 60);
const someCases: fc.Arbitrary<Cases> = fc.record({ low: someShifts, base: someShifts, high: someShifts });
const anyPackage = fc.oneof(somePackage, somePackageOfRoutes, someKnitPackage, withOwn(somePackageOfRoutes));

function twinOf(loans: readonly TestLoan[], assumptions: Assumptions, cases: Cases, bidPriceFen: number | null) {
  const columns = columnsOf(loans);
  const input = { columns, assumptions, cases, bidPriceFen, debtorCount: 0, cutOffDate: columns.cutOffDate ?? testCutOff };
  const source: TwinSource = {
    ...input,
    output: pricePackage(input),
    language: "en",
    dealName: "drawn",
    origin: "drawn",
    contractNos: loans.map((_, loan) => `#${loan}`),
    debtorNames: loans.map(() => null),
  };
  return makeTwin(source, () => undefined);
}

/** Lines of the proof that differ by more than 1e-6 of the figure, or of a yuan. */
function differences(book: ReturnType<typeof twinOf>): string[] {
  const table = book.table("Proof");
  const [label, app, formula] = [table.column("label"), table.column("app"), table.column("formula")];
  return Array.from(app.values.entries()).flatMap(([row, value]) => {
    const found = formula.values[row] ?? Number.NaN;
    const isIrr = label.texts?.[row]?.startsWith("IRR") === true;
    // A sheet's IRR may not settle where flows are odd; it then says nothing.
    if (isIrr && Number.isNaN(found)) return [];
    return Math.abs(found - value) <= 1e-6 * Math.abs(value) + (isIrr ? 1e-5 : 0.0101)
      ? []
      : [`${label.texts?.[row]}: ${value} in the app, ${found} by formula`];
  });
}

describe("the formulas of a twin", () => {
  it(
    "give what the engine gives, whatever the package and the assumptions",
    () => {
      fc.assert(
        fc.property(anyPackage, someAssumptions, someCases, fc.option(fc.integer({ min: 0, max: 1_000_000_000 })), (loans, assumptions, cases, bid) => {
          expect(differences(twinOf(loans, assumptions, cases, bid))).toEqual([]);
        }),
        { numRuns: packages, endOnFailure: true },
      );
    },
    30_000 + packages * 500,
  );
});
