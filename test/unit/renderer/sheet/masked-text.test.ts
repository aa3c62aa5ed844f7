import { describe, expect, it } from "vitest";
import { isMasked, maskedText } from "../../../../renderer/sheet/masked-text.ts";

describe("numbers of persons", () => {
  it("are hidden but for their ends: citizens, phones, cards", () => {
    expect(maskedText("debtorId", "410305198811072319")).toBe("410•••••••••••2319");
    expect(maskedText("debtorId", "11010519491231002X")).toBe("110•••••••••••002X");
    expect(maskedText("debtorId", "410305881107231")).toBe("410••••••••7231");
    expect(maskedText("remark", "电话13800138000，卡号6222021234567890123")).toBe("电话138•••••000，卡号622••••••••••••0123");
  });

  it("are not seen in a company's code, an amount or a short number", () => {
    for (const text of ["91415870JB8PC4QR6L", "914154916A60Y6RCC0", "12345678", "2025-11-13", ""]) expect(maskedText("debtorId", text)).toBe(text);
  });

  it("stand whole in numbers of contracts and certificates, which are the deal's own", () => {
    expect(maskedText("contractNo", "410305198811072319")).toBe("410305198811072319");
    expect(maskedText("assetNo", "13800138000")).toBe("13800138000");
  });

  it("are known again where they were copied hidden", () => {
    expect(isMasked(maskedText("debtorId", "13800138000"))).toBe(true);
    expect(isMasked("• 备注")).toBe(false);
  });
});
