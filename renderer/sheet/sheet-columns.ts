import type { TFunction } from "i18next";
import type { Language, MoneyUnit } from "../../shared/domain/codes.ts";
import { type SheetList, sheetColumns } from "../../shared/domain/sheet-fields.ts";
import { type CellKind, fieldRecord, type TapeField } from "../../shared/domain/tape-fields.ts";
import { moneyUnitLabel } from "../../shared/format.ts";

/** A column of the sheet. Items and guarantors have the debtor of their loan in front, who is edited among the loans. */
export interface SheetColumnLook {
  readonly key: TapeField;
  readonly kind: CellKind;
  /** Shows a field of the row's loan. */
  readonly isOfLoan: boolean;
}

const ofLoan = (...fields: readonly TapeField[]): SheetColumnLook[] => fields.map((key) => ({ key, kind: fieldRecord(key).kind, isOfLoan: true }));

/** What the row hangs on stands first, whatever else is in view. */
const identifying: Record<SheetList, readonly SheetColumnLook[]> = {
  loan: [],
  collateral: ofLoan("debtorName"),
  guarantor: ofLoan("contractNo", "debtorName"),
};

function looksOf(list: SheetList): readonly SheetColumnLook[] {
  const own = sheetColumns[list].map(({ field }): SheetColumnLook => ({ key: field, kind: fieldRecord(field).kind, isOfLoan: false }));
  const contract = own.filter(({ key }) => key === "contractNo");
  return [...contract, ...identifying[list], ...own.filter(({ key }) => key !== "contractNo")];
}

/** All columns of each list in the sheet's own order. */
export const sheetLooks: Readonly<Record<SheetList, readonly SheetColumnLook[]>> = {
  loan: looksOf("loan"),
  collateral: looksOf("collateral"),
  guarantor: looksOf("guarantor"),
};

/** Columns that stay at the left edge. */
export const frozenColumns = 2;

const widths: Record<CellKind, number> = {
  identifier: 150,
  text: 140,
  names: 140,
  code: 110,
  amount: 120,
  share: 90,
  date: 100,
  count: 90,
  months: 90,
  area: 90,
  rank: 80,
};
const ownWidths: Partial<Record<TapeField, number>> = { contractNo: 160, debtorName: 170, address: 240, remark: 240, court: 180 };

export const columnWidthOf = ({ key, kind }: SheetColumnLook): number => ownWidths[key] ?? widths[kind];

/** The kinds whose values stand at the right. */
export const isFigure = (kind: CellKind): boolean => !["identifier", "text", "names", "code", "date"].includes(kind);

/** The head of a column, with the unit in which amounts stand. */
export function headOf({ key, kind }: SheetColumnLook, t: TFunction, unit: MoneyUnit, language: Language): string {
  const name = t(`tape.field.${key}`);
  return kind === "amount"
    ? t("tapeSheet.headWithUnit", { name, unit: moneyUnitLabel(unit, language) })
    : kind === "share"
      ? t("tapeSheet.headWithUnit", { name, unit: "%" })
      : name;
}
