import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import { withNumberAt } from "../../../../renderer/model/edit-path.ts";
import { entriesToPutBack, refusedEntries } from "../../../../renderer/model/refused-entries.ts";
import type { ModelEdit } from "../../../../shared/contract/assumption-channels.ts";

const { assumptions, cases } = defaultAssumptionSet;
const model: ModelEdit = { assumptions, cases, bidPriceFen: null };
const share = ["assumptions", "collateral", "rounds", 0, "openingShare"] as const;

describe("what the workbench refused", () => {
  it("is found with its place: a text, and a number out of its range", () => {
    const typed = withNumberAt(withNumberAt(model, share, { unread: "七成" }), ["assumptions", "hurdleRate"], 12);
    const invalid = new Set(["assumptions.collateral.rounds.0.openingShare", "assumptions.hurdleRate"]);
    const entries = refusedEntries(typed, invalid);
    expect(entries).toEqual(
      expect.arrayContaining([
        { path: [...share], value: { unread: "七成" } },
        { path: ["assumptions", "hurdleRate"], value: 12 },
      ]),
    );
    expect(entries).toHaveLength(2);
    expect(entriesToPutBack(JSON.parse(JSON.stringify(entries)), model)).toEqual(entries);
  });

  it("is nothing where nothing is refused", () => {
    expect(refusedEntries(model, new Set())).toEqual([]);
  });

  it("goes back only to places that still take a number", () => {
    const bid = { path: ["bidPriceFen"], value: { unread: "一亿多" } };
    const gone = { path: ["assumptions", "collateral", "rounds", 9, "openingShare"], value: { unread: "x" } };
    const group = { path: ["assumptions", "collateral"], value: 1 };
    const other = { path: ["assumptions", "noSuchField"], value: 1 };
    expect(entriesToPutBack([bid, gone, group, other], model)).toEqual([bid]);
    for (const kept of [null, "text", [{ path: "a", value: 1 }], [{ path: [], value: {} }]]) expect(entriesToPutBack(kept, model)).toEqual([]);
  });
});
