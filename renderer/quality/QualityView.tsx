import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type QualityKind, type QualityReport, qualityState } from "../../shared/domain/quality.ts";
import { formatNumber } from "../../shared/format.ts";
import { PageHeader } from "../ui/PageHeader.tsx";
import { ConfirmationTable } from "./ConfirmationTable.tsx";
import { ConfirmExceptionsDialog, type WantedConfirmation } from "./ConfirmExceptionsDialog.tsx";
import { ExceptionPanel } from "./ExceptionPanel.tsx";
import { FieldQualityTable } from "./FieldQualityTable.tsx";
import { KindTable } from "./KindTable.tsx";
import { RatioTable } from "./RatioTable.tsx";
import { SellerReportDialog } from "./SellerReportDialog.tsx";

interface QualityViewProps {
  readonly dealId: number;
  readonly report: QualityReport;
  /** An archived deal. */
  readonly isReadOnly: boolean;
}

/** The exceptions by kind, the rows of one kind, the fields, and who confirmed what. */
export function QualityView({ dealId, report, isReadOnly }: QualityViewProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<QualityKind | null>(null);
  const [isReporting, setReporting] = useState(false);
  const [wanted, setWanted] = useState<WantedConfirmation | null>(null);
  const { score, count, open } = qualityState(report);
  const [first] = report.kinds;
  const kind = report.kinds.some((one) => one.kind === chosen) ? chosen : (first?.kind ?? null);
  const onConfirm = isReadOnly ? null : setWanted;
  const scored = score === null ? t("quality.noScore") : t("quality.score", { score: formatNumber(score, 1) });
  const exceptions = count === 0 ? t("quality.captionNone") : t("quality.caption", { count: formatNumber(count), open: formatNumber(open) });
  return (
    <Box component="section" aria-label={t("quality.title")} sx={{ display: "flex", flexDirection: "column", flex: 1, minHeight: 0 }}>
      <PageHeader
        title={t("quality.title")}
        subtitle={
          <span data-testid="quality-caption">
            {scored} · {exceptions}
          </span>
        }
      >
        <Button variant="outlined" onClick={() => setReporting(true)} data-testid="seller-report">
          {t("quality.report")}
        </Button>
      </PageHeader>
      <Box sx={{ flex: 1, minHeight: 0, overflow: "auto", p: 1.5, display: "flex", flexDirection: "column", gap: 1.5 }} data-open={open} data-testid="quality">
        <Typography variant="body2">{t("quality.formula")}</Typography>
        {kind === null ? null : (
          <>
            <KindTable kinds={report.kinds} chosen={kind} onChoose={setChosen} onConfirm={onConfirm} />
            <ExceptionPanel key={kind} dealId={dealId} kind={kind} onConfirm={onConfirm} />
          </>
        )}
        <FieldQualityTable fields={report.fields} />
        <RatioTable ratios={report.ratios} />
        <ConfirmationTable dealId={dealId} confirmations={report.confirmations} isReadOnly={isReadOnly} />
      </Box>
      {isReporting && <SellerReportDialog dealId={dealId} onClose={() => setReporting(false)} />}
      {wanted !== null && <ConfirmExceptionsDialog dealId={dealId} wanted={wanted} onClose={() => setWanted(null)} />}
    </Box>
  );
}
