import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { TapeRecord } from "../../shared/contract/tape-channels.ts";
import type { TapeReport } from "../../shared/domain/import-report.ts";
import { tapeFindingCodes } from "../../shared/domain/tape-findings.ts";
import { formatNumber } from "../../shared/format.ts";
import { CollateralCounts } from "./CollateralCounts.tsx";
import { FileNotes } from "./FileNotes.tsx";
import { FindingList } from "./FindingList.tsx";
import { NoticePanel } from "./NoticePanel.tsx";
import { Reconciliation } from "./Reconciliation.tsx";
import { RowBalance } from "./RowBalance.tsx";
import { UnknownWords } from "./UnknownWords.tsx";

/** What became of every row of the file. */
export function TapeReportView({ tape: { id, dealId, report } }: { readonly tape: TapeRecord }) {
  const { t } = useTranslation();
  return (
    <>
      <RowBalance counts={report.counts} />
      <Box sx={{ display: "grid", gridTemplateColumns: "minmax(0, 2.2fr) minmax(240px, 1fr)", gap: 1.5, alignItems: "start", flexShrink: 0 }}>
        <Reconciliation lines={report.reconciliation} />
        <CollateralCounts report={report} />
      </Box>
      <NoticePanel dealId={dealId} />
      <FileNotes report={report} />
      <FindingList tapeId={id} kind="rejection" title={t("pricing.tape.rejections")} empty={t("pricing.tape.noRejections")} findings={report.rejections} />
      <UnknownWords tapeId={id} />
      <FindingList tapeId={id} kind="warning" title={t("pricing.tape.warnings")} empty={t("pricing.tape.noWarnings")} findings={report.warnings} />
      <FindingCounts report={report} />
    </>
  );
}

/** The full counts, since the lists above end at a limit. */
function FindingCounts({ report }: { readonly report: TapeReport }) {
  const { t } = useTranslation();
  const counted = tapeFindingCodes.flatMap((code) =>
    report.findingCounts[code] ? [t("pricing.tape.findingCount", { finding: t(`tape.code.${code}`), count: formatNumber(report.findingCounts[code]) })] : [],
  );
  if (counted.length === 0) return null;
  return (
    <Typography variant="body2" color="textSecondary">
      {counted.join(" · ")}
    </Typography>
  );
}
