import { describe, expect, it } from "vitest";
import { reconciliationOutcomes } from "../../../shared/domain/import-report.ts";
import { tapeFields } from "../../../shared/domain/tape-fields.ts";
import { tapeErrorCodes, tapeFindingCodes } from "../../../shared/domain/tape-findings.ts";
import { mappingConfidences, sheetRoles } from "../../../shared/domain/tape-mapping.ts";
import { tapeEn } from "../../../shared/locales/en/tape-en.ts";
import { tapeZh } from "../../../shared/locales/zh/tape-zh.ts";

const holes = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(([hole]) => hole).sort();

describe("texts of the tape", () => {
  it("has a text for every code, field and state, and no other", () => {
    const wanted = [
      ...[...tapeErrorCodes, ...tapeFindingCodes].map((code) => `tape.code.${code}`),
      ...tapeFields.map((field) => `tape.field.${field}`),
      ...sheetRoles.map((role) => `tape.role.${role}`),
      ...mappingConfidences.map((confidence) => `tape.confidence.${confidence}`),
      ...reconciliationOutcomes.map((outcome) => `tape.outcome.${outcome}`),
      ...["joined", "orphan", "rejectedLoan"].map((link) => `tape.link.${link}`),
    ].sort();
    expect(Object.keys(tapeZh).sort()).toEqual(wanted);
    expect(Object.keys(tapeEn).sort()).toEqual(wanted);
  });

  it("fills the same values in both languages", () => {
    const holesOf = (texts: Readonly<Record<string, string>>) =>
      Object.entries(texts)
        .map(([key, text]) => `${key}: ${String(holes(text))}`)
        .sort((left, right) => left.localeCompare(right));
    expect(holesOf(tapeEn)).toEqual(holesOf(tapeZh));
  });
});
