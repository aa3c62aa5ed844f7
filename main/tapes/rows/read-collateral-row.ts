import type { ParsedCollateral } from "../../../shared/domain/parsed-tape.ts";
import { textOrNull } from "../cells/cell-text.ts";
import { parseArea, parseIdentifier } from "../cells/parse-cells.ts";
import { parseCollateralHold, parseCollateralKind, parseLienRank, parseSeizure } from "../cells/parse-code.ts";
import type { DateSystem, RawRow } from "../files/raw-sheet.ts";
import type { SheetPlan } from "../header/sheet-plan.ts";
import { type RowProblem, RowReader } from "./row-cells.ts";

/** A collateral row before it is joined to its loan. */
export type UnlinkedCollateral = Omit<ParsedCollateral, "link" | "assetKey">;

export type CollateralRow =
  | { readonly collateral: UnlinkedCollateral; readonly rejection: null; readonly problems: readonly RowProblem[] }
  | { readonly collateral: null; readonly rejection: RowProblem };

/** One collateral row; only a missing contract number rejects it, since nothing could join it. */
export function readCollateralRow(row: RawRow, plan: SheetPlan, dateSystem: DateSystem): CollateralRow {
  const reader = new RowReader(row, plan, dateSystem);
  const contract = parseIdentifier(reader.cell("contractNo"));
  if (contract.text === null) {
    return { collateral: null, rejection: { field: "contractNo", code: "missingContract", raw: "" } };
  }
  if (contract.digitsLost) reader.note("contractNo", "digitsLost");
  const collateral: UnlinkedCollateral = {
    sheet: plan.name,
    rowNumber: row.rowNumber,
    contractNo: contract.text,
    collateralKind: reader.code("collateralKind", parseCollateralKind),
    address: textOrNull(reader.cell("address")),
    appraisalFen: reader.optionalAmount("appraisal"),
    areaSqm: reader.number("area", parseArea, "notANumber"),
    lienRank: reader.code("lienRank", parseLienRank),
    seniorClaimsFen: reader.optionalAmount("seniorClaims"),
    securedCapFen: reader.optionalAmount("securedCap"),
    seizure: reader.code("seizure", parseSeizure),
    appraisalDate: reader.date("appraisalDate"),
    assetNo: readAssetNo(reader),
    hold: reader.code("hold", parseCollateralHold),
    priorityClaimsFen: reader.optionalAmount("priorityClaims"),
    rivalClaimsFen: reader.optionalAmount("rivalClaims"),
  };
  return { collateral, rejection: null, problems: reader.problems };
}

/** A certificate number that lost digits is none: two assets could look like one. */
function readAssetNo(reader: RowReader): string | null {
  const { text, digitsLost } = parseIdentifier(reader.cell("assetNo"));
  if (digitsLost) reader.note("assetNo", "digitsLost");
  return digitsLost ? null : text;
}
