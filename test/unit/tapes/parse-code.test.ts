import { describe, expect, it } from "vitest";
import { codeParser, parseLienRank } from "../../../main/tapes/cells/parse-code.ts";

const code = (parsed: { kind: string; code?: unknown }) => parsed.code ?? parsed.kind;

describe("codes of a tape", () => {
  it.each([
    ["企业", "company"],
    ["法人", "company"],
    ["自然人", "individual"],
    ["个体工商户", "individual"],
    ["Individual", "individual"],
    ["国企", "unknown"],
    ["-", "missing"],
  ])("debtor type %s is %s", (text, expected) => expect(code(codeParser("debtorType")(text))).toBe(expected));

  it.each([
    ["抵押", "mortgage"],
    ["质押登记", "mortgage"],
    ["轮候查封", "seizure"],
    ["首封", "seizure"],
    ["租赁", "unknown"],
    [null, "missing"],
  ])("hold %s is %s", (text, expected) => expect(code(codeParser("hold")(text))).toBe(expected));

  it.each([
    ["可疑", "doubtful"],
    ["可疑类", "doubtful"],
    ["次级类贷款", "substandard"],
    ["损失", "loss"],
    ["关注", "specialMention"],
    ["正常", "normal"],
    ["Sub-standard", "substandard"],
    ["五级", "unknown"],
    ["", "missing"],
    ["-", "missing"],
  ])("class %s is %s", (text, expected) => expect(code(codeParser("fiveTierClass")(text))).toBe(expected));

  it.each([
    ["未诉", "notSued"],
    ["已诉未判", "sued"],
    ["诉讼中", "sued"],
    ["已判未执", "judged"],
    ["已调解", "judged"],
    ["执行中", "inExecution"],
    ["执行", "inExecution"],
    ["终结本次执行", "executionTerminated"],
    ["终本", "executionTerminated"],
    ["破产清算", "bankruptcy"],
    ["不清楚", "unknown"],
  ])("stage %s is %s", (text, expected) => expect(code(codeParser("litigationStage")(text))).toBe(expected));

  it.each([
    ["信用", "unsecured"],
    ["保证", "guaranteed"],
    ["抵押", "mortgaged"],
    ["质押", "pledged"],
    ["抵押+保证", "mortgagedAndGuaranteed"],
    ["保证、抵押", "mortgagedAndGuaranteed"],
    ["抵押＋质押", "mixed"],
    ["抵质押", "mixed"],
    ["抵押担保", "mortgaged"],
    ["信用+保证", "guaranteed"],
    ["抵押（已注销）", "unknown"],
    ["其他", "unknown"],
  ])("security %s is %s", (text, expected) => expect(code(codeParser("securityKind")(text))).toBe(expected));

  it.each([
    ["工业厂房", "industrial"],
    ["商铺", "shop"],
    ["办公楼", "office"],
    ["住宅", "residential"],
    ["土地使用权", "land"],
    ["在建工程", "construction"],
    ["机器设备", "equipment"],
    ["存货", "inventory"],
    ["股权", "equity"],
    ["应收账款", "receivables"],
    ["车辆", "other"],
    ["古董", "unknown"],
  ])("collateral %s is %s", (text, expected) => expect(code(codeParser("collateralKind")(text))).toBe(expected));

  it.each([
    ["第一顺位", 1],
    ["第二顺位", 2],
    ["第3顺位", 3],
    ["首位", 1],
    ["二押", 2],
    ["2", 2],
    ["最后", "unknown"],
  ])("rank %s is %s", (text, expected) => expect(code(parseLienRank(text))).toBe(expected));

  it.each([
    ["首封", "first"],
    ["轮候查封", "waiting"],
    ["轮候第2顺位", "waiting"],
    ["未查封", "none"],
    ["无", "none"],
    ["查封", "unknown"],
    ["", "missing"],
  ])("seizure %s is %s", (text, expected) => expect(code(codeParser("seizure")(text))).toBe(expected));

  it("tells an unlisted seizure word from a listed doubt", () => {
    expect(codeParser("seizure")("查封").kind).toBe("code");
    expect(codeParser("seizure")("被法院处理").kind).toBe("unknown");
  });
});
