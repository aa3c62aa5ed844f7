import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../main/assumptions/default-assumptions.ts";
import type { AssumptionSources } from "../../../shared/domain/assumptions.ts";
import { valuesMark } from "../../../shared/domain/source-evidence.ts";
import { judgedGroups, sourcedGroups, sourcedShare } from "../../../shared/domain/value-grounds.ts";

const { assumptions, sources } = defaultAssumptionSet;
const routes = [
  { route: "sale" as const, valueFen: 60, share: 0.6 },
  { route: "guarantor" as const, valueFen: 10, share: 0.1 },
  { route: "cash" as const, valueFen: 30, share: 0.3 },
];
const cashGroups = ["curves", "agedCurves", "conditions", "exits"] as const;
const ofFile = (group: (typeof cashGroups)[number], values: unknown) => ({
  ...sources[group],
  evidence: { fileName: "own.xlsx", sha256: "0".repeat(64), readOn: "2025-10-01", loans: 40, values: valuesMark(values) },
});

describe("the part of a value that has sources", () => {
  it("is none under the built-in assumptions, which say so of their groups", () => {
    expect(sourcedShare({ routes }, sourcedGroups(assumptions, sources))).toBe(0);
  });

  it("holds a route once all of its groups come from own records, and loses it with an edit", () => {
    const own = Object.fromEntries(cashGroups.map((group) => [group, ofFile(group, assumptions[group])])) as Pick<AssumptionSources, "curves">;
    const calibrated = { ...sources, ...own };
    expect(sourcedShare({ routes }, sourcedGroups(assumptions, calibrated))).toBeCloseTo(0.3, 12);
    const edited = { ...assumptions, exits: { ...assumptions.exits, mode: "best" as const } };
    expect(sourcedShare({ routes }, sourcedGroups(edited, calibrated))).toBe(0);
  });

  it("names the groups that keep routes with receipts from counting", () => {
    const collateral = { ...sources, collateral: { ...sources.collateral, sourced: true } };
    const groups = (of: typeof routes) => judgedGroups({ routes: of }, sourcedGroups(assumptions, collateral));
    expect(groups(routes)).toEqual(
      ["timing", "saleTaxes", "priorities", "guarantors", ...cashGroups].filter((group) => !collateral[group as "timing"].sourced),
    );
    expect(groups([{ ...routes[0], share: 0 }, routes[1]] as typeof routes)).toEqual(["guarantors"]);
  });

  it("counts a sourced group only as it stands in its set", () => {
    const guaranteed = { ...sources, guarantors: { ...sources.guarantors, sourced: true } };
    expect(sourcedShare({ routes }, sourcedGroups(assumptions, guaranteed))).toBeCloseTo(0.1, 12);
    expect(
      sourcedShare(
        { routes },
        sourcedGroups(assumptions, guaranteed, (group) => group === "guarantors"),
      ),
    ).toBe(0);
  });

  it("does not exist where nothing comes", () => {
    expect(sourcedShare({ routes: [{ route: "sale", valueFen: 0, share: null }] }, new Set())).toBeNull();
  });
});
