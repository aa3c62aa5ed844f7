import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CalibrationTarget } from "../../shared/contract/recovery-channels.ts";
import { leastLoansToUse, type RecoveryReading } from "../../shared/domain/recoveries.ts";
import { formatDate, formatRate } from "../../shared/format.ts";
import { useCall } from "../desk/desk-client.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { BackTestTables } from "./BackTestTables.tsx";
import { CurvesTable } from "./CurvesTable.tsx";
import { SegmentTable } from "./SegmentTable.tsx";
import type { Recoveries } from "./use-recoveries.ts";

interface CalibrationViewProps {
  readonly recoveries: Recoveries;
  readonly reading: RecoveryReading;
  /** Null: nothing can be written, and no curve stands beside the rates. */
  readonly target: CalibrationTarget | null;
}

/** What a file says of recovery rates, how well it foretells what was held back, and the curves it gives. */
export function CalibrationView({ recoveries, reading, target }: CalibrationViewProps) {
  const { t } = useTranslation();
  const { calibration } = reading;
  const { file, mapping, map } = recoveries;
  const entries = Object.entries(mapping).map(([name, segment]) => ({ name, segment }));
  const question = file === null || calibration === null || target === null ? null : { fileToken: file.fileToken, mapping: entries, target };
  const { data: proposal, error } = useCall("recoveries.propose", question);
  if (calibration === null) return null;
  const { isDated, months, observedTo, betweenDeviation, rate } = calibration;
  return (
    <>
      {calibration.loans >= leastLoansToUse ? null : (
        <Alert severity="warning" variant="outlined" data-testid="recoveries-too-few">
          {t("recoveries.tooFew", { loans: calibration.loans, least: leastLoansToUse })}
        </Alert>
      )}
      <Part title={t("recoveries.segments")}>
        <Note>
          {t("recoveries.segmentsNote", { tau: formatRate(betweenDeviation), pool: formatRate(rate) })}
          {calibration.segments.length < 2 ? ` ${t("recoveries.onlySegment")}` : betweenDeviation > 0 ? null : ` ${t("recoveries.alike")}`}
        </Note>
        <SegmentTable calibration={calibration} mapping={mapping} onMap={map} ratesToday={proposal?.ratesToday ?? null} />
        <Note testId="recoveries-timing">
          {isDated ? t("recoveries.timing.dated", { months }) : t("recoveries.timing.totals", { months: proposal?.horizonMonths ?? "…" })}
          {observedTo === null ? null : ` ${t("recoveries.timing.observedTo", { day: formatDate(observedTo) })}`}
        </Note>
      </Part>
      <Part title={t("recoveries.backTest")}>
        {calibration.backTest === null ? <Note>{t("recoveries.backTestNone")}</Note> : <BackTestTables backTest={calibration.backTest} />}
      </Part>
      <ErrorAlert error={error} />
      {target === null ? null : (
        <Part title={t("recoveries.curves")}>
          {proposal === undefined || proposal.curves.length === 0 ? <Note>{t("recoveries.curvesNone")}</Note> : <CurvesTable proposal={proposal} />}
        </Part>
      )}
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Box component="section" aria-label={title} sx={{ display: "flex", flexDirection: "column", gap: 0.5 }}>
      <Typography variant="h3" component="h3">
        {title}
      </Typography>
      {children}
    </Box>
  );
}

function Note({ children, testId }: { readonly children: ReactNode; readonly testId?: string }) {
  return (
    <Box data-testid={testId} sx={{ typography: "body2", color: "text.secondary" }}>
      {children}
    </Box>
  );
}
