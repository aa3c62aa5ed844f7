import { displayCell, narrowText, textOrNull } from "./cell-text.ts";
import { headerKey } from "./header-dictionary.ts";
import type { RawRow } from "./raw-sheet.ts";
import { cellOf, type SheetPlan } from "./sheet-plan.ts";

export type RowClass = "blank" | "header" | "total" | "subtotal" | "notes" | "record";

const totalLabel = /^(合计|总计|共计|总合计|合计数|total|grandtotal|sum)$/;
const subtotalLabel = /^(小计|本页合计|本页小计|累计|subtotal|pagetotal)$/;
const notesLabel =
  /^(注|备注|说明|填报说明|填表说明|填报|制表|制表人|填表人|审核|审核人|复核|复核人|经办人|联系人|日期|note|notes|remark|remarks|source)\s*\d{0,2}\s*[:：、.]/i;

/**
 * What a row under the header is. Only rows without a contract number of their own can be a total or a note, and a row
 * that is none of these is a record: it is kept or rejected by name, never dropped.
 */
export function classifyRow(row: RawRow, plan: SheetPlan, headerContract: string): RowClass {
  const contract = textOrNull(cellOf(row, plan, "contractNo"));
  if (contract !== null && headerContract !== "" && headerKey(contract) === headerContract) return "header";
  const isOwnLabel = contract !== null && (isTotalLabel(contract) || notesLabel.test(narrowText(contract)));
  if (contract !== null && !isOwnLabel) return "record";
  const texts = row.cells.map(displayCell).filter((text) => text !== "");
  if (texts.length === 0) return "blank";
  // A debtor may be called 合计; a row with a principal but no contract stays a record unless it is labelled.
  const labels = texts.slice(0, 3).map(labelKey);
  if (labels.some((label) => subtotalLabel.test(label))) return "subtotal";
  if (labels.some((label) => totalLabel.test(label))) return "total";
  const hasPrincipal = plan.role === "loans" && textOrNull(cellOf(row, plan, "principal")) !== null;
  return !hasPrincipal && notesLabel.test(narrowText(texts[0] ?? "")) ? "notes" : "record";
}

function isTotalLabel(text: string): boolean {
  const label = labelKey(text);
  return totalLabel.test(label) || subtotalLabel.test(label);
}

function labelKey(text: string): string {
  return narrowText(text)
    .toLowerCase()
    .replaceAll(/[\s:：]/g, "");
}
