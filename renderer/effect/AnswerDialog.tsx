import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type ComplianceRule, noAnswer, type RuleAnswer, ruleAnswerSchema } from "../../shared/domain/compliance.ts";
import { useAction } from "../desk/desk-client.ts";
import { showNotice, useLanguage } from "../desk/session-store.ts";
import { FormChoice } from "../ui/forms/FormChoice.tsx";
import { FormDialog } from "../ui/forms/FormDialog.tsx";
import { FormText } from "../ui/forms/FormText.tsx";
import { encodeProblem } from "../ui/forms/field-problem.ts";
import { useFormDraft } from "../ui/forms/use-form-draft.ts";

const answers = ["open", "yes", "no"] as const;
const answerFormSchema = ruleAnswerSchema.omit({ isMet: true }).extend({ met: z.enum(answers) });
type AnswerForm = z.infer<typeof answerFormSchema>;
const metOf = (isMet: boolean | null): AnswerForm["met"] => (isMet === null ? "open" : isMet ? "yes" : "no");

interface AnswerDialogProps {
  readonly dealId: number;
  readonly rule: ComplianceRule;
  readonly answer: RuleAnswer | undefined;
  readonly onClose: () => void;
}

/** What the desk found of a rule, with its evidence. */
export function AnswerDialog({ dealId, rule, answer = noAnswer, onClose }: AnswerDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const action = useAction("compliance.answer");
  const form = useForm<AnswerForm>({
    defaultValues: { met: metOf(answer.isMet), evidence: answer.evidence, concerned: answer.concerned },
    resolver: zodResolver(answerFormSchema, { error: encodeProblem }),
  });
  const { control } = form;
  const draft = useFormDraft({ form, schema: answerFormSchema, place: { form: "ruleAnswer", dealId, recordId: rule.id } });
  const save = form.handleSubmit(async ({ met, ...typed }) => {
    const isMet = met === "open" ? null : met === "yes";
    if ((await action.run({ dealId, code: rule.code, answer: { ...typed, isMet } })) === undefined) return;
    draft.drop();
    showNotice(t("compliance.answered"));
    onClose();
  });
  const title = t("compliance.answerTitle", { rule: language === "zh" ? rule.textZh : rule.textEn });
  return (
    <FormDialog title={title} busy={action.busy} draft={draft} error={action.error} onSubmit={() => void save()} onClose={onClose}>
      <FormChoice
        control={control}
        name="met"
        label={t("compliance.isMet")}
        options={answers}
        textOf={(met) => t(`compliance.met.${met}`)}
        testId="answer-met"
      />
      <FormText control={control} name="evidence" label={t("compliance.evidence")} wide lines={{ least: 2 }} testId="answer-evidence" />
      {rule.kind === "excludedLoans" ? (
        <FormText control={control} name="concerned" label={t("compliance.concerned")} wide lines={{ least: 3, most: 10 }} testId="answer-concerned" />
      ) : null}
    </FormDialog>
  );
}
