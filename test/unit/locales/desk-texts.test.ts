import { describe, expect, test } from "vitest";
import { startTexts } from "../../../main/app/start-texts.ts";
import { i18n } from "../../../renderer/desk/i18n.ts";
import { settingsSchema } from "../../../shared/contract/app-channels.ts";
import { jobEventSchema } from "../../../shared/contract/job-events.ts";
import { marketAverageInputSchema } from "../../../shared/contract/market-channels.ts";
import * as codes from "../../../shared/domain/codes.ts";
import { fieldRecord, tapeFields } from "../../../shared/domain/tape-fields.ts";
import { errorCodes } from "../../../shared/error-codes.ts";
import { flattenTexts } from "../../../shared/locales/flatten-texts.ts";
import { en, type TextKey, zh } from "../../../shared/locales/texts.ts";

const texts = { zh: flattenTexts(zh), en: flattenTexts(en) };
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? "").sort((left, right) => left.localeCompare(right));
const missing = (keys: readonly string[]) => keys.filter((key) => !texts.zh[key] || !texts.en[key]);

const codeLists: Record<string, readonly string[]> = {
  dealKind: codes.dealKinds,
  saleProcess: codes.saleProcesses,
  dealStage: codes.dealStages,
  dealStatus: codes.dealStatuses,
  ...Object.fromEntries(tapeFields.map((field) => [field, fieldRecord(field).codes ?? []])),
  segment: codes.segments,
  caseName: codes.caseNames,
  moneyUnit: codes.moneyUnits,
  language: codes.languages,
  fillRule: codes.fillRules,
  theme: settingsSchema.shape.theme.options,
  jobKind: jobEventSchema.shape.kind.options,
  marketBase: marketAverageInputSchema.shape.base.options,
};

describe("the texts in Chinese and English", () => {
  test("have the same keys", () => {
    expect(Object.keys(texts.en).sort()).toEqual(Object.keys(texts.zh).sort());
  });

  test("have the same placeholders under each key", () => {
    const different = Object.keys(texts.zh).filter((key) => placeholders(texts.zh[key] ?? "").join() !== placeholders(texts.en[key] ?? "").join());
    expect(different).toEqual([]);
  });

  test("are never empty and have no half placeholder", () => {
    // The memo says "below" before a bound and nothing before a value.
    const broken = Object.values(texts).flatMap((language) =>
      Object.entries(language).filter(
        ([key, text]) => (text.trim() === "" && key !== "memo.bound.value") || /\{\{|\}\}/.test(text.replace(/\{\{\s*\w+\s*\}\}/g, "")),
      ),
    );
    expect(broken).toEqual([]);
  });

  test("need no plural in English: a count stands behind its word, or is never one", () => {
    // Limits are constants, thousands of paths are drawn, lines of a trace are held to golden files, and assumptions of a month are rare.
    const isNeverOne = (key: string, name: string) => key.startsWith("trace.") || key.startsWith("memo.assumptions.") || name === "limit" || name === "paths";
    const counted = /\{\{(\w+)\}\} (?:[a-z]+ )?(?:rows|loans|months|pages|paths|debtors|items|regions|crossings|guarantors)\b/g;
    const faults = Object.entries(texts.en).flatMap(([key, text]) =>
      [...text.matchAll(counted)].flatMap(([found, name = ""]) => (isNeverOne(key, name) ? [] : [`${key}: ${found}`])),
    );
    expect(faults).toEqual([]);
  });

  test("name the product and a run by one word each", () => {
    expect(Object.values(texts.zh).filter((text) => /定价版本|报价台|资产包定价工作台/.test(text))).toEqual([]);
    expect(Object.values(texts.en).filter((text) => /pricing run/i.test(text))).toEqual([]);
    expect([startTexts.zh.title, startTexts.en.title]).toEqual([zh.app.name, en.app.name]);
  });

  test("have a sentence for every error code", () => {
    expect(missing(errorCodes.map((code) => `error.${code}`))).toEqual([]);
  });

  test("have a word for every value of every code list", () => {
    expect(missing(Object.entries(codeLists).flatMap(([list, values]) => values.map((value) => `code.${list}.${value}`)))).toEqual([]);
  });

  test("say for every fill rule what it does to the bid", () => {
    expect(missing(codes.fillRules.map((rule) => `help.fillEffects.${rule}`))).toEqual([]);
  });

  test("are asked for by keys that exist: no other compiles", () => {
    const keys: TextKey[] = ["deals.title", "error.deal.notFound", "code.jobKind.simulate"];
    expect(missing(keys)).toEqual([]);
    // @ts-expect-error Such a text there is not.
    const unknown: TextKey = "deals.titel";
    // @ts-expect-error Nor on a screen, where every call of `t` is held to the same keys.
    expect(i18n.t("deals.titel")).toBe(unknown);
  });

  test("use full-width commas and semicolons between Chinese characters", () => {
    expect(Object.entries(texts.zh).filter(([, text]) => /[\u4e00-\u9fff][,;:?!][\u4e00-\u9fff]/.test(text))).toEqual([]);
  });
});
