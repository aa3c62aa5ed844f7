import { displayCell, narrowText, textOrNull } from "../cells/cell-text.ts";
import type { RawRow } from "../files/raw-sheet.ts";
import { headerKey } from "./header-dictionary.ts";
import { cellOf, type SheetPlan } from "./sheet-plan.ts";

export type RowClass = "blank" | "header" | "total" | "subtotal" | "notes" | "record";

const totalLabel = /^(合计|总计|共计|共|总合计|合计数|total|grandtotal|sum)$/;
const subtotalLabel = /^(小计|本页合计|本页小计|累计|subtotal|pagetotal)$/;
/** Labels with something before them ("郑州分行小计"); a debtor's own row may look like these. */
const totalSuffix = /(合计|总计)$/;
const subtotalSuffix = /(小计|页合计)$/;
const notesLabel =
  /^(注|备注|说明|填报说明|填表说明|填报|制表|制表人|填表人|审核|审核人|复核|复核人|经办人|联系人|日期|note|notes|remark|remarks|source)\s*\d{0,2}\s*[:：、.]/i;

/**
 * What a row under the header is. Only rows without a contract number of their own can be a total or a note, and a row
 * that is none of these is a record: it is kept or rejected by name, never dropped.
 */
export function classifyRow(row: RawRow, plan: SheetPlan, headerContract: string): RowClass {
  const contract = textOrNull(cellOf(row, plan, "contractNo"));
  if (contract !== null && headerContract !== "" && headerKey(contract) === headerContract) return "header";
  const isOwnLabel = contract !== null && (totalKind(contract, row, plan) !== null || notesLabel.test(narrowText(contract)));
  if (contract !== null && !isOwnLabel) return "record";
  const texts = row.cells.map(displayCell).filter((text) => text !== "");
  if (texts.length === 0) return "blank";
  // A debtor may be called 合计; a row with a principal but no contract stays a record unless it is labelled.
  const kinds = [contract ?? texts[0] ?? "", ...texts.slice(0, 3)].map((text, at) => (at === 0 ? totalKind(text, row, plan) : plainTotalKind(text)));
  if (kinds.includes("subtotal")) return "subtotal";
  if (kinds.includes("total")) return "total";
  const hasPrincipal = plan.role === "loans" && textOrNull(cellOf(row, plan, "principal")) !== null;
  return !hasPrincipal && notesLabel.test(narrowText(texts[0] ?? "")) ? "notes" : "record";
}

type TotalKind = "total" | "subtotal" | null;

function plainTotalKind(text: string): TotalKind {
  const label = labelKey(text);
  if (subtotalLabel.test(label)) return "subtotal";
  return totalLabel.test(label) ? "total" : null;
}

/** The plain labels, and those with a prefix where the row names no debtor beside the label. */
function totalKind(text: string, row: RawRow, plan: SheetPlan): TotalKind {
  const plain = plainTotalKind(text);
  if (plain !== null) return plain;
  const label = labelKey(text);
  const suffixed = subtotalSuffix.test(label) ? "subtotal" : totalSuffix.test(label) ? "total" : null;
  if (suffixed === null || textOrNull(cellOf(row, plan, "debtorId")) !== null) return null;
  const name = textOrNull(cellOf(row, plan, "debtorName"));
  return name === null || labelKey(name) === label ? suffixed : null;
}

/** A label without blanks, the bracket group at its end and the counts at its end ("合计（465笔）", "合计465户"). */
function labelKey(text: string): string {
  return narrowText(text)
    .toLowerCase()
    .replaceAll(/[\s:：,，、]/g, "")
    .replace(/[(（【〔[][^()（）【】〔〕[\]]{0,40}[)）】〕\]]$/, "")
    .replace(/(\d{1,9}(笔|户|条)){1,3}$/, "");
}
