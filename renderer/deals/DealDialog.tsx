import { zodResolver } from "@hookform/resolvers/zod";
import TextField from "@mui/material/TextField";
import { Controller, useForm, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { type Deal, type DealInput, dealInputSchema, newDeal } from "../../shared/contract/deal-channels.ts";
import { dealKinds, dealStages, dealStatuses, saleProcesses } from "../../shared/domain/codes.ts";
import { useAction } from "../desk/desk-client.ts";
import { ChoiceField } from "../ui/ChoiceField.tsx";
import { DayField } from "../ui/DayField.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { encodeProblem, problemText } from "../ui/field-problem.ts";

interface DealDialogProps {
  /** Null: a new deal. */
  readonly deal: Deal | null;
  readonly onSaved: (deal: Deal) => void;
  readonly onClose: () => void;
}

export function DealDialog({ deal, onSaved, onClose }: DealDialogProps) {
  const { t } = useTranslation();
  const create = useAction("deals.create");
  const update = useAction("deals.update");
  const { control, register, handleSubmit, formState } = useForm<DealInput>({
    defaultValues: deal ? dealInputSchema.parse(deal) : newDeal,
    resolver: zodResolver(dealInputSchema, { error: encodeProblem }),
  });
  const [cutOffDate, bidDeadline] = useWatch({ control, name: ["cutOffDate", "bidDeadline"] });
  const isEarly = cutOffDate !== null && bidDeadline !== null && bidDeadline < cutOffDate;
  const problem = (name: keyof DealInput) => problemText(formState.errors[name], t);

  const save = handleSubmit(async (input) => {
    const saved = deal ? await update.run({ dealId: deal.id, deal: input }) : await create.run(input);
    if (saved) onSaved(saved);
  });

  const text = (name: "name" | "seller" | "owner" | "notes") => ({
    ...register(name),
    label: t(`deals.${name}`),
    error: problem(name) !== undefined,
    helperText: problem(name),
    fullWidth: true,
    slotProps: { htmlInput: { "data-testid": `deal-${name}` } },
  });
  const wide = { gridColumn: "1 / -1" };

  return (
    <FormDialog
      title={t(deal ? "deals.editDeal" : "deals.newDeal")}
      busy={create.busy || update.busy}
      error={create.error ?? update.error}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <TextField {...text("name")} required autoFocus sx={wide} />
      <TextField {...text("seller")} sx={wide} />
      <Controller
        control={control}
        name="kind"
        render={({ field }) => (
          <ChoiceField
            label={t("deals.kind")}
            value={field.value}
            options={dealKinds}
            textOf={(kind) => t(`code.dealKind.${kind}`)}
            onChange={field.onChange}
            testId="deal-kind"
          />
        )}
      />
      <Controller
        control={control}
        name="process"
        render={({ field }) => (
          <ChoiceField
            label={t("deals.process")}
            value={field.value}
            options={saleProcesses}
            textOf={(process) => t(`code.saleProcess.${process}`)}
            onChange={field.onChange}
            testId="deal-process"
          />
        )}
      />
      <Controller
        control={control}
        name="cutOffDate"
        render={({ field }) => (
          <DayField label={t("deals.cutOffDate")} value={field.value} onChange={field.onChange} error={problem("cutOffDate")} testId="deal-cutOffDate" />
        )}
      />
      <Controller
        control={control}
        name="bidDeadline"
        render={({ field }) => (
          <DayField
            label={t("deals.bidDeadline")}
            value={field.value}
            onChange={field.onChange}
            error={problem("bidDeadline")}
            helperText={isEarly ? t("form.deadlineBeforeCutOff") : undefined}
            testId="deal-bidDeadline"
          />
        )}
      />
      <Controller
        control={control}
        name="stage"
        render={({ field }) => (
          <ChoiceField
            label={t("deals.stage")}
            value={field.value}
            options={dealStages}
            textOf={(stage) => t(`code.dealStage.${stage}`)}
            onChange={field.onChange}
            testId="deal-stage"
          />
        )}
      />
      <Controller
        control={control}
        name="status"
        render={({ field }) => (
          <ChoiceField
            label={t("deals.status")}
            value={field.value}
            options={dealStatuses}
            textOf={(status) => t(`code.dealStatus.${status}`)}
            onChange={field.onChange}
            testId="deal-status"
          />
        )}
      />
      <TextField {...text("owner")} sx={wide} />
      <TextField {...text("notes")} multiline minRows={3} maxRows={8} sx={wide} />
    </FormDialog>
  );
}
