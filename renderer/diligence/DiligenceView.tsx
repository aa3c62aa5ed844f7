import Box from "@mui/material/Box";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Diligence, PlanLine } from "../../shared/contract/diligence-channels.ts";
import { formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { PageHeader } from "../ui/PageHeader.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { HoursForm } from "./HoursForm.tsx";
import { InspectionDialog } from "./InspectionDialog.tsx";
import { PlanNotes } from "./PlanNotes.tsx";
import { PlanTable } from "./PlanTable.tsx";
import { SamplePanel } from "./SamplePanel.tsx";

interface DiligenceViewProps {
  readonly dealId: number;
  readonly plan: Diligence;
  /** An archived deal. */
  readonly isReadOnly: boolean;
}

/** The hours, the ranking of files, and the sample. */
export function DiligenceView({ dealId, plan, isReadOnly }: DiligenceViewProps) {
  const { t } = useTranslation();
  const unit = moneyUnitLabel(useMoneyUnit(), useLanguage());
  const [edited, setEdited] = useState<PlanLine | null>(null);
  const { hoursLeft, hoursEach } = plan;
  return (
    <Box component="section" aria-label={t("diligence.title")} sx={{ display: "flex", flexDirection: "column", flex: 1, minHeight: 0 }}>
      <PageHeader title={t("diligence.title")} subtitle={t("diligence.caption", { debtors: formatNumber(plan.debtors), unit })}>
        <HoursForm key={`${hoursLeft}/${hoursEach}`} dealId={dealId} hours={{ hoursLeft, hoursEach }} isReadOnly={isReadOnly} />
      </PageHeader>
      <Box sx={{ flex: 1, minHeight: 0, overflow: "auto", p: 1.5, display: "flex", flexDirection: "column", gap: 1.5 }}>
        <PlanNotes plan={plan} />
        <SamplePanel plan={plan} />
        <TitledPanel title={t("diligence.plan.title")}>
          <PlanTable lines={plan.lines} onEdit={isReadOnly ? null : setEdited} />
        </TitledPanel>
      </Box>
      {edited !== null && <InspectionDialog dealId={dealId} line={edited} hoursEach={hoursEach} onClose={() => setEdited(null)} />}
    </Box>
  );
}
