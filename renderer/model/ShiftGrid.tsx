import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { NoteRow } from "../ui/fields/NoteRow.tsx";
import { type ShiftEntry, shiftFields } from "./shift-fields.ts";

interface ShiftGridProps<C extends string> {
  /** What the table is about, for screen readers. */
  readonly caption: string;
  /** Stands over the names of the shifts. */
  readonly corner?: string;
  readonly columns: readonly { readonly key: C; readonly name: string }[];
  readonly cellOf: (shift: ShiftEntry, column: C) => ReactNode;
}

/** Head and rows of a table with a row for each shift, its unit at the end. */
export function ShiftGrid<C extends string>({ caption, corner, columns, cellOf }: ShiftGridProps<C>) {
  const { t } = useTranslation();
  return (
    <>
      <thead>
        <tr>
          {corner === undefined ? <td aria-label={caption} /> : <th scope="col">{corner}</th>}
          {columns.map(({ key, name }) => (
            <th scope="col" className="number" key={key}>
              {name}
            </th>
          ))}
          <td aria-label={t("common.unit", { unit: "" })} />
        </tr>
      </thead>
      <tbody>
        {shiftFields.map((shift) => (
          <NoteRow key={shift.key} columns={columns.length + 2}>
            <tr>
              <th scope="row">{t(`pricing.shift.${shift.key}`)}</th>
              {columns.map(({ key }) => (
                <td key={key}>{cellOf(shift, key)}</td>
              ))}
              <td className="unit">{t(shift.unit)}</td>
            </tr>
          </NoteRow>
        ))}
      </tbody>
    </>
  );
}
