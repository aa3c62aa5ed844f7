import { describe, expect, it } from "vitest";
import { joinSharedAssets } from "../../../main/tapes/rows/same-asset.ts";
import type { ParsedCollateral } from "../../../shared/domain/parsed-tape.ts";

const plain: ParsedCollateral = {
  sheet: "C",
  rowNumber: 2,
  securedDebtor: null,
  securedDebtorId: null,
  contractNo: "A1",
  link: "joined",
  collateralKind: "shop",
  address: "淇县",
  appraisalFen: 500,
  areaSqm: 80,
  lienRank: 1,
  seniorClaimsFen: null,
  securedCapFen: null,
  seizure: null,
  appraisalDate: "2025-01-31",
  assetNo: "豫(2021)淇县不动产权第0001234号",
  hold: null,
  priorityClaimsFen: null,
  rivalClaimsFen: null,
  waitingClaimsFen: null,
  landTitle: null,
  landPremiumFen: null,
  homebuyerClaimsFen: null,
  taxArrearsFen: null,
  wageClaimsFen: null,
  assetKey: null,
};
const keysOf = (...rows: Partial<ParsedCollateral>[]) =>
  joinSharedAssets(rows.map((row, at) => ({ ...plain, rowNumber: at + 2, ...row }))).collateral.map(({ assetKey }) => assetKey);

describe("rows of two contracts are one asset", () => {
  it("with the same certificate, kind and area, whatever the place, the appraisal or the spelling", () => {
    expect(keysOf({}, { contractNo: "A2", address: null, appraisalFen: 700, assetNo: "豫（2021）淇县不动产权第 0001234 号" })).toEqual([0, 0]);
  });

  it("without certificates where they agree in all that is known of an item", () => {
    expect(keysOf({ assetNo: null }, { assetNo: null, contractNo: "A2" })).toEqual([0, 0]);
  });

  it("in order of rows, the second of one contract with the second of another", () => {
    const first = { assetNo: "Q-2021-77" };
    expect(
      keysOf(first, first, { ...first, contractNo: "A2" }, { assetNo: "Q-2021-78" }, { ...first, contractNo: "A2" }, { ...first, contractNo: "A3" }),
    ).toEqual([0, 1, 0, null, 1, 0]);
  });
});

describe("rows of two contracts are not one asset", () => {
  it.each<[string, Partial<ParsedCollateral>]>([
    ["another certificate", { assetNo: "豫(2021)淇县不动产权第0001235号" }],
    ["another kind", { collateralKind: "land" }],
    ["another area", { areaSqm: 81 }],
    ["no certificate on one of them", { assetNo: null }],
    ["no loan", { link: "orphan" }],
  ])("with %s", (_name, change) => expect(keysOf({}, { contractNo: "A2", ...change })).toEqual([null, null]));

  it.each(["1", "A-2", "无证号说明", "12345"])("with a number like %s, which counts rows", (assetNo) => {
    expect(keysOf({ assetNo }, { assetNo, contractNo: "A2" })).toEqual([null, null]);
  });

  it.each<Partial<ParsedCollateral>>([{ appraisalFen: 501 }, { address: "浚县" }, { appraisalDate: null }, { appraisalFen: 0 }])(
    "without certificates when %j",
    (change) => expect(keysOf({ assetNo: null, ...change }, { assetNo: null, contractNo: "A2" })).toEqual([null, null]),
  );
});

it("rows of one contract stay apart", () => expect(keysOf({}, {})).toEqual([null, null]));

it("every shared row names the contract that has the asset first", () => {
  const { shared } = joinSharedAssets([plain, { ...plain, contractNo: "A2", rowNumber: 3 }, { ...plain, contractNo: "A3", rowNumber: 4 }]);
  expect(shared.map(({ row, first }) => [row.rowNumber, first])).toEqual([
    [3, "A1"],
    [4, "A1"],
  ]);
});
