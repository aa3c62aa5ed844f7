import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import { explainLoan } from "../../../../main/engine/explain/explain-loan.ts";
import { priceCase } from "../../../../main/engine/price-package.ts";
import { caseNames } from "../../../../shared/domain/codes.ts";
import { type TraceNode, traceNodeSchema } from "../../../../shared/domain/pricing-results.ts";
import { traceKeys, traceValueFormats } from "../../../../shared/domain/trace-keys.ts";
import { traceEn } from "../../../../shared/locales/en/trace-en.ts";
import { traceZh } from "../../../../shared/locales/zh/trace-zh.ts";
import { columnsOf, distance, someAssumptions, somePackageOfRoutes, someShifts, withOwn } from "../engine-fixtures.ts";

function everyNode(node: TraceNode): TraceNode[] {
  return [node, ...node.children.flatMap(everyNode)];
}
const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? "").sort();

/** What is wrong with a line: a sum off by a fen, a placeholder without a value, a value that no screen knows how to print. */
function faultsOf(node: TraceNode): string[] {
  const adding = node.children.filter((child) => child.adds);
  const total = adding.reduce((sum, child) => sum + (child.amountYuan ?? 0), 0);
  const size = adding.reduce((sum, child) => sum + Math.abs(child.amountYuan ?? 0), 0);
  const isOff = adding.length > 0 && !(Math.abs(total - (node.amountYuan ?? Number.NaN)) < 0.01 + 1e-11 * size);
  const missing = placeholders(traceZh[node.key as keyof typeof traceZh]).filter((name) => !(name in node.values));
  const unknown = Object.keys(node.values).filter((name) => !(name in traceValueFormats));
  return [...(isOff ? [`${node.key}: sum`] : []), ...missing, ...unknown];
}

describe("explainLoan", () => {
  it("ends at the price of the loan, with lines that add up to the fen and fill their texts", () => {
    fc.assert(
      fc.property(
        fc.oneof(somePackageOfRoutes, withOwn(somePackageOfRoutes)),
        someAssumptions,
        someShifts,
        fc.constantFrom(...caseNames),
        (loans, assumptions, shifts, caseName) => {
          const columns = columnsOf(loans);
          const own = { caseName, shifts };
          const { presentValue } = priceCase(columns, assumptions, shifts, undefined, own).loans;
          loans.forEach((_, loan) => {
            const root = explainLoan(columns, loan, assumptions, shifts, own);
            expect(traceNodeSchema.safeParse(root).success).toBe(true);
            expect(distance(root.amountYuan ?? Number.NaN, presentValue[loan] ?? 0)).toBeLessThan(1e-8);
            expect(everyNode(root).flatMap(faultsOf)).toEqual([]);
          });
        },
      ),
      { numRuns: 400 },
    );
  });

  it("draws every line that there is", () => {
    const someCase = fc.tuple(fc.oneof(somePackageOfRoutes, withOwn(somePackageOfRoutes)), someAssumptions, someShifts);
    const seen = new Set<string>();
    // The draws are fixed: that each line turns up is a matter of chance otherwise.
    for (const [loans, assumptions, shifts] of fc.sample(someCase, { numRuns: 4000, seed: 3 })) {
      const columns = columnsOf(loans);
      loans.forEach((_, loan) => {
        for (const { key } of everyNode(explainLoan(columns, loan, assumptions, shifts))) seen.add(key);
      });
    }
    expect([...seen].sort()).toEqual([...traceKeys].sort());
  });

  it("says the same with the same placeholders in both languages", () => {
    for (const key of traceKeys) expect([key, ...placeholders(traceEn[key])]).toEqual([key, ...placeholders(traceZh[key])]);
  });

  it("refuses a loan that is not there", () => {
    const { assumptions, cases } = defaultAssumptionSet;
    expect(() => explainLoan(columnsOf([]), 0, assumptions, cases.base)).toThrow(expect.objectContaining({ code: "outOfRange", field: "loan" }));
  });
});
