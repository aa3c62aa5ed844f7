import type { ReactNode } from "react";

interface SectionRowProps {
  readonly title: string;
  /** Columns of the table. */
  readonly columns: number;
  /** Stands to the right of the title. */
  readonly children?: ReactNode;
}

/** Heads the rows of a table that belong together. */
export function SectionRow({ title, columns, children }: SectionRowProps) {
  return (
    <tr data-row="section">
      <th scope="rowgroup" colSpan={children ? 1 : columns}>
        {title}
      </th>
      {children ? <td colSpan={columns - 1}>{children}</td> : null}
    </tr>
  );
}
