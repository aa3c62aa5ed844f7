import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { type RecoveryChoice, type RecoveryReading, recoveryFields } from "../../shared/domain/recoveries.ts";
import { tapeUnits } from "../../shared/domain/tape-units.ts";
import { formatNumber } from "../../shared/format.ts";
import { CellSelect } from "../ui/fields/CellSelect.tsx";

interface RecoveryColumnsFormProps {
  readonly reading: RecoveryReading;
  readonly onChange: (choice: RecoveryChoice) => void;
}

/** Which column of the file is what, and what can't be done without. */
export function RecoveryColumnsForm({ reading, onChange }: RecoveryColumnsFormProps) {
  const { t } = useTranslation();
  const { fileName, sha256, rows, calibration, headers, columns, unit, problem } = reading;
  const places = headers.map(({ index }) => String(index));
  return (
    <>
      <Box sx={{ typography: "body2", overflowWrap: "anywhere" }} data-testid="recoveries-file">
        {t("recoveries.file", { fileName, rows: formatNumber(rows), loans: formatNumber(calibration?.loans ?? 0), hash: sha256 })}
      </Box>
      <Box sx={{ display: "flex", flexWrap: "wrap", columnGap: 1, rowGap: 0.75, typography: "fine" }} role="group" aria-label={t("recoveries.columns")}>
        {recoveryFields.map((field) => (
          <Box key={field} component="label" sx={{ display: "flex", flexDirection: "column" }}>
            {t(`recoveries.column.${field}`)}
            <CellSelect
              label={t(`recoveries.column.${field}`)}
              value={columns[field] === null ? null : String(columns[field])}
              options={places}
              textOf={(place) => headers.find(({ index }) => String(index) === place)?.header ?? ""}
              noneText={t("recoveries.noColumn")}
              onChange={(place) => onChange({ columns: { ...columns, [field]: place === null ? null : Number(place) }, unit })}
              width={126}
              testId={`recovery-column-${field}`}
            />
          </Box>
        ))}
        <Box component="label" sx={{ display: "flex", flexDirection: "column" }}>
          {t("recoveries.unit")}
          <CellSelect
            label={t("recoveries.unit")}
            value={unit}
            options={tapeUnits}
            textOf={(one) => t(`tape.unit.${one}`)}
            noneText={t("recoveries.unitDetected")}
            onChange={(next) => onChange({ columns, unit: next })}
            width={126}
          />
        </Box>
      </Box>
      {problem === null ? null : (
        <Alert severity="warning" variant="outlined" data-testid="recoveries-problem">
          {t(`recoveries.problem.${problem}`)}
        </Alert>
      )}
      <FindingLines findings={reading.findings} />
    </>
  );
}

function FindingLines({ findings }: Pick<RecoveryReading, "findings">) {
  const { t } = useTranslation();
  if (findings.length === 0) return null;
  return (
    <Box
      component="ul"
      aria-label={t("recoveries.findings")}
      data-testid="recoveries-findings"
      sx={{ typography: "body2", m: 0, pl: 2, color: "text.secondary" }}
    >
      {findings.map(({ code, count, rows }) => (
        <li key={code}>
          {t("recoveries.findingLine", { text: t(`recoveries.finding.${code}`), count, rows: rows.join(", ") + (count > rows.length ? " …" : "") })}
        </li>
      ))}
    </Box>
  );
}
