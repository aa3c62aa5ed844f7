import { zodResolver } from "@hookform/resolvers/zod";
import { useController, useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { type ComplianceRule, figureRules, type RuleInput, ruleConfidences, ruleSchema } from "../../shared/domain/compliance.ts";
import { useAction } from "../desk/desk-client.ts";
import { showNotice } from "../desk/session-store.ts";
import { FormCheck } from "../ui/forms/FormCheck.tsx";
import { FormChoice } from "../ui/forms/FormChoice.tsx";
import { FormCount } from "../ui/forms/FormCount.tsx";
import { FormDay } from "../ui/forms/FormDay.tsx";
import { FormDialog } from "../ui/forms/FormDialog.tsx";
import { FormRate } from "../ui/forms/FormRate.tsx";
import { FormText } from "../ui/forms/FormText.tsx";
import { encodeProblem } from "../ui/forms/field-problem.ts";
import { useFormDraft } from "../ui/forms/use-form-draft.ts";

/** A rule as the desk read it at its source. */
export function RuleDialog({ rule, onClose }: { readonly rule: ComplianceRule; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const action = useAction("compliance.saveRule");
  const form = useForm<RuleInput>({ defaultValues: ruleSchema.parse(rule), resolver: zodResolver(ruleSchema, { error: encodeProblem }) });
  const { control } = form;
  const { field: kind } = useController({ control, name: "kind" });
  const draft = useFormDraft({ form, schema: ruleSchema, place: { form: "rule", dealId: null, recordId: rule.id } });
  const save = form.handleSubmit(async (typed) => {
    if ((await action.run({ id: rule.id, rule: typed })) === undefined) return;
    draft.drop();
    showNotice(t("compliance.ruleSaved"));
    onClose();
  });
  const hasLimit = figureRules.some((figure) => figure === kind.value);
  return (
    <FormDialog title={t("compliance.editRule")} busy={action.busy} draft={draft} error={action.error} onSubmit={() => void save()} onClose={onClose}>
      <FormText control={control} name="textZh" label={t("compliance.textZh")} required wide lines={{ least: 2 }} testId="rule-textZh" />
      <FormText control={control} name="textEn" label={t("compliance.textEn")} required wide lines={{ least: 2 }} testId="rule-textEn" />
      {kind.value === "debtorCount" ? (
        <FormCount control={control} name="limit" label={t("compliance.limit")} unit={t("company.debtors")} testId="rule-limit" />
      ) : null}
      {hasLimit ? <FormRate control={control} name="limit" label={t("compliance.limit")} place="ruleLimit" testId="rule-limit" /> : null}
      <FormText control={control} name="clause" label={t("compliance.clause")} testId="rule-clause" />
      <FormDay control={control} name="from" label={t("compliance.from")} testId="rule-from" />
      <FormDay control={control} name="to" label={t("compliance.to")} testId="rule-to" />
      <FormChoice
        control={control}
        name="confidence"
        label={t("compliance.confidence")}
        options={ruleConfidences}
        textOf={(one) => t(`compliance.confidenceOf.${one}`)}
        testId="rule-confidence"
      />
      <FormText control={control} name="source" label={t("compliance.source")} required wide lines={{ least: 2 }} testId="rule-source" />
      <FormCheck control={control} name="isConfirmed" label={t("compliance.confirmed")} testId="rule-isConfirmed" />
    </FormDialog>
  );
}
