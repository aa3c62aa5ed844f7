import Box from "@mui/material/Box";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ListTable } from "../ui/tables/ListTable.tsx";
import { visuallyHidden } from "../ui/visually-hidden.ts";

/** What a table of records of the company is given. */
export interface RecordTableProps<Row> {
  readonly onEdit: (row: Row) => void;
  readonly onRemove: (removal: { readonly id: number; readonly name: string }) => void;
}

interface RecordHead {
  readonly text: string;
  readonly isNumber?: boolean;
}

/** A table of records with what can be done with each. */
export function RecordTable({
  label,
  heads,
  empty,
  testId,
  children,
}: {
  label: string;
  heads: readonly RecordHead[];
  empty: string | null;
  testId: string;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <ListTable aria-label={label} data-testid={testId}>
      <thead>
        <tr>
          {heads.map(({ text, isNumber }) => (
            <th scope="col" key={text} className={isNumber ? "number" : undefined}>
              {text}
            </th>
          ))}
          <th scope="col">
            <Box component="span" sx={visuallyHidden}>
              {t("common.actions")}
            </Box>
          </th>
        </tr>
      </thead>
      <tbody>
        {empty === null ? (
          children
        ) : (
          <tr>
            <td colSpan={heads.length + 1}>{empty}</td>
          </tr>
        )}
      </tbody>
    </ListTable>
  );
}
