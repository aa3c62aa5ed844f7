import { describe, expect, it } from "vitest";
import { i18n } from "../../../../renderer/desk/i18n.ts";
import { type SheetColumnLook, sheetLooks } from "../../../../renderer/sheet/sheet-columns.ts";
import { helpWith } from "../../../../renderer/sheet/typing-help.ts";
import type { TapeField } from "../../../../shared/domain/tape-fields.ts";

const parts = { t: i18n.t, unit: "wanYuan", language: "zh" } as const;
const look = (field: TapeField): SheetColumnLook => sheetLooks.loan.find(({ key }) => key === field) as SheetColumnLook; // each is a column of loans

describe("help with what is typed", () => {
  it("offers the codes that a text begins to name, and takes the first of them", () => {
    const { options, isClosed } = helpWith(look("fiveTierClass"), "疑", parts);
    expect(options).toEqual([i18n.t("code.fiveTierClass.doubtful")]);
    expect(isClosed).toBe(true);
  });

  it("offers all codes where a whole one stands, and means none of them", () => {
    const whole = helpWith(look("fiveTierClass"), i18n.t("code.fiveTierClass.doubtful"), parts);
    expect(whole.options.length).toBeGreaterThan(3);
    expect(whole.isClosed).toBe(false);
  });

  it("says the unit of an amount, then how it is read, then what is wrong with it", () => {
    expect(helpWith(look("principal"), "", parts).note).toContain("万元");
    expect(helpWith(look("principal"), "1.2亿", parts).note).toContain("12,000.00 万元");
    expect(helpWith(look("principal"), "甲", parts).note).toBe(i18n.t("typed.notANumber"));
  });

  it("makes a day of a month by its ends", () => {
    expect(helpWith(look("maturityDate"), "2024年2月", parts).options).toEqual(["2024-02-01", "2024-02-29"]);
    expect(helpWith(look("maturityDate"), "20240315", parts).note).toContain("2024-03-15");
  });
});
