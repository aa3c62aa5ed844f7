import { expect, test } from "vitest";
import { foundEntries, type PaletteEntry } from "../../../../renderer/palette/palette-entries.ts";
import { fit, spelled } from "../../../../renderer/palette/spelled.ts";

const entry = (kind: PaletteEntry["kind"], name: string, detail = ""): PaletteEntry => ({ id: `${kind} ${name}`, kind, name, detail, run: () => {} });
const entries = [
  entry("debtor", "鹤壁兴远置业有限公司"),
  entry("debtor", "重庆长江银行"),
  entry("assumption", "目标收益率（年）", "目标收益率"),
  entry("command", "保存测算…", "Ctrl+S"),
  entry("deal", "Package One", "示例银行"),
];
const names = (typed: string) => foundEntries(entries, typed).map(({ name }) => name);

test("a Chinese name is found by its characters, its pinyin and the first letters of its pinyin", () => {
  for (const typed of ["兴远", "hebi", "xingyuan", "hbxy", "HBXY"]) expect(names(typed)).toEqual(["鹤壁兴远置业有限公司"]);
  expect(names("mbsyl")).toEqual(["目标收益率（年）"]);
  expect(names("bccs")).toEqual(["保存测算…"]);
});

test("a character that is read in several ways is read as its word wants it", () => {
  for (const typed of ["chongqing", "changjiang", "cqcj"]) expect(names(typed)).toEqual(["重庆长江银行"]);
});

test("what begins with the typed text comes before what only has it, and what has it by where it is comes last", () => {
  expect(fit(spelled("银行 甲"), "银行")).toBeLessThan(fit(spelled("甲银行"), "银行") ?? 0);
  expect(names("银行")).toEqual(["重庆长江银行", "Package One"]);
  expect(names("pack 示例")).toEqual(["Package One"]);
  expect(names("nothing")).toEqual([]);
});

test("before anything is typed, debtors and assumptions keep out of the way", () => {
  expect(names("  ")).toEqual(["保存测算…", "Package One"]);
});

test("what is typed in full comes before what merely holds its words", () => {
  const [whole, other] = [spelled("Backups and data"), spelled("Land, backups of data")];
  expect(fit(other, "backups and data")).not.toBeNull();
  expect(fit(whole, "Backups and data")).toBeLessThan(fit(other, "Backups and data") ?? -2);
  expect(fit(spelled("数据质量"), "数据质量")).toBeLessThan(fit(spelled("数据质量报告"), "数据质量") ?? -2);
});
