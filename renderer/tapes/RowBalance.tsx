import Box from "@mui/material/Box";
import Paper from "@mui/material/Paper";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { TapeReport } from "../../shared/domain/import-report.ts";
import { formatNumber } from "../../shared/format.ts";

/** Rows of the file = loans kept + rows joined to them + rows rejected. */
export function RowBalance({ counts }: { readonly counts: TapeReport["counts"] }) {
  const { t } = useTranslation();
  const figures = [
    { id: "rows-in", label: t("pricing.tape.rowsIn"), count: counts.loanRows, sign: "=" },
    { id: "rows-kept", label: t("pricing.tape.rowsKept"), count: counts.loansKept, sign: "+" },
    ...(counts.partsJoined > 0 ? [{ id: "rows-joined", label: t("pricing.tape.rowsJoined"), count: counts.partsJoined, sign: "+" }] : []),
    { id: "rows-rejected", label: t("pricing.tape.rowsRejected"), count: counts.loansRejected, sign: "" },
  ];
  return (
    <Paper variant="outlined" sx={{ display: "flex", alignItems: "center", flexWrap: "wrap", gap: 2, px: 2, py: 1, flexShrink: 0 }}>
      {figures.map(({ id, label, count, sign }) => (
        <Box key={id} sx={{ display: "flex", alignItems: "center", gap: 2 }}>
          <div>
            <Typography variant="body2" color="textSecondary">
              {label}
            </Typography>
            <Typography variant="figure" data-testid={id} color={id === "rows-rejected" && count > 0 ? "error" : "textPrimary"}>
              {formatNumber(count)}
            </Typography>
          </div>
          <Typography variant="figure" aria-hidden color="textSecondary" sx={{ fontWeight: 400 }}>
            {sign}
          </Typography>
        </Box>
      ))}
      <Typography variant="body2" color="textSecondary" sx={{ ml: "auto", fontVariantNumeric: "tabular-nums" }}>
        {t("pricing.tape.moreCounts", {
          debtors: formatNumber(counts.debtors),
          withoutDebtor: formatNumber(counts.loansWithoutDebtor),
          skipped: formatNumber(counts.skippedRows),
        })}
      </Typography>
    </Paper>
  );
}
