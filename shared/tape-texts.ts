import type { TapeChoice, UnusedParts } from "./domain/import-report.ts";
import type { TextKey } from "./locales/texts.ts";

type Translate = (key: TextKey, values?: Record<string, string | number>) => string;

/** A choice that a sum rests on, as a line. */
export function choiceText({ sheet, code, field, unit, text }: TapeChoice, t: Translate): string {
  const parts = [field === null ? "" : t(`tape.field.${field}`), unit === null ? "" : t(`tape.unit.${unit}`), text].filter((part) => part !== "");
  return t("tape.said.choice", { sheet, choice: t(`tape.choice.${code}`), text: parts.join(" · ") });
}

/** What the file holds and the import doesn't use, as lines: sheets, columns, rows. */
export function unusedTexts({ sheets, columns, rows }: UnusedParts, t: Translate): readonly string[] {
  return [
    ...sheets.map(({ sheet, isHidden }) => t(isHidden ? "tape.said.hiddenSheet" : "tape.said.unusedSheet", { sheet })),
    ...columns.map((column) => t("tape.said.unusedColumn", column)),
    ...rows.map(({ sheet, kind, count, first }) => {
      const numbers = first.join(", ") + (count > first.length ? " …" : "");
      return t("tape.said.unusedRows", { sheet, kind: t(`tape.left.${kind}`), count, rows: numbers });
    }),
  ];
}
