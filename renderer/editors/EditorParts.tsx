import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { AssumptionField } from "../model/AssumptionField.tsx";
import type { EditPath } from "../model/edit-path.ts";
import type { NumberKind } from "../model/number-text.ts";

interface FieldRowProps {
  readonly label: string;
  readonly unit: string;
  readonly path: EditPath;
  readonly kind: NumberKind;
  readonly nullable?: boolean;
  readonly testId?: string;
  readonly wide?: boolean;
}

/** Label, field, unit: one line. */
export function FieldRow({ label, unit, path, kind, nullable = false, testId, wide = false }: FieldRowProps) {
  return (
    <Box sx={{ display: "grid", gridTemplateColumns: `minmax(0, 1fr) ${wide ? 92 : 68}px 46px`, alignItems: "center", columnGap: 0.75, minHeight: 27 }}>
      <Typography component="span" sx={{ fontSize: 12.5, lineHeight: 1.25 }}>
        {label}
      </Typography>
      <AssumptionField path={path} kind={kind} label={label} nullable={nullable} width="100%" {...(testId === undefined ? {} : { testId })} />
      <Typography component="span" color="text.secondary" noWrap sx={{ fontSize: 11 }}>
        {unit}
      </Typography>
    </Box>
  );
}

export function EditorHeading({ children }: { readonly children: ReactNode }) {
  return (
    <Typography component="h4" color="text.secondary" sx={{ fontSize: 11.5, fontWeight: 600, mt: 1, mb: 0.25 }}>
      {children}
    </Typography>
  );
}

interface EditorColumn {
  readonly label: string;
  readonly unit: string;
  readonly kind: NumberKind;
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
    <Box
      component="table"
      aria-label={caption}
      sx={{
        width: "100%",
        borderCollapse: "collapse",
        tableLayout: "auto",
        "& td, & th": { p: "1px 0 1px 4px", fontSize: 12 },
        "& tr > :first-of-type": { pl: 0 },
      }}
    >
      <thead>
        <tr>
          <th aria-label={caption} />
          {columns.map((column) => (
            <Box
              component="th"
              scope="col"
              key={column.label}
              sx={{ textAlign: "right", fontWeight: 500, color: "text.secondary", lineHeight: 1.2, verticalAlign: "bottom", fontSize: "11px !important" }}
            >
              {column.label}
              {column.unit === "" ? null : <div>{column.unit}</div>}
            </Box>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <Box component="th" scope="row" sx={{ textAlign: "left", fontWeight: 400, lineHeight: 1.2 }}>
              {row.label}
            </Box>
            {columns.map((column) => (
              <Box component="td" key={column.label} sx={{ width: columns.length > 3 ? 56 : 64 }}>
                <AssumptionField
                  path={column.pathOf(row.key)}
                  kind={column.kind}
                  label={`${row.label} ${column.label}`}
                  nullable={column.nullable ?? false}
                  width="100%"
                />
              </Box>
            ))}
          </tr>
        ))}
      </tbody>
    </Box>
  );
}
