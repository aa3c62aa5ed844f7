import Box from "@mui/material/Box";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { ExportButton } from "../ui/exports/ExportButton.tsx";
import type { Exporting } from "../ui/exports/use-export.ts";

interface AnalysisFrameProps {
  readonly title: string;
  readonly intro: string;
  /** Left out, with the two below, where the figures are at hand and nothing is asked. */
  readonly isRunning?: boolean;
  readonly failure?: unknown;
  readonly onRetry?: () => void;
  /** A sentence where what is entered can not be asked. */
  readonly problem?: string | null;
  /** Stands beside the title. */
  readonly actions?: ReactNode;
  /** Left out until there is something to export. */
  readonly exporting?: Exporting | undefined;
  readonly testId: string;
  readonly children: ReactNode;
}

/** One analysis: title, what it says, a line of progress while it runs, its failure, its figures. */
export function AnalysisFrame({ title, intro, isRunning = false, failure = null, onRetry, problem, actions, exporting, testId, children }: AnalysisFrameProps) {
  const { t } = useTranslation();
  return (
    <Box
      component="section"
      aria-label={title}
      data-testid={testId}
      data-running={isRunning}
      {...exporting?.place}
      sx={{ px: 1.5, pt: 1.5, pb: 1, borderBottom: 1, borderColor: "divider" }}
    >
      <Box sx={{ display: "flex", alignItems: "center", gap: 1, minHeight: 30 }}>
        <Typography variant="h3" sx={{ flex: 1 }}>
          {title}
        </Typography>
        {exporting === undefined ? null : <ExportButton exporting={exporting} name={title} testId={`${testId}-export`} icon="small" />}
        {actions}
      </Box>
      <Typography variant="body2" sx={{ maxWidth: 900 }}>
        {intro}
      </Typography>
      <Box sx={{ height: 3, my: 0.5 }}>{isRunning ? <LinearProgress aria-label={t("pricing.status.pricing")} sx={{ height: 3 }} /> : null}</Box>
      {problem ? (
        <Typography variant="body2" role="alert" color="error" sx={{ mb: 0.5 }}>
          {problem}
        </Typography>
      ) : null}
      <ErrorAlert error={failure} onRetry={onRetry} />
      {children}
    </Box>
  );
}
