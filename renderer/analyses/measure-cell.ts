import type { ExportKind } from "../../shared/domain/export-tables.ts";
import type { SensitivityCell, SensitivityMeasure } from "../../shared/domain/scenario-results.ts";

/** The kind of a measure where it leaves the desk. */
export const measureKinds: Readonly<Record<SensitivityMeasure, ExportKind>> = { maxBid: "money", profit: "money", irr: "rate", moic: "number", wal: "number" };

/** The measure of a cell with its whole value, amounts in fen; null where it does not exist. */
export function measureValue(cell: SensitivityCell, measure: SensitivityMeasure): number | null {
  const values = { maxBid: cell.maxBidFen, profit: cell.profitFen, irr: cell.irr, moic: cell.moic, wal: cell.walYears };
  return values[measure];
}
