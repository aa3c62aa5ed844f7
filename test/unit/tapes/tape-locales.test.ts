import { describe, expect, it } from "vitest";
import { tapeFeature } from "../../../shared/contract/tape-channels.ts";
import { choiceCodes, leftRowKinds, reconciliationOutcomes } from "../../../shared/domain/import-report.ts";
import { helpedFields, tapeFields } from "../../../shared/domain/tape-fields.ts";
import { tapeErrorCodes, tapeFindingCodes } from "../../../shared/domain/tape-findings.ts";
import { drawdownChoices, mappingConfidences, sheetRoles, tapeDelimiters } from "../../../shared/domain/tape-mapping.ts";
import { tapeUnits } from "../../../shared/domain/tape-units.ts";
import { tapeEn } from "../../../shared/locales/en/tape-en.ts";
import { tapeFieldsEn } from "../../../shared/locales/en/tape-fields-en.ts";
import { flattenTexts } from "../../../shared/locales/flatten-texts.ts";
import { tapeFieldsZh } from "../../../shared/locales/zh/tape-fields-zh.ts";
import { tapeZh } from "../../../shared/locales/zh/tape-zh.ts";

const textsZh = flattenTexts({ tape: tapeFieldsZh, ...tapeZh });
const textsEn = flattenTexts({ tape: tapeFieldsEn, ...tapeEn });
const holes = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(([hole]) => hole).sort();

describe("texts of the tape", () => {
  it("has a text for every code, field, help and state, and no other", () => {
    const wanted = [
      ...[...tapeErrorCodes, ...tapeFindingCodes].map((code) => `tape.code.${code}`),
      ...tapeFields.map((field) => `tape.field.${field}`),
      ...helpedFields.map((field) => `tape.fieldHelp.${field}`),
      ...sheetRoles.map((role) => `tape.role.${role}`),
      ...mappingConfidences.map((confidence) => `tape.confidence.${confidence}`),
      ...reconciliationOutcomes.map((outcome) => `tape.outcome.${outcome}`),
      ...tapeUnits.map((unit) => `tape.unit.${unit}`),
      ...tapeDelimiters.map((delimiter) => `tape.delimiter.${delimiter}`),
      ...["label", "of", "choose", ...drawdownChoices].map((key) => `tape.drawdowns.${key}`),
      ...leftRowKinds.map((kind) => `tape.left.${kind}`),
      ...choiceCodes.map((code) => `tape.choice.${code}`),
      ...["choice", "hiddenSheet", "unusedSheet", "unusedColumn", "unusedRows"].map((key) => `tape.said.${key}`),
      ...["joined", "orphan", "rejectedLoan"].map((link) => `tape.link.${link}`),
      ...tapeFeature.errorCodes.map((code) => `error.${code}`),
      ...tapeFeature.jobKinds.map((kind) => `code.jobKind.${kind}`),
    ].sort();
    expect(Object.keys(textsZh).sort()).toEqual(wanted);
    expect(Object.keys(textsEn).sort()).toEqual(wanted);
  });

  it("fills the same values in both languages", () => {
    const holesOf = (texts: Readonly<Record<string, string>>) =>
      Object.entries(texts)
        .map(([key, text]) => `${key}: ${String(holes(text))}`)
        .sort((left, right) => left.localeCompare(right));
    expect(holesOf(textsEn)).toEqual(holesOf(textsZh));
  });
});
