import type { TypedKind } from "../../../shared/typed/number-words.ts";
import { AssumptionField } from "../../model/AssumptionField.tsx";
import type { EditPath } from "../../model/edit-path.ts";
import { NoteRow } from "../../ui/fields/NoteRow.tsx";
import { EditorTable } from "./EditorTable.tsx";

interface EditorColumn {
  readonly label: string;
  readonly unit: string;
  readonly kind: TypedKind;
  readonly nullable?: boolean;
  readonly pathOf: (rowKey: string | number) => EditPath;
}

interface EditorGridProps {
  readonly caption: string;
  readonly rows: readonly { readonly key: string | number; readonly label: string }[];
  readonly columns: readonly EditorColumn[];
}

/** Rows of assumptions by kind, stage, segment or round; the unit stands once, in the head. */
export function EditorGrid({ caption, rows, columns }: EditorGridProps) {
  return (
    <EditorTable aria-label={caption} sx={{ "& td": { width: columns.length > 3 ? 56 : 64 } }}>
      <thead>
        <tr>
          <th aria-label={caption} />
          {columns.map(({ label, unit }) => (
            <th scope="col" key={label}>
              {label}
              {unit === "" ? null : <div>{unit}</div>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <NoteRow key={row.key} columns={columns.length + 1}>
            <tr>
              <th scope="row">{row.label}</th>
              {columns.map(({ label, kind, nullable = false, pathOf }) => (
                <td key={label}>
                  <AssumptionField path={pathOf(row.key)} kind={kind} label={`${row.label} ${label}`} nullable={nullable} />
                </td>
              ))}
            </tr>
          </NoteRow>
        ))}
      </tbody>
    </EditorTable>
  );
}
