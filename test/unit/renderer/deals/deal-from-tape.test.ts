import { describe, expect, it } from "vitest";
import { dealFromTape } from "../../../../renderer/deals/deal-from-tape.ts";
import { newDeal } from "../../../../shared/contract/deal-channels.ts";
import type { TapeInspection } from "../../../../shared/domain/tape-mapping.ts";

const inspected = (titleLines: readonly string[], cutOffDate: string | null = null, unit: "yuan" | "wanYuan" | null = null) =>
  ({
    sheets: [{ name: "清单", titleLines, columns: [], dataRowCount: 0, statedUnit: unit }],
    suggestedMapping: { sheets: [{ name: "清单", role: "loans", unit, columns: [], headerRows: [1] }], cutOffDate, currency: null },
  }) as unknown as TapeInspection;
const proposed = (fileName: string, ...inspection: Parameters<typeof inspected>) => dealFromTape({ fileToken: "t", fileName }, inspected(...inspection));

describe("a deal that begins with its tape", () => {
  it("takes its name from the file, and date and unit from what stands in it", () => {
    expect(proposed("洛阳农商_2025年 第1期.xlsx", [], "2025-09-30", "wanYuan")).toEqual({
      file: { fileToken: "t", fileName: "洛阳农商_2025年 第1期.xlsx" },
      deal: { ...newDeal, name: "洛阳农商 2025年 第1期", cutOffDate: "2025-09-30" },
      unit: "wanYuan",
      likelyUnit: null,
    });
  });

  it.each([
    ["as it is stated", ["不良资产清单", "转让方：示例资产管理有限公司 基准日：2025-09-30"], "示例资产管理有限公司"],
    ["as it is stated in English", ["Seller: Example Rural Bank, Luoyang"], "Example Rural Bank"],
    ["as a title begins", ["示例农村商业银行股份有限公司洛阳分行不良贷款清单"], "示例农村商业银行股份有限公司洛阳分行"],
    ["of a file that names none", ["债权清单"], ""],
  ] as const)("has its seller %s", (_how, lines, seller) => {
    expect(proposed("tape.csv", lines).deal.seller).toBe(seller);
  });

  it("has no unit that the file doesn't state, only a word on what its numbers look like", () => {
    const list = inspected(["债权清单"]);
    const typical = { median: 3_000_000, mean: 3_500_000 };
    const told = {
      ...list,
      sheets: list.sheets.map((sheet) => ({ ...sheet, columns: [{ index: 0, typical }], dataRowCount: 100 })),
      suggestedMapping: {
        ...list.suggestedMapping,
        sheets: list.suggestedMapping.sheets.map((sheet) => ({ ...sheet, columns: [{ index: 0, field: "principal", unit: null }] })),
      },
    } as unknown as TapeInspection;
    const { unit, likelyUnit } = dealFromTape({ fileToken: "t", fileName: "a.csv" }, told);
    expect([unit, likelyUnit]).toEqual([null, "yuan"]);
  });

  it("looks for its seller in the file's name last, and cuts names to what the register holds", () => {
    expect(proposed("郑州银行第3期.csv", ["债权清单"]).deal.seller).toBe("郑州银行");
    expect(proposed(`${"长".repeat(200)}.csv`, []).deal.name).toHaveLength(120);
  });
});
