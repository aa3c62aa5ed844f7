import type { StrataCut, StrataLine, StrataTable } from "../../shared/domain/strata.ts";
import { navigate } from "../desk/routes.ts";
import { type ChosenStratum, chooseStrata } from "../loans/loan-strata.ts";

/** A line of a cut as a filter of loans; that of all others is what none of the other lines has. */
function stratumOf(cut: StrataCut, line: StrataLine, lines: readonly StrataLine[]): ChosenStratum {
  const members = line.rest > 0 ? lines.filter(({ rest }) => rest === 0).map(({ member }) => member) : [line.member];
  return { filter: { ...cut, members, isRest: line.rest > 0 }, line };
}

/** Lists the loans of a line, of a column or of the cell where they meet. */
export function openStrata(dealId: number, table: StrataTable, row: StrataLine | null, column: StrataLine | null): void {
  chooseStrata([
    ...(row === null ? [] : [stratumOf(table.rowsBy, row, table.rows)]),
    ...(column === null || table.columnsBy === null ? [] : [stratumOf(table.columnsBy, column, table.columns)]),
  ]);
  navigate({ screen: "workbench", dealId, view: "loans" });
}
