import Alert from "@mui/material/Alert";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import { useTranslation } from "react-i18next";
import { doubtsOf, type TapeDoubt } from "../../shared/domain/tape-doubts.ts";
import type { SheetInspection, SheetMapping } from "../../shared/domain/tape-mapping.ts";

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
  const sayDoubt = ({ code, field, unit, ...values }: TapeDoubt) =>
    t(`tape.code.${code}`, { ...values, field: t(`tape.field.${field}`), unit: unit === null ? t("pricing.tape.chooseUnit") : t(`tape.unit.${unit}`) });
  return (
    <Alert severity={mapping.isConfirmed === true ? "warning" : "error"} variant="outlined" sx={{ m: 1, py: 0 }} data-testid={`doubts-${mapping.role}`}>
      {doubts.map((doubt) => (
        <div key={JSON.stringify(doubt)}>{sayDoubt(doubt)}</div>
      ))}
      <FormControlLabel
        control={<Checkbox size="small" checked={mapping.isConfirmed === true} onChange={(_event, isConfirmed) => onChange({ isConfirmed })} />}
        label={t("pricing.tape.confirmSheet")}
      />
    </Alert>
  );
}
