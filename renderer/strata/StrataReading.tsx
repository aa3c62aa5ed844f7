import Box from "@mui/material/Box";
import type { StrataField, StrataLine, StrataTable } from "../../shared/domain/strata.ts";
import { ConcentrationPanel } from "./ConcentrationPanel.tsx";
import { CrossTable } from "./CrossTable.tsx";
import { MeasuresTable } from "./MeasuresTable.tsx";
import { openStrata } from "./open-strata.ts";
import { StrataChart } from "./StrataChart.tsx";

interface StrataReadingProps {
  readonly dealId: number;
  /** Undefined until it is there; afterwards the last one, until its successor is. */
  readonly cut: StrataTable | undefined;
  readonly largest: StrataTable | undefined;
  readonly onField: (field: StrataField) => void;
}

/** The table, its bars and the largest parts; all of them open to their loans. */
export function StrataReading({ dealId, cut, largest, onField }: StrataReadingProps) {
  return (
    <Box tabIndex={0} sx={{ flex: 1, minHeight: 0, overflow: "auto", px: 2, pb: 2 }}>
      {cut === undefined ? null : <CutFigures dealId={dealId} table={cut} />}
      {largest === undefined ? null : (
        <Box sx={{ mt: 2, maxWidth: 860 }}>
          <ConcentrationPanel table={largest} onField={onField} onOpen={(row) => openStrata(dealId, largest, row, null)} />
        </Box>
      )}
    </Box>
  );
}

function CutFigures({ dealId, table }: { readonly dealId: number; readonly table: StrataTable }) {
  const { columnsBy } = table;
  const open = (row: StrataLine | null, column: StrataLine | null) => openStrata(dealId, table, row, column);
  return (
    <>
      <Box sx={{ overflowX: "auto" }}>
        {columnsBy === null ? (
          <MeasuresTable table={table} onOpen={(row) => open(row, null)} />
        ) : (
          <CrossTable table={table} columns={columnsBy} onOpen={open} />
        )}
      </Box>
      <Box sx={{ mt: 2 }}>
        <StrataChart table={table} onOpen={open} />
      </Box>
    </>
  );
}
