import {
  amountFields,
  collateralFields,
  factFields,
  guarantorFields,
  loanFields,
  ownRowFields,
  repaymentFields,
  requiredFields,
  type TapeField,
} from "./tape-fields.ts";
import type { ColumnInspection, SheetInspection, SheetMapping } from "./tape-mapping.ts";
import type { TapeUnit } from "./tape-units.ts";

/**
 * What a mapping leaves doubtful beside what the file says. `unitContradicts` the file states another unit than the one
 * chosen; `unitUnread` it states one that isn't understood, or two; `currencyContradicts` it states another currency than
 * the yuan, and `listCurrency` so does each of its rows; `unitOfShown` the number format makes the amounts smaller without saying a unit; `fieldOpen` a column
 * must be chosen for the sum; `principalAdded` several are chosen for the principal that the headers don't divide.
 */
type DoubtCode = "unitContradicts" | "unitUnread" | "currencyContradicts" | "listCurrency" | "unitOfShown" | "fieldOpen" | "principalAdded";

export interface TapeDoubt {
  readonly code: DoubtCode;
  readonly sheet: string;
  readonly field: TapeField;
  /** Header of the column; empty where the doubt is of no single one. */
  readonly column: string;
  /** What the file says. */
  readonly stated: string;
  readonly unit: TapeUnit | null;
}

/** The fields that a list of a kind can't be read without. Collateral, guarantors and repayments may name their debtor instead of the contract. */
export function missingFields(role: SheetMapping["role"], mapped: ReadonlySet<TapeField>): readonly TapeField[] {
  if (role === "notes") return [];
  const debtor: readonly TapeField[] = role === "loans" ? [] : (debtorOfRole[role] ?? ["debtorName", "debtorId"]);
  const required = neededOfRole[role] ?? requiredFields.filter((field) => fieldsOfRole(role).includes(field));
  return required.filter((field) => !mapped.has(field) && !(field === "contractNo" && debtor.some((one) => mapped.has(one))));
}

/** By what a list of a kind may name loans instead of their contract. */
const debtorOfRole: Partial<Record<SheetMapping["role"], readonly TapeField[]>> = {
  collateral: ["securedDebtor", "securedDebtorId"],
  facts: ["debtorName", "debtorId", "assetNo"],
};

const neededOfRole: Partial<Record<SheetMapping["role"], readonly TapeField[]>> = {
  guarantors: ["contractNo", "guarantors"],
  repayments: ["contractNo", "repaymentDate"],
  facts: ["contractNo"],
};

const roleFields: Readonly<Record<SheetMapping["role"], readonly TapeField[]>> = {
  loans: [...loanFields, ...ownRowFields],
  collateral: collateralFields,
  guarantors: guarantorFields,
  repayments: repaymentFields,
  facts: factFields,
  notes: [],
};

/** What the columns of a list of a kind may hold. */
export function fieldsOfRole(role: SheetMapping["role"]): readonly TapeField[] {
  return roleFields[role];
}

const isAmount = (field: TapeField | null): field is TapeField => amountFields.some((amount) => amount === field);

/** The doubts that the user must settle, by another choice or by confirming the sheet, before a list is read. */
export function doubtsOf(inspection: SheetInspection, mapping: SheetMapping): readonly TapeDoubt[] {
  if (mapping.role === "notes" || mapping.isConfirmed === true) return [];
  const mapped = mapping.columns.flatMap(({ index, field, unit }) => {
    const column = inspection.columns.find((one) => one.index === index);
    return column === undefined || !isAmount(field) ? [] : [{ column, field, unit: unit ?? mapping.unit }];
  });
  const hasCurrencies = mapping.columns.some(({ field }) => field === "currency");
  const listCurrency = hasCurrencies ? null : inspection.listCurrency;
  const open = inspection.openFields.filter((field) => !mapping.columns.some((column) => column.field === field));
  return [
    ...mapped.flatMap(({ column, field, unit }) =>
      columnDoubts(inspection, column, hasCurrencies).map((doubt) => ({ ...doubt, sheet: mapping.name, field, column: column.header, unit })),
    ),
    ...mapped.flatMap(({ column, field, unit }) => {
      const stated = column.statedUnit ?? inspection.statedUnit;
      return stated === null || unit === null || stated === unit
        ? []
        : [{ code: "unitContradicts" as const, sheet: mapping.name, field, column: column.header, stated, unit }];
    }),
    ...rowUnitDoubts(inspection, mapping, mapped),
    ...(listCurrency === null
      ? []
      : [{ code: "listCurrency" as const, sheet: mapping.name, field: "currency" as const, column: "", stated: listCurrency, unit: mapping.unit }]),
    ...addedPrincipal(inspection, mapping),
    ...open.map((field) => ({ code: "fieldOpen" as const, sheet: mapping.name, field, column: "", stated: candidatesOf(inspection, field), unit: null })),
  ];
}

/** Two balances added would be twice the claim, so only parts that the headers name are added unasked. */
function addedPrincipal(inspection: SheetInspection, mapping: SheetMapping): readonly TapeDoubt[] {
  const taken = mapping.columns.filter(({ field }) => field === "principal");
  const columns = inspection.columns.filter(({ index }) => taken.some((one) => one.index === index));
  if (taken.length < 2 || columns.every(({ field }) => field === "principal")) return [];
  const stated = columns.map(({ header }) => header).join(" + ");
  return [{ code: "principalAdded", sheet: mapping.name, field: "principal", column: "", stated, unit: null }];
}

interface MappedAmount {
  readonly column: ColumnInspection;
  readonly field: TapeField;
  readonly unit: TapeUnit | null;
}

/** A column of units that contradicts what the file says elsewhere, or the unit that was chosen instead of it. */
function rowUnitDoubts(inspection: SheetInspection, mapping: SheetMapping, mapped: readonly MappedAmount[]): readonly TapeDoubt[] {
  const isRead = mapping.columns.some(({ field }) => field === "amountUnit");
  for (const { column, field, unit } of mapped) {
    const stated = isRead ? (column.statedUnit ?? inspection.statedUnit) : unit;
    const other = inspection.rowUnits.find((one) => stated !== null && one !== stated);
    if (other === undefined) continue;
    return [
      { code: "unitContradicts", sheet: mapping.name, field, column: column.header, stated: isRead ? (stated ?? "") : other, unit: isRead ? other : unit },
    ];
  }
  return [];
}

/** Doubts of one column that no choice of its unit settles. */
function columnDoubts(sheet: SheetInspection, column: ColumnInspection, hasCurrencies: boolean): readonly Pick<TapeDoubt, "code" | "stated">[] {
  const currency = column.statedCurrency ?? sheet.statedCurrency;
  // Each row states its currency, so an amount in the loan's own is known for what it is.
  const isForeign = currency !== null && currency !== "CNY" && !(currency === "other" && hasCurrencies);
  const isUnread = column.statedUnit === null && sheet.statedUnit === null && sheet.statedUnitText !== null;
  return [
    ...(isForeign ? [{ code: "currencyContradicts" as const, stated: currency === "other" ? column.header : currency }] : []),
    ...(isUnread ? [{ code: "unitUnread" as const, stated: sheet.statedUnitText ?? "" }] : []),
    ...(column.isUnitUnclear ? [{ code: "unitOfShown" as const, stated: column.header }] : []),
  ];
}

function candidatesOf({ columns }: SheetInspection, field: TapeField): string {
  return columns.flatMap(({ header, alternatives }) => (alternatives.includes(field) ? [header] : [])).join(" / ");
}
