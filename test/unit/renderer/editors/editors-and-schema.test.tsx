import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { parseSync } from "vite";
import { describe, expect, it, vi } from "vitest";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import { AssumptionGroups } from "../../../../renderer/editors/AssumptionGroups.tsx";
import { storedAt } from "../../../../renderer/model/edit-path.ts";
import { type FieldEntry, type FieldRows, FieldRowsContext } from "../../../../renderer/model/field-rows.ts";
import { type Assumptions, assumptionGroups, assumptionsSchema } from "../../../../shared/domain/assumptions.ts";
import { isNode, nodesOf, plainString, type SyntaxNode } from "../../../checks/syntax-tree.ts";

vi.mock("react-i18next", () => ({
  useTranslation: () => ({ t: (key: string) => key, i18n: { language: "en" } }),
  initReactI18next: { type: "3rdParty", init: () => undefined },
}));

/** Assumptions with an entry in every list and every part switched on, as the schema completes them. */
const { assumptions: builtIn, sources } = defaultAssumptionSet;
const assumptions: Assumptions = assumptionsSchema.parse({
  ...builtIn,
  curves: Object.fromEntries(Object.entries(builtIn.curves).map(([segment, curve]) => [segment, { ...curve, monthlyShares: [0.01] }])),
  collateral: { ...builtIn.collateral, cityIndex: [{ city: "洛阳", kind: null, from: "2025-01-01", annualChange: -0.05 }] },
  courtDelays: [{ court: "甲市中级人民法院", months: 3 }],
  agedCurves: { retailCard: [{ fromDaysPastDue: 181, lagMonths: 1, firstMonthRate: 0.005, monthlyDecay: 0.97 }] },
  costs: { ...builtIn.costs, fileCostBands: [{ claimUpToYuan: 10_000, fileCostYuan: 30 }] },
  leverage: { ...builtIn.leverage, isOn: true },
  payment: {
    ...builtIn.payment,
    instalments: [{ share: 0.5, monthsAfterClosing: 0 }],
    trustRights: { ...builtIn.payment.trustRights, priceShare: 0.5, schedule: [{ share: 1, monthsAfterClosing: 12 }] },
  },
});

/** Keys of the values that the editors ask for, and of those that their rows are found by. */
function askedPaths(): { readonly asked: ReadonlySet<string>; readonly found: ReadonlySet<string> } {
  const asked = new Set<string>();
  const found = new Set<string>();
  class Asking extends Set<string> {
    override has(key: string): boolean {
      asked.add(key);
      return false;
    }
  }
  const edit = () => {};
  const shows = ({ path }: FieldEntry) => {
    found.add(path.join("."));
    return false;
  };
  const groups = (rows: FieldRows | null) =>
    createElement(
      FieldRowsContext,
      { value: rows },
      createElement(AssumptionGroups, { assumptions, sources, origin: null, edit, invalidPaths: new Asking(), openAtFirst: [...assumptionGroups] }),
    );
  renderToStaticMarkup(groups(null));
  renderToStaticMarkup(groups({ shows }));
  return { asked, found };
}

function leavesOf(value: unknown, key = ""): string[] {
  if (value === null || typeof value !== "object") return [key];
  return Object.entries(value).flatMap(([name, child]) => leavesOf(child, key === "" ? name : `${key}.${name}`));
}

/** Not for the desk to change: the bounds of a fee's slices, which head their rows, and the gap of the first round, before which there is none. */
const isFixed = (key: string) => /(\.slices\.\d+\.upToYuan|\.rounds\.0\.gapMonths)$/.test(key);

describe("the editors of assumptions", () => {
  const { asked, found } = askedPaths();

  it("ask for values that the schema has", () => {
    const steps = (key: string) => key.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    expect(asked.size).toBeGreaterThan(50);
    expect([...asked].filter((key) => storedAt(assumptions, steps(key)) === undefined)).toEqual([]);
  });

  it("have a field for every value of the schema that the desk may change", () => {
    // The shares of a curve are typed as one line.
    const isAsked = (key: string) => asked.has(key) || asked.has(key.replace(/(\.monthlyShares)\.\d+$/, "$1"));
    expect(leavesOf(assumptions).filter((key) => !isAsked(key) && !isFixed(key))).toEqual([]);
  });

  it("let a search find every value but the bounds that can't be changed", () => {
    const isFound = (key: string) => [...found].some((path) => key === path || key.startsWith(`${path}.`));
    expect(leavesOf(assumptions).filter((key) => !isFound(key) && !isFixed(key))).toEqual([]);
  });

  it("write % beside what is typed in percent, and beside nothing else", () => {
    const folder = resolve(import.meta.dirname, "../../../../renderer/editors");
    const faults = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".tsx"))
      .flatMap((name) => [...nodesOf(parseSync(name, readFileSync(resolve(folder, name), "utf8")).program)].map(fieldOf).flatMap((field) => field ?? []))
      .map(({ unit, kind }) => ({ unit, kind, isOdd: (unit === "%") !== (kind === "percent") }));
    expect(faults.length).toBeGreaterThan(40);
    expect(faults.filter(({ isOdd }) => isOdd)).toEqual([]);
  });
});

/** Unit and kind of a row (`<FieldRow>`) or a column (`{ unit, kind, pathOf }`) of an editor. */
function fieldOf(node: SyntaxNode): { readonly unit: string | null; readonly kind: string | null }[] | null {
  const parts = (node.type === "JSXOpeningElement" ? node["attributes"] : node.type === "ObjectExpression" ? node["properties"] : []) as SyntaxNode[];
  const valueOf = (name: string) => {
    const part = parts.find((one) => isNode(one["name"] ?? one["key"]) && ((one["name"] ?? one["key"]) as SyntaxNode)["name"] === name);
    return part === undefined ? undefined : plainString(part["value"]);
  };
  const [unit, kind] = [valueOf("unit"), valueOf("kind")];
  return unit === undefined || kind === undefined ? null : [{ unit, kind }];
}
