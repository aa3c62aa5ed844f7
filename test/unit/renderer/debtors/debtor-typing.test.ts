import { describe, expect, it } from "vitest";
import { joinedPatch, patchOf, readDebtorText, type TypedPlace, typedPlaceOf, typedTextOf } from "../../../../renderer/debtors/debtor-typing.ts";
import { helpWithDebtor } from "../../../../renderer/debtors/debtor-typing-help.ts";
import { i18n } from "../../../../renderer/desk/i18n.ts";
import type { DebtorRow } from "../../../../shared/contract/debtor-channels.ts";
import { emptyEntry } from "../../../../shared/domain/debtor-sheet.ts";

const { t } = i18n;
const words = { unit: "wanYuan", t } as const;
const place = (key: string) => typedPlaceOf(key) as TypedPlace; // keys of columns that take typing

const ofModel = {
  grossFen: 123_456_700,
  costsFen: 1_000_000,
  netFen: 0,
  months: 30.4,
  discountRate: 0.12,
  margin: null,
  presentValueFen: 0,
  bidFen: 0,
  isOwn: false,
};
const row: DebtorRow = {
  loanId: 1,
  debtorName: "偃师永宏物流有限公司",
  debtorId: null,
  loans: 1,
  principalFen: 0,
  interestFen: 0,
  feesFen: 0,
  claimFen: 0,
  netCollateralFen: 0,
  allocatedFen: 0,
  cases: { low: ofModel, base: ofModel, high: { ...ofModel, months: null } },
  entry: null,
  sharesWith: 0,
};
const from = { grossFen: 123_456_700, costsFen: 1_000_000, months: 30 };

describe("columns", () => {
  it("take typing where the desk states them, and nowhere else", () => {
    for (const key of ["low.grossFen", "high.margin", "lowWeight", "note", "groupName"]) expect(typedPlaceOf(key)).not.toBeNull();
    for (const key of ["debtorName", "claimFen", "low.netFen", "low.bidFen", "base.grossFen", "base.months"]) expect(typedPlaceOf(key)).toBeNull();
  });
});

describe("a text in a column", () => {
  it.each([
    ["low.grossFen", "4,000", 4_000_000_000],
    ["low.costsFen", "1.2亿", 12_000_000_000],
    ["high.months", "18", 18],
    ["low.margin", "10", 0.1],
    ["low.discountRate", "12%", 0.12],
    ["underwrittenOn", "2025年11月3日", "2025-11-03"],
    ["note", " 厂房空置 ", "厂房空置"],
    ["note", "", null],
  ])("%s: %s", (key, text, value) => {
    expect(readDebtorText(place(key), text, words)).toEqual({ value });
  });

  it("is refused with its sentence where it can't stand there", () => {
    for (const [key, text] of [
      ["low.grossFen", "很多"],
      ["low.grossFen", "-5"],
      ["low.months", "601"],
      ["low.months", "1.5"],
      ["low.margin", "100"],
      ["lowWeight", "120"],
      ["method", "其他"],
      ["underwrittenOn", "2025-02-30"],
      ["evidence", "字".repeat(501)],
    ] as const)
      expect(readDebtorText(place(key), text, words), `${key} ${text.slice(0, 10)}`).toMatchObject({ problem: expect.stringMatching(/./) as string });
  });

  it("is a word of a choice, in whatever case", () => {
    expect(readDebtorText(place("method"), t("debtors.method.combined").toUpperCase(), words)).toEqual({ value: "combined" });
    expect(readDebtorText(place("marginBasis"), t("debtors.marginShort.onCost"), words)).toEqual({ value: "onCost" });
    expect(helpWithDebtor("method", "", { ...words, language: "zh" }).options).toContain(t("debtors.method.liquidation"));
  });

  it("is what the editor begins with, read back as the same figure", () => {
    expect(typedTextOf(place("low.grossFen"), row, words)).toBe("123.4567");
    expect(typedTextOf(place("low.months"), row, words)).toBe("30");
    expect(typedTextOf(place("low.margin"), row, words)).toBe("");
    const entry = { ...emptyEntry, lowWeight: 0.29, typedBy: "", typedAt: "" };
    expect(readDebtorText(place("lowWeight"), typedTextOf(place("lowWeight"), { ...row, entry }, words), words)).toEqual({ value: 0.29 });
  });
});

describe("what a cell makes of a line", () => {
  it("begins with the model's figures as they are shown", () => {
    expect(patchOf(place("low.costsFen"), row, 7, t)).toEqual({ low: { from, to: { costsFen: 7 } } });
    expect(patchOf(place("high.grossFen"), row, 7, t)).toEqual({ problem: t("debtors.typing.monthsFirst") });
    expect(patchOf(place("high.months"), row, 7, t)).toEqual({ high: { from: { ...from, months: 7 }, to: { months: 7 } } });
  });

  it("goes back to the model where a sum is emptied, and states nothing of an empty cell", () => {
    expect(patchOf(place("low.grossFen"), row, null, t)).toEqual({ low: null });
    expect(patchOf(place("low.margin"), row, null, t)).toEqual({});
    expect(patchOf(place("evidence"), row, null, t)).toEqual({ evidence: "" });
    expect(patchOf(place("lowWeight"), row, 0.4, t)).toEqual({ problem: t("debtors.edit.weightUnused") });
  });

  it("joins what several cells of a row state", () => {
    const gross = { low: { from, to: { grossFen: 9 } } };
    expect(joinedPatch(gross, { low: { from, to: { months: 3 } }, note: "x" })).toEqual({ low: { from, to: { grossFen: 9, months: 3 } }, note: "x" });
    expect(joinedPatch(gross, { low: null })).toEqual({ low: null });
  });
});
