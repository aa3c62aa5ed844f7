import { expect, it } from "vitest";
import { headersOf, mappingAgain, withUnit } from "../../../../renderer/tapes/left-mapping.ts";
import type { KeptTapeDraft } from "../../../../shared/contract/tape-channels.ts";
import type { TapeInspection, TapeMapping } from "../../../../shared/domain/tape-mapping.ts";

const sheet = (name: string, ...headers: string[]) => ({ name, columns: headers.map((header, index) => ({ index, header })) });
const inspected = (sha256: string, ...sheets: ReturnType<typeof sheet>[]) => ({ sha256, sheets }) as unknown as TapeInspection;
const mapped = (name: string, unit: "yuan" | "wanYuan"): TapeMapping["sheets"][number] => ({ name, role: "loans", headerRows: [1], unit, columns: [] });
const before = inspected("a", sheet("贷款", "合同号", "本金"), sheet("抵押物", "合同号", "评估价"));
const left: KeptTapeDraft = {
  fileToken: "t",
  fileName: "清单.xlsx",
  sha256: "a",
  keptAt: "",
  encoding: null,
  delimiter: null,
  headers: headersOf(before),
  mapping: { sheets: [mapped("贷款", "wanYuan"), mapped("抵押物", "wanYuan")], cutOffDate: { unread: "9月" }, currency: "CNY" },
};
const proposed: TapeMapping = { sheets: [mapped("贷款", "yuan"), mapped("抵押物", "yuan")], cutOffDate: "2025-09-30", currency: null };

it("is the same on the same bytes", () => {
  expect(mappingAgain(left, before, proposed)).toEqual(left.mapping);
});

it("is taken over on another edition for the sheets whose headers are the same; date and currency are the file's own", () => {
  const edition = inspected("b", sheet("贷款", "合同号", "本金"), sheet("抵押物", "合同号", "坐落", "评估价"));
  expect(mappingAgain(left, edition, proposed)).toEqual({ ...proposed, sheets: [mapped("贷款", "wanYuan"), mapped("抵押物", "yuan")] });
});

it("of files to which others are added stays, with the day and currency that were stated", () => {
  const added = inspected("d", sheet("贷款", "合同号", "本金"), sheet("抵押物", "合同号", "评估价"), sheet("保证人", "合同号", "保证人"));
  const offered: TapeMapping = { ...proposed, sheets: [...proposed.sheets, { ...mapped("保证人", "yuan"), role: "guarantors" }] };
  const stated = {
    ...left,
    sha256: null,
    isAddedTo: true as const,
    mapping: { sheets: left.mapping?.sheets ?? [], cutOffDate: "2025-06-30", currency: "CNY" as const },
  };
  expect(mappingAgain(stated, added, offered)).toEqual({
    ...offered,
    sheets: [mapped("贷款", "wanYuan"), mapped("抵押物", "wanYuan"), { ...mapped("保证人", "yuan"), role: "guarantors" }],
    cutOffDate: "2025-06-30",
    currency: "CNY",
  });
});

it("isn't taken over on a file of other headers, nor where nothing was mapped", () => {
  expect(mappingAgain(left, inspected("c", sheet("贷款", "债务人")), proposed)).toBeNull();
  expect(mappingAgain({ ...left, mapping: null }, before, proposed)).toBeNull();
});

it("takes the unit that was stated with the deal for its loans, and for any list that states none", () => {
  const open: TapeMapping = { ...proposed, sheets: [mapped("贷款", "yuan"), { ...mapped("抵押物", "yuan"), role: "collateral", unit: null }] };
  expect(withUnit(open, "wanYuan")?.sheets.map(({ unit }) => unit)).toEqual(["wanYuan", "wanYuan"]);
  const stated: TapeMapping = { ...proposed, sheets: [mapped("贷款", "yuan"), { ...mapped("抵押物", "yuan"), role: "collateral" }] };
  expect(withUnit(stated, "wanYuan")?.sheets.map(({ unit }) => unit)).toEqual(["wanYuan", "yuan"]);
  expect(withUnit(open, null)).toBe(open);
});
