import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import { useTranslation } from "react-i18next";
import { doubtsOf, type TapeDoubt } from "../../shared/domain/tape-doubts.ts";
import type { SheetInspection, SheetMapping } from "../../shared/domain/tape-mapping.ts";
import { refusalWords } from "../../shared/tape-texts.ts";
import { withColumn } from "./mapping-checks.ts";

interface SheetDoubtsProps {
  readonly inspection: SheetInspection;
  readonly mapping: SheetMapping;
  readonly onChange: (change: Partial<SheetMapping>) => void;
}

/** What the file contradicts or leaves open: settled by another unit or column, or by confirming the sheet as chosen. */
export function SheetDoubts({ inspection, mapping, onChange }: SheetDoubtsProps) {
  const { t } = useTranslation();
  const doubts = doubtsOf(inspection, { ...mapping, isConfirmed: false });
  if (doubts.length === 0) return null;
  return (
    <Alert severity={mapping.isConfirmed === true ? "warning" : "error"} variant="outlined" sx={{ m: 1, py: 0 }} data-testid={`doubts-${mapping.role}`}>
      {doubts.map((doubt) => (
        <DoubtLine key={JSON.stringify(doubt)} doubt={doubt} inspection={inspection} mapping={mapping} onChange={onChange} />
      ))}
      <FormControlLabel
        control={<Checkbox size="small" checked={mapping.isConfirmed === true} onChange={(_event, isConfirmed) => onChange({ isConfirmed })} />}
        label={t("pricing.tape.confirmSheet")}
      />
    </Alert>
  );
}

/** A doubt, and the columns that would settle it at a click. */
function DoubtLine({ doubt: { code, ...values }, inspection, mapping, onChange }: SheetDoubtsProps & { readonly doubt: TapeDoubt }) {
  const { t } = useTranslation();
  const { field } = values;
  const candidates = code === "fieldOpen" ? inspection.columns.filter(({ alternatives }) => alternatives.includes(field)) : [];
  const words = refusalWords({ ...values, unit: values.unit ?? t("pricing.tape.chooseUnit") }, (key, texts = {}) => t(key, texts));
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: 1, rowGap: 0.5, my: 0.25 }}>
      <span>{t(`tape.code.${code}`, words)}</span>
      {candidates.map((column) => (
        <Button
          key={column.index}
          size="small"
          variant="outlined"
          onClick={() => onChange({ columns: withColumn(mapping, column.index, { field, unit: column.statedUnit }) })}
          data-testid={`settle-${field}-${column.index}`}
        >
          {column.header}
        </Button>
      ))}
    </Box>
  );
}
