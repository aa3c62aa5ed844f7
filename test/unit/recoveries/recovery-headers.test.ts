import { describe, expect, it } from "vitest";
import { findRecoveryHeader } from "../../../main/recoveries/recovery-headers.ts";
import { proposedSegment } from "../../../main/recoveries/segment-words.ts";

const columnsOf = (...headers: string[]) => {
  const found = findRecoveryHeader([
    { rowNumber: 1, cells: ["某银行已核销贷款回收清单"] },
    { rowNumber: 2, cells: headers },
  ]);
  return Object.fromEntries(Object.entries(found?.columns ?? {}).flatMap(([field, index]) => (index === null ? [] : [[field, headers[index]]])));
};

describe("headers of a list of closed loans", () => {
  it("are known in Chinese", () => {
    expect(columnsOf("序号", "借据号", "产品名称", "核销日期", "核销时本金余额（万元）", "累计回收金额（万元）", "清收费用")).toEqual({
      loanId: "借据号",
      segment: "产品名称",
      startDate: "核销日期",
      balance: "核销时本金余额（万元）",
      receipts: "累计回收金额（万元）",
    });
    expect(columnsOf("合同编号", "分层", "收购日", "债权余额", "回款日期", "回款金额", "数据截止日")).toEqual({
      loanId: "合同编号",
      segment: "分层",
      startDate: "收购日",
      balance: "债权余额",
      receiptDate: "回款日期",
      receipts: "回款金额",
      observedTo: "数据截止日",
    });
  });

  it("are known in English, and what is a fee, a date or a rate is no amount", () => {
    expect(
      columnsOf("Loan ID", "Product", "Charge-off date", "Outstanding principal", "Realised collection fees", "Recovery rate", "Realised recoveries"),
    ).toEqual({
      loanId: "Loan ID",
      segment: "Product",
      startDate: "Charge-off date",
      balance: "Outstanding principal",
      receipts: "Realised recoveries",
    });
  });

  it("are the row with the most of them, not a title; none where no row has two texts", () => {
    expect(
      findRecoveryHeader([
        { rowNumber: 1, cells: ["余额", null] },
        { rowNumber: 2, cells: ["余额", "回收", "分层"] },
      ])?.row.rowNumber,
    ).toBe(2);
    expect(findRecoveryHeader([{ rowNumber: 1, cells: [1, 2, 3] }])).toBeNull();
  });
});

describe("the model's segment of a name in a file", () => {
  it.each([
    ["信用卡透支", "retailCard"],
    ["个人消费贷款", "retailConsumer"],
    ["个人经营性贷款", "retailBusiness"],
    ["Credit card", "retailCard"],
    ["抵押", "corporateSecured"],
    ["保证", "corporateGuaranteed"],
    ["信用", "corporateUnsecured"],
    ["unsecured", "corporateUnsecured"],
    ["retailOther", "retailOther"],
    ["C", null],
  ])("%s: %s", (name, segment) => expect(proposedSegment(name)).toBe(segment));
});
