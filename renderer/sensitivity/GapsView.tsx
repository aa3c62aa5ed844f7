import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { gapRangesSchema } from "../../shared/domain/scenario-results.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { AnalysisFrame } from "../analyses/AnalysisFrame.tsx";
import { useAnalysisSettings } from "../analyses/analysis-settings.ts";
import { useAnalysis } from "../analyses/use-analysis.ts";
import { useCall } from "../desk/desk-client.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { GapLetterDialog } from "../letters/GapLetterDialog.tsx";
import { NoPriceNote } from "../model/NoPriceNote.tsx";
import { useWorkbench } from "../model/use-workbench.ts";
import { GapRangesEditor } from "./GapRangesEditor.tsx";
import { GapTable } from "./GapTable.tsx";
import { useGapExport } from "./use-gap-export.ts";

/** What each missing field costs in bid, and what to ask the seller for. */
export function GapsView({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const answers = useWorkbench((state) => state.answers);
  const caseName = useWorkbench((state) => state.caseName);
  const deal = useCall("deals.get", { dealId }).data;
  const ranges = useAnalysisSettings((state) => state.gapRanges);
  const parsed = gapRangesSchema.safeParse(ranges);
  const { data, failure, isRunning, retry } = useAnalysis("sensitivity.gaps", parsed.success ? { dealId, caseName, ranges: parsed.data } : null, answers);
  const [isAsking, setAsking] = useState(false);
  const exporting = useGapExport(dealId, data);
  const isComplete = data !== undefined && data.tags.length === 0 && data.unpriced.length === 0;
  return (
    <AnalysisFrame
      title={t("gaps.title", { unit: moneyUnitLabel(unit, language) })}
      intro={t("gaps.intro")}
      isRunning={isRunning}
      failure={failure}
      onRetry={retry}
      problem={parsed.success ? null : t("gaps.rangesInvalid")}
      testId="gaps-view"
      exporting={data === undefined || isComplete ? undefined : exporting}
      actions={
        <Button variant="contained" disabled={data === undefined || isComplete} onClick={() => setAsking(true)} data-testid="gap-questions">
          {t("gaps.copyTitle")}
        </Button>
      }
    >
      {data === undefined ? null : isComplete ? (
        <Typography sx={{ py: 2 }}>{t("gaps.none")}</Typography>
      ) : (
        <>
          {data.tags.every(({ highFen }) => highFen === 0) ? <NoPriceNote text="bidRemark.gapsZero" caseName={caseName} testId="gaps-zero" /> : null}
          <GapTable gaps={data} />
          <GapRangesEditor medians={data.medians} />
        </>
      )}
      {isAsking && data !== undefined && deal !== undefined ? <GapLetterDialog gaps={data} deal={deal} onClose={() => setAsking(false)} /> : null}
    </AnalysisFrame>
  );
}
