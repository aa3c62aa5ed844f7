import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { sheetFeature } from "../../shared/contract/sheet-channels.ts";
import type { SheetService } from "./sheet-service.ts";

export const sheetHandlers = (sheet: SheetService): HandlersOf<typeof sheetFeature> => ({
  "sheet.rows": (query) => sheet.rows(query),
  "sheet.rowIds": (query) => sheet.rowIds(query),
  "sheet.figures": (query) => sheet.figures(query),
  "sheet.find": (query) => sheet.find(query),
  "sheet.replace": (edit) => sheet.replace(edit),
  "sheet.addRows": (edit) => sheet.addRows(edit),
  "sheet.removeRows": (edit) => sheet.removeRows(edit),
  "sheet.startByHand": (start) => sheet.startByHand(start),
  "sheet.edit": (edit) => sheet.edit(edit),
  "sheet.reset": (edit) => sheet.reset(edit),
  "sheet.history": (cell) => sheet.history(cell),
  "sheet.edits": ({ dealId, offset, limit }) => sheet.edits(dealId, offset, limit),
});
