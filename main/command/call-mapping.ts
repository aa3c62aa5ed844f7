import { doubtsOf } from "../../shared/domain/tape-doubts.ts";
import type { HeaderChoice, SheetInspection, SheetMapping, TapeInspection, TapeMapping } from "../../shared/domain/tape-mapping.ts";
import { CommandError } from "./command-error.ts";
import type { PriceOptions, StatedRole } from "./command-options.ts";

/** What the call states of a list, for the file to be looked at again: its header rows stay as they were found. */
export function choicesOfCall({ sheets }: TapeInspection, stated: StatedRole): HeaderChoice[] {
  const names = sheets.map(({ name }) => name).join(", ");
  if (stated.sheet === null && sheets.length > 1) throw new CommandError("roleOfSeveral", { role: stated.role, sheets: names });
  const found = stated.sheet === null ? sheets[0] : sheets.find(({ name }) => name === stated.sheet);
  if (found === undefined) throw new CommandError("sheetUnknown", { sheet: stated.sheet ?? "", sheets: names });
  return [{ name: found.name, role: stated.role, headerRows: found.headerRows }];
}

/** The mapping that the inspection proposes, with what the call states. What the window would ask for stays open and is refused. */
export function mappingOfCall(
  { suggestedMapping, sheets }: TapeInspection,
  { unit, cutOffDate, drawdowns = null }: Pick<PriceOptions, "unit" | "cutOffDate"> & Partial<Pick<PriceOptions, "drawdowns">>,
): TapeMapping {
  // Every unit that a call can name is one of yuan, and without any the file is refused.
  const mapping: TapeMapping = { ...withDrawdowns(suggestedMapping, drawdowns), cutOffDate: cutOffDate ?? suggestedMapping.cutOffDate, currency: "CNY" };
  if (unit === null) return mapping;
  return {
    ...mapping,
    sheets: mapping.sheets.map((sheet) =>
      withUnit(
        sheet,
        sheets.find(({ name }) => name === sheet.name),
        unit,
      ),
    ),
  };
}

/** The unit for amounts whose own the file leaves open. A unit that contradicts the file's is refused: it would be out by ten thousand times. */
function withUnit(sheet: SheetMapping, inspection: SheetInspection | undefined, unit: NonNullable<PriceOptions["unit"]>): SheetMapping {
  if (sheet.role !== "notes" && sheet.unit !== null && sheet.unit !== unit) {
    throw new CommandError("unitContradicts", { sheet: sheet.name, stated: sheet.unit, unit });
  }
  const changed = { ...sheet, unit };
  const doubts = inspection === undefined ? [] : doubtsOf(inspection, changed);
  // A unit of yuan, for a list that states none, is what the window would ask of a list of another currency.
  const isSettled = doubts.length > 0 && doubts.every(({ code }) => code === "listCurrency") && inspection?.statedUnit === null;
  return isSettled ? { ...changed, isConfirmed: true } : changed;
}

/** Drawdowns are loans of their own unless the call says that those of a contract are parts of one claim: no sum hangs on it. */
function withDrawdowns(mapping: TapeMapping, drawdowns: PriceOptions["drawdowns"]): TapeMapping {
  if (drawdowns === null) return mapping;
  return { ...mapping, sheets: mapping.sheets.map((sheet) => (sheet.role === "loans" ? { ...sheet, drawdowns } : sheet)) };
}
