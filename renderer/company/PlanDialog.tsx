import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { dealStages } from "../../shared/domain/codes.ts";
import { type CompanyPlan, companyPlanSchema } from "../../shared/domain/company.ts";
import { useAction } from "../desk/desk-client.ts";
import { showNotice } from "../desk/session-store.ts";
import { FormCheck } from "../ui/forms/FormCheck.tsx";
import { FormChoice } from "../ui/forms/FormChoice.tsx";
import { FormDialog } from "../ui/forms/FormDialog.tsx";
import { FormMoney } from "../ui/forms/FormMoney.tsx";
import { FormRate } from "../ui/forms/FormRate.tsx";
import { FormText } from "../ui/forms/FormText.tsx";
import { encodeProblem } from "../ui/forms/field-problem.ts";
import { useFormDraft } from "../ui/forms/use-form-draft.ts";

interface PlanDialogProps {
  readonly plan: CompanyPlan;
  /** The last reported quarter; null: none is. */
  readonly quarterEnd: string | null;
  readonly onClose: () => void;
}

const rates = [
  ["refinancingShare", "company.refinancing"],
  ["dealDebtShare", "company.dealDebtShare"],
  ["incomeShare", "company.incomeShare"],
  ["expensedShare", "company.expensedShare"],
] as const;
const amounts = [
  ["floorFen", "company.floor"],
  ["opexFen", "company.opex"],
  ["dividendsFen", "company.dividends"],
] as const;

/** The n-th quarter after the last reported one, "2026 Q1". */
function quarterName(quarterEnd: string | null, at: number): string {
  if (quarterEnd === null) return `+${at + 1}`;
  const quarter = Number(quarterEnd.slice(0, 4)) * 4 + Number(quarterEnd.slice(5, 7)) / 3 + at;
  return `${Math.floor(quarter / 4)} Q${(quarter % 4) + 1}`;
}

/** What the company plans for its quarters, and how deals are paid. */
export function PlanDialog({ plan, quarterEnd, onClose }: PlanDialogProps) {
  const { t } = useTranslation();
  const action = useAction("company.savePlan");
  const form = useForm<CompanyPlan>({ defaultValues: plan, resolver: zodResolver(companyPlanSchema, { error: encodeProblem }) });
  const { control } = form;
  const draft = useFormDraft({ form, schema: companyPlanSchema, place: { form: "companyPlan", dealId: null, recordId: null } });
  const save = form.handleSubmit(async (typed) => {
    if ((await action.run(typed)) === undefined) return;
    draft.drop();
    showNotice(t("company.saved"));
    onClose();
  });
  return (
    <FormDialog title={t("company.plan")} busy={action.busy} draft={draft} error={action.error} onSubmit={() => void save()} onClose={onClose}>
      <FormText control={control} name="companyName" label={t("company.companyName")} autoFocus wide testId="plan-companyName" />
      {amounts.map(([name, label]) => (
        <FormMoney key={name} control={control} name={name} label={t(label)} testId={`plan-${name}`} />
      ))}
      {rates.map(([name, label]) => (
        <FormRate key={name} control={control} name={name} label={t(label)} place={name} testId={`plan-${name}`} />
      ))}
      <FormChoice
        control={control}
        name="clientReading"
        label={t("company.clientReading")}
        options={["debtor", "seller"]}
        textOf={(reading) => t(`company.client.${reading}`)}
        testId="plan-clientReading"
      />
      <FormCheck control={control} name="isExposureListComplete" label={t("company.isListComplete")} testId="plan-isExposureListComplete" />
      {plan.collectionsFen.map((_fen, at) => (
        <FormMoney
          key={quarterName(quarterEnd, at)}
          control={control}
          name={`collectionsFen.${at}`}
          label={t("company.collections", { quarter: quarterName(quarterEnd, at) })}
          testId={`plan-collections-${at}`}
        />
      ))}
      {dealStages.map((stage, at) => (
        <FormRate
          key={stage}
          control={control}
          name={`stageWeights.${at}`}
          label={t("company.stageWeight", { stage: t(`code.dealStage.${stage}`) })}
          place="stageWeight"
          testId={`plan-weight-${stage}`}
        />
      ))}
    </FormDialog>
  );
}
