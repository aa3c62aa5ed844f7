import { inspectTape } from "../../../main/tapes/open-tape.ts";
import type { MatchableLoan } from "../../../main/versions/loan-match.ts";
import type { ComparedLoan } from "../../../main/versions/rules/compare-loans.ts";
import { comparedColumns } from "../../../main/versions/rules/compared-cells.ts";
import type { CellValue } from "../../../shared/contract/sheet-channels.ts";
import { fieldProperty } from "../../../shared/domain/field-values.ts";
import type { ParsedLoan } from "../../../shared/domain/parsed-tape.ts";
import type { SheetList } from "../../../shared/domain/sheet-fields.ts";
import { corporateTape } from "../../integration/pricing/test-desk.ts";
import { type ParsedTape, parseTape } from "../tapes/whole-tape.ts";

/** The sample tape as it is read under the mapping that its inspection proposes. */
export async function readSample(): Promise<ParsedTape> {
  const never = () => false;
  const ignore = () => undefined;
  const { suggestedMapping } = await inspectTape({ path: corporateTape }, never, ignore);
  return parseTape({ path: corporateTape, mapping: suggestedMapping }, ignore, never);
}

export const matchableOf = ({ contractNo, debtorId, debtorName, principalFen, drawdownDate, maturityDate }: ParsedLoan, id: number): MatchableLoan => ({
  id,
  contractNo,
  debtorId,
  debtorName,
  principalFen,
  drawdownDate,
  maturityDate,
});

const cellsOf = (list: SheetList, row: Readonly<Record<string, unknown>>) =>
  comparedColumns[list].map(({ field }) => (row[fieldProperty(field)] ?? null) as CellValue); // of a parsed row, by its own property

/** The loans of a tape with their items and guarantors, numbered as they come. */
export function comparedLoans({ loans, collateral }: ParsedTape): ComparedLoan[] {
  let rows = 0;
  const id = () => {
    rows += 1;
    return rows;
  };
  return loans.map((loan, at) => {
    const { guarantors, guaranteeCapFen, guaranteeEnd, furtherGuarantors, estimate, ...facts } = loan;
    const named = [...guarantors.map((name) => ({ guarantors: name, guaranteeCapFen, guaranteeEnd })), ...furtherGuarantors];
    return {
      id: at + 1,
      cells: cellsOf("loan", { ...facts, ...estimate }),
      collateral: collateral
        .filter(({ link, contractNo }) => link === "joined" && contractNo === loan.contractNo)
        .map((item) => ({ id: id(), cells: cellsOf("collateral", { ...item }) })),
      guarantor: named.map((one) => ({ id: id(), cells: cellsOf("guarantor", one) })),
    };
  });
}
