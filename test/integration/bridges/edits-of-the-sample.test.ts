import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bridgeBids, type StateBridge } from "../../../main/engine/bridge/bid-bridge.ts";
import { laySideBySide } from "../../../main/engine/bridge/bridge-sides.ts";
import { bitOf } from "../../../main/engine/bridge/column-causes.ts";
import { loanDifferences } from "../../../main/engine/bridge/loan-differences.ts";
import type { PackageColumns } from "../../../main/engine/engine-types.ts";
import { type ColumnArray, columnNames, columnTable } from "../../../main/engine/package-columns.ts";
import { type PackageInput, pricePackage } from "../../../main/engine/price-package.ts";
import type { BridgeCause } from "../../../shared/domain/bid-bridge.ts";
import { caseNames, litigationStages } from "../../../shared/domain/codes.ts";
import { openTestDesk, type TestDesk } from "../pricing/test-desk.ts";
import { dealWithTape } from "../sheet/sheet-desk.ts";

/** Planted edits in all, and in one bridge. */
const edits = 1_000;
const editsPerBridge = 50;

let desk: TestDesk;
let sample: PackageInput;
beforeAll(async () => {
  desk = openTestDesk();
  const dealId = await dealWithTape(desk);
  await desk.pricing.price(dealId, await desk.assumptions.model(dealId));
  const { id } = await desk.runs.save(dealId, "清单");
  sample = (await desk.runs.bridgeable(id)).input;
});
afterAll(() => desk.close());

/** Whole numbers below a bound that a seed decides (mulberry32). */
function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), 61 | bits);
    return Math.floor((((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const end = (columns: PackageColumns, loan: number) => columns.collateralStart[loan + 1] ?? 0;
type Edit = readonly [BridgeCause, (columns: PackageColumns, loan: number) => boolean];

/** Edits of one loan, each of one cause; false where the loan has nothing to edit. */
const plants: readonly Edit[] = [
  [
    "balances",
    (columns, loan) => {
      columns.upb[loan] = (columns.upb[loan] ?? 0) + 10_000;
      return true;
    },
  ],
  [
    "collateral",
    (columns, loan) => {
      const first = columns.collateralStart[loan] ?? 0;
      if (first === end(columns, loan)) return false;
      columns.appraisal[first] = (columns.appraisal[first] ?? 0) * 0.9 + 1;
      return true;
    },
  ],
  [
    "timing",
    (columns, loan) => {
      columns.stage[loan] = ((columns.stage[loan] ?? 0) + 1) % litigationStages.length;
      return true;
    },
  ],
  [
    "guarantors",
    (columns, loan) => {
      columns.guarantorUnnamed[loan] = 1 - (columns.guarantorUnnamed[loan] ?? 0);
      return true;
    },
  ],
  [
    "other",
    (columns, loan) => {
      columns.debtorIsCompany[loan] = 1 - (columns.debtorIsCompany[loan] ?? 0);
      return true;
    },
  ],
];

/** Some rows of a package in another order, with what hangs on them. */
function rowsOf(columns: PackageColumns, rows: readonly number[]): PackageColumns {
  const partsOf = (starts: Uint32Array) =>
    rows.flatMap((row) => Array.from({ length: (starts[row + 1] ?? 0) - (starts[row] ?? 0) }, (_, at) => (starts[row] ?? 0) + at));
  const entries = { loan: rows, item: partsOf(columns.collateralStart), guarantor: partsOf(columns.guarantorStart) };
  const picked = Object.fromEntries(
    columnNames.map((name) => {
      const { per } = columnTable[name];
      const column = columns[name];
      if (per !== "starts") return [name, entriesOf(column, entries[per])];
      const starts = new Uint32Array(rows.length + 1);
      rows.forEach((row, at) => {
        starts[at + 1] = (starts[at] ?? 0) + (column[row + 1] ?? 0) - (column[row] ?? 0);
      });
      return [name, starts];
    }),
  );
  return { ...columns, ...picked, loanCount: rows.length };
}

function entriesOf(column: ColumnArray, entries: readonly number[]): ColumnArray {
  const picked = column.slice(0, entries.length);
  entries.forEach((at, place) => {
    picked[place] = column[at] ?? 0;
  });
  return picked;
}

interface Edited {
  readonly columns: PackageColumns;
  /** Rows of the sample in the order of the edited package. */
  readonly rows: readonly number[];
  /** [row of the sample] causes that were planted, as a set of bits. */
  readonly planted: Uint16Array;
}

function editSample(seed: number): Edited {
  const draw = drawer(seed);
  const copy = structuredClone(sample.columns);
  const planted = new Uint16Array(copy.loanCount);
  const gone = new Set<number>();
  for (let count = 0; count < editsPerBridge; count++) {
    const loan = draw(copy.loanCount);
    const plant = plants[draw(plants.length + 1)];
    if (plant === undefined) gone.add(loan);
    // Planted once: the same edit made twice could take itself back.
    else if (((planted[loan] ?? 0) & bitOf(plant[0])) === 0 && plant[1](copy, loan)) planted[loan] = (planted[loan] ?? 0) | bitOf(plant[0]);
  }
  for (const loan of gone) planted[loan] = bitOf("dropped");
  const rows = Array.from({ length: copy.loanCount }, (_, row) => row).filter((row) => !gone.has(row));
  return { columns: rowsOf(copy, rows), rows, planted };
}

function matchOf(rows: readonly number[]) {
  const to = new Int32Array(sample.columns.loanCount).fill(-1);
  rows.forEach((row, at) => {
    to[row] = at;
  });
  return { from: Int32Array.from(to, (_, row) => row), to };
}

const bidsOf = (columns: PackageColumns) => pricePackage({ ...sample, columns }).result.cases.map(({ maxBidFen }) => maxBidFen);
const sum = (parts: Iterable<number>) => [...parts].reduce((total, part) => total + part, 0);

function expectToAddUp(bridge: StateBridge, bids: readonly number[]): void {
  for (const [at, name] of caseNames.entries()) {
    expect(Math.abs(bridge.to[name] - (bids[at] ?? 0))).toBeLessThanOrEqual(1);
    expect(bridge.from[name] + sum(bridge.causes.map(({ moves }) => moves[name]))).toBe(bridge.to[name]);
    for (const { moves, ofPackage, ofLoans } of bridge.causes) expect(sum(ofLoans[name]) + ofPackage[name]).toBe(moves[name]);
  }
}

describe(`${edits} edits planted in the sample`, () => {
  it("are all found and no other, add up to the fen, and are the same with the rows turned round", () => {
    for (let seed = 1; seed <= edits / editsPerBridge; seed++) {
      const { columns, rows, planted } = editSample(seed);
      const match = matchOf(rows);
      expect(loanDifferences(laySideBySide(sample.columns, columns, match))).toEqual(planted);
      const bridge = bridgeBids(sample, { ...sample, columns }, match);
      expectToAddUp(bridge, bidsOf(columns));
      const turned = rows.toReversed();
      const again = bridgeBids(
        sample,
        {
          ...sample,
          columns: rowsOf(
            columns,
            turned.map((row) => match.to[row] ?? 0),
          ),
        },
        matchOf(turned),
      );
      expect(again.causes).toEqual(bridge.causes);
    }
  });
});
