import type { SameKeys } from "../flatten-texts.ts";
import type { sheetZh } from "../zh/sheet-zh.ts";

/** Texts of the tape sheet. */
export const sheetEn: SameKeys<typeof sheetZh> = {
  sheet: {
    byHand: "Typed by hand",
    refusal: {
      oneName: "One guarantor a row: add a row for each",
      needed: "This can't be empty",
      rowGone: "This row is no longer in the package",
      noSuchContract: "No loan of the package has the contract number “{{word}}”",
      contractTaken: "Another loan has the contract number “{{word}}”",
    },
  },
  "error.sheet.noField": "The list has no such column. Nothing was changed. Open the tape sheet again.",
  "error.sheet.rowGone": "This row is no longer in the package. Nothing was changed. Open the tape sheet again.",
  "error.sheet.lastLoan": "A package keeps at least one loan. Nothing was removed. To give the package up, undo it on the tape's screen.",
  "error.sheet.noLoan": "The loan of this row is no longer in the package. Nothing was changed. Open the tape sheet again.",
  "error.sheet.tooMany": "More than {{limit}} cells hold it. Nothing was replaced. Filter the list first.",
};
