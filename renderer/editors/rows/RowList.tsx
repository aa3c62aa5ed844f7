import CloseIcon from "@mui/icons-material/Close";
import IconButton from "@mui/material/IconButton";
import type { TypedKind } from "../../../shared/typed/number-words.ts";
import { AssumptionField } from "../../model/AssumptionField.tsx";
import { type EditPath, pathKey } from "../../model/edit-path.ts";
import { useIsRowShown } from "../../model/field-rows.ts";
import { NoteRow } from "../../ui/fields/NoteRow.tsx";
import { EditorTable } from "./EditorTable.tsx";

export interface EditorColumn {
  readonly label: string;
  readonly unit: string;
  readonly kind: TypedKind;
  /** The field of a row. */
  readonly name: string;
}

interface RowListProps {
  readonly caption: string;
  /** Where the list stands. */
  readonly path: EditPath;
  readonly count: number;
  readonly columns: readonly EditorColumn[];
  readonly removeLabel: string;
  /** Null: rows stay. */
  readonly onRemove: ((index: number) => void) | null;
}

/** Rows without a name, as many as the desk adds; the unit stands once, in the head. */
export function RowList({ caption, path, count, columns, removeLabel, onRemove }: RowListProps) {
  return (
    <EditorTable aria-label={caption} sx={{ "&:has(tbody:empty)": { display: "none" } }}>
      <thead>
        <tr>
          {columns.map(({ label, unit }) => (
            <th scope="col" key={label}>
              {label}
              {unit === "" ? null : <div>{unit}</div>}
            </th>
          ))}
          {onRemove === null ? null : <th aria-label={removeLabel} />}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: count }, (_, index) => (
          // A row is its place.
          <ListRow key={index} {...{ caption, path, columns, removeLabel, index }} onRemove={onRemove === null ? null : () => onRemove(index)} />
        ))}
      </tbody>
    </EditorTable>
  );
}

interface ListRowProps extends Pick<RowListProps, "caption" | "path" | "columns" | "removeLabel"> {
  readonly index: number;
  readonly onRemove: (() => void) | null;
}

function ListRow({ caption, path, columns, removeLabel, index, onRemove }: ListRowProps) {
  const fields = columns.map(({ label, kind, name }) => ({ path: [...path, index, name], label: `${caption} ${index + 1} ${label}`, kind }));
  if (!useIsRowShown(fields)) return null;
  return (
    <NoteRow columns={columns.length + 1}>
      <tr>
        {fields.map(({ path: place, label, kind }) => (
          <td key={label} data-assumption={pathKey(place)}>
            <AssumptionField path={place} kind={kind} label={label} />
          </td>
        ))}
        {onRemove === null ? null : (
          <td style={{ width: 24 }}>
            <IconButton aria-label={`${removeLabel} ${index + 1}`} onClick={onRemove} sx={{ p: 0.25 }}>
              <CloseIcon fontSize="tiny" />
            </IconButton>
          </td>
        )}
      </tr>
    </NoteRow>
  );
}
