import { expect, it } from "vitest";
import { createMemoContext } from "../../../../renderer/memos/blocks/memo-context.ts";
import { complianceBlocks } from "../../../../renderer/memos/sections/company-sections.tsx";
import type { Headroom } from "../../../../shared/domain/compliance.ts";
import { sampleMemo } from "./sample-memo.ts";

const silent = {
  missing: [],
  headroomFen: null,
  largestFen: null,
  leastFen: null,
  isBrokenAnyway: false,
  about: "",
  concernedLoans: null,
  priceWithoutFen: null,
};
const compliance: Headroom = {
  priceFen: 1,
  judgedOn: "2026-01-01",
  packHash: "abc",
  quarterEnd: null,
  isConfirmed: false,
  rules: [],
  answers: {},
  largestFen: null,
  bindingCode: null,
  verdicts: [
    { ...silent, code: "core", verdict: "fail", headroomFen: -1_000_000, leastFen: 2_000_000 },
    { ...silent, code: "leverage", verdict: "pass", headroomFen: 5_000_000, largestFen: 7_000_000 },
    { ...silent, code: "related", verdict: "pass", headroomFen: 5_000_000 },
    { ...silent, code: "client", verdict: "cannotTell" },
  ],
};

it("prints from what price a rule is met that a purchase helps, and no price for what cannot be told", () => {
  const blocks = complianceBlocks(createMemoContext({ ...sampleMemo({ language: "en" }), compliance }));
  const rows = blocks.flatMap((block) => (block.kind === "table" ? block.rows.map(({ cells }) => [cells[1], cells[3]]) : []));
  expect(rows).toEqual([
    ["Fail", "met from 2.00"],
    ["Pass", "7.00"],
    ["Pass", "any"],
    ["Cannot tell", "—"],
  ]);
});
