import { zodResolver } from "@hookform/resolvers/zod";
import Typography from "@mui/material/Typography";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { PlanLine } from "../../shared/contract/diligence-channels.ts";
import { type Inspection, inspectionSchema, inspectionStatuses, noInspection } from "../../shared/domain/diligence.ts";
import { formatNumber } from "../../shared/format.ts";
import { useAction } from "../desk/desk-client.ts";
import { showNotice } from "../desk/session-store.ts";
import { FormChoice } from "../ui/forms/FormChoice.tsx";
import { FormDialog } from "../ui/forms/FormDialog.tsx";
import { FormText } from "../ui/forms/FormText.tsx";
import { encodeProblem } from "../ui/forms/field-problem.ts";
import { useFormDraft } from "../ui/forms/use-form-draft.ts";
import { FormHours } from "./FormHours.tsx";

interface InspectionDialogProps {
  readonly dealId: number;
  readonly line: PlanLine;
  readonly hoursEach: number;
  readonly onClose: () => void;
}

/** How long a debtor's file takes, how far its inspection is, and what was found. */
export function InspectionDialog({ dealId, line, hoursEach, onClose }: InspectionDialogProps) {
  const { t } = useTranslation();
  const action = useAction("diligence.saveInspection");
  const { hours, status, finding } = line.inspection ?? noInspection;
  const form = useForm<Inspection>({ defaultValues: { hours, status, finding }, resolver: zodResolver(inspectionSchema, { error: encodeProblem }) });
  const { control } = form;
  const draft = useFormDraft({ form, schema: inspectionSchema, place: { form: "inspection", dealId, recordId: line.loanId } });
  const name = line.debtorName ?? t("debtors.nameless");
  const save = form.handleSubmit(async (inspection) => {
    if ((await action.run({ dealId, loanId: line.loanId, inspection })) === undefined) return;
    draft.drop();
    showNotice(t("diligence.saved", { name }));
    onClose();
  });
  return (
    <FormDialog
      title={t("diligence.edit.title", { name })}
      busy={action.busy}
      draft={draft}
      error={action.error}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <FormHours control={control} name="hours" label={t("diligence.edit.hours")} testId="inspection-hours" />
      <FormChoice
        control={control}
        name="status"
        label={t("diligence.plan.status")}
        options={inspectionStatuses}
        textOf={(one) => t(`diligence.status.${one}`)}
        testId="inspection-status"
      />
      <FormText control={control} name="finding" label={t("diligence.plan.finding")} lines={{ least: 3, most: 8 }} wide testId="inspection-finding" />
      <Typography variant="body2" sx={{ gridColumn: "1 / -1" }}>
        {t("diligence.edit.hint", { hours: formatNumber(hoursEach) })}
      </Typography>
    </FormDialog>
  );
}
