import type { TapeChoice, UnusedParts } from "./domain/import-report.ts";
import { tapeFields } from "./domain/tape-fields.ts";
import { tapeUnits } from "./domain/tape-units.ts";
import type { TextKey } from "./locales/texts.ts";

type Translate = (key: TextKey, values?: Record<string, string | number>) => string;

/** The values of a doubt or a refusal, with fields and units as their words. */
export function refusalWords(values: Readonly<Record<string, string | number | null>>, t: Translate): Record<string, string | number> {
  const field = tapeFields.find((name) => name === values["field"]);
  const unitOf = (value: string | number | null | undefined) => tapeUnits.find((unit) => unit === value);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]): [string, string | number] => {
      const unit = name === "stated" || name === "unit" ? unitOf(value) : undefined;
      if (unit !== undefined) return [name, t(`tape.unit.${unit}`)];
      return [name, name === "field" && field !== undefined ? t(`tape.field.${field}`) : (value ?? "")];
    }),
  );
}

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
