import type { ParsedCollateral } from "../../../shared/domain/parsed-tape.ts";
import { collateralFields, ownRowFields } from "../../../shared/domain/tape-fields.ts";
import { codeParser } from "../cells/parse-code.ts";
import type { DateSystem, RawRow } from "../files/raw-sheet.ts";
import type { SheetPlan } from "../header/sheet-plan.ts";
import { FieldsToRead } from "./read-fields.ts";
import { type RowProblem, RowReader } from "./row-cells.ts";

/** A collateral row before it is joined to its loans; without a contract number ("") it is joined by its debtor. */
export type UnlinkedCollateral = Omit<ParsedCollateral, "link" | "assetKey">;

type CollateralRow =
  | { readonly collateral: UnlinkedCollateral; readonly rejection: null; readonly problems: readonly RowProblem[] }
  | { readonly collateral: null; readonly rejection: RowProblem };

const parseLandTitle = codeParser("landTitle");
const rowFields = new FieldsToRead(collateralFields.filter((field) => field !== "contractNo" && field !== "amountUnit"));
const blank = rowFields.blankRow("sheet", "rowNumber", "contractNo", "link", "assetKey");

const ownFields = new FieldsToRead(ownRowFields);
const ownBlank = {
  ...Object.fromEntries(["sheet", "rowNumber", "contractNo", "securedDebtor", "securedDebtorId", "link", "assetKey"].map((name) => [name, null])),
  ...ownFields.blankRow(),
};

/** Whether the loans of a list state in their own rows what secures them. */
export const statesItems = ({ role, columns }: SheetPlan): boolean => role === "loans" && ownRowFields.some((field) => columns.has(field));

/** What the row of a loan states of an item that secures it; null where it states nothing of one. */
export function readOwnItem(row: RawRow, plan: SheetPlan, dateSystem: DateSystem, contractNo: string) {
  const reader = new RowReader(row, plan, dateSystem);
  const read: Record<string, unknown> = { ...ownBlank, sheet: plan.name, rowNumber: row.rowNumber, contractNo };
  ownFields.read(reader, plan, read);
  if (ownFields.of(plan).every(({ property }) => read[property] === null)) return { item: null, problems: reader.problems };
  return { item: read as unknown as UnlinkedCollateral, problems: reader.problems }; // every field of an item was read
}

/** One collateral row; only where it names neither contract nor debtor it is rejected, since nothing could join it. */
export function readCollateralRow(row: RawRow, plan: SheetPlan, dateSystem: DateSystem): CollateralRow {
  const reader = new RowReader(row, plan, dateSystem);
  const collateral: Record<string, unknown> = { ...blank, sheet: plan.name, rowNumber: row.rowNumber };
  const contractNo = reader.identifier("contractNo");
  collateral["contractNo"] = contractNo ?? "";
  const rejection = rowFields.read(reader, plan, collateral);
  if (rejection !== null) return { collateral: null, rejection };
  // "划拨土地" names the kind and the title in one cell.
  const title = parseLandTitle(reader.cell("collateralKind"));
  if (title.kind === "code") collateral["landTitle"] ??= title.code;
  const { securedDebtor, securedDebtorId } = collateral as unknown as UnlinkedCollateral; // read above
  if (contractNo === null && securedDebtor === null && securedDebtorId === null) {
    return { collateral: null, rejection: { field: "contractNo", code: "missingContract", raw: reader.raw("contractNo") } };
  }
  return { collateral: collateral as unknown as UnlinkedCollateral, rejection: null, problems: reader.problems }; // every field of the list was read
}
