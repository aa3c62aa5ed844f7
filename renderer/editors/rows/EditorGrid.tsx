import { noValue } from "../../../shared/format.ts";
import type { TypedKind } from "../../../shared/typed/number-words.ts";
import { AssumptionField } from "../../model/AssumptionField.tsx";
import { type EditPath, pathKey } from "../../model/edit-path.ts";
import { useIsRowShown } from "../../model/field-rows.ts";
import { NoteRow } from "../../ui/fields/NoteRow.tsx";
import { EditorTable } from "./EditorTable.tsx";

interface EditorColumn {
  readonly label: string;
  readonly unit: string;
  readonly kind: TypedKind;
  readonly nullable?: boolean;
  readonly pathOf: (rowKey: string | number) => EditPath;
  /** A row in which the value means nothing, so that it has no field. */
  readonly isLeftOut?: (rowKey: string | number) => boolean;
}

interface EditorRow {
  readonly key: string | number;
  readonly label: string;
}

interface EditorGridProps {
  readonly caption: string;
  readonly rows: readonly EditorRow[];
  readonly columns: readonly EditorColumn[];
}

/** Rows of assumptions by kind, stage, segment or round; the unit stands once, in the head. */
export function EditorGrid({ caption, rows, columns }: EditorGridProps) {
  return (
    <EditorTable aria-label={caption} sx={{ "& tbody td": { width: columns.length > 3 ? 56 : 64 }, "&:has(tbody:empty)": { display: "none" } }}>
      <thead>
        <tr>
          <td aria-label={caption} />
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
          <GridRow key={row.key} caption={caption} row={row} columns={columns} />
        ))}
      </tbody>
    </EditorTable>
  );
}

interface GridRowProps extends Omit<EditorGridProps, "rows"> {
  readonly row: EditorRow;
}

function GridRow({ caption, row, columns }: GridRowProps) {
  const isShown = useIsRowShown(
    columns
      .filter(({ isLeftOut }) => isLeftOut?.(row.key) !== true)
      .map(({ label, pathOf }) => ({ path: pathOf(row.key), label: `${caption} ${row.label} ${label}` })),
  );
  if (!isShown) return null;
  return (
    <NoteRow columns={columns.length + 1}>
      <tr>
        <th scope="row">{row.label}</th>
        {columns.map(({ label, kind, nullable = false, pathOf, isLeftOut }) =>
          isLeftOut?.(row.key) === true ? (
            <td key={label}>{noValue}</td>
          ) : (
            <td key={label} data-assumption={pathKey(pathOf(row.key))}>
              <AssumptionField path={pathOf(row.key)} kind={kind} label={`${row.label} ${label}`} nullable={nullable} />
            </td>
          ),
        )}
      </tr>
    </NoteRow>
  );
}
