/** Texts of the tape sheet. */
export const sheetZh = {
  sheet: {
    byHand: "手工录入",
    refusal: {
      oneName: "每行一个保证人，请分行填写",
      needed: "此栏不能为空",
      rowGone: "这一行已不在资产包中",
      noSuchContract: "资产包中没有合同编号为“{{word}}”的债权",
      contractTaken: "合同编号“{{word}}”已用于另一笔债权",
    },
  },
  "error.sheet.noField": "清单没有这一栏，未作任何更改。请重新打开资产清单。",
  "error.sheet.rowGone": "这一行已不在资产包中，未作任何更改。请重新打开资产清单。",
  "error.sheet.lastLoan": "至少保留一笔债权，未作任何更改。不再需要这个资产包时，请在“资产清单”页撤销它。",
  "error.sheet.noLoan": "找不到这一行所属的债权，未作任何更改。请重新打开资产清单。",
  "error.sheet.tooMany": "找到的单元格超过 {{limit}} 个，未作任何替换。请先筛选。",
};
