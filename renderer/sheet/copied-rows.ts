import type { TFunction } from "i18next";
import type { SheetRow } from "../../shared/contract/sheet-channels.ts";
import type { MoneyUnit } from "../../shared/domain/codes.ts";
import type { CopiedCell } from "../ui/tables/copied-cells.ts";
import { typedValue } from "./cell-texts.ts";
import { maskedText } from "./masked-text.ts";
import { isFigure, type SheetColumnLook } from "./sheet-columns.ts";
import { valueOf } from "./sheet-values.ts";

interface CopyParts {
  readonly t: TFunction;
  readonly unit: MoneyUnit;
  readonly isRevealed: boolean;
}

/** Rows for the clipboard: figures to their last digit, numbers of persons as they are shown. */
export function copiedRows(rows: readonly SheetRow[], columns: readonly SheetColumnLook[], { t, unit, isRevealed }: CopyParts): CopiedCell[][] {
  return rows.map((row) =>
    columns.map((column) => {
      const text = typedValue(column.key, valueOf(row, column), unit, t);
      return { text: isRevealed ? text : maskedText(column.key, text), isFigure: isFigure(column.kind) };
    }),
  );
}
