import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { type PricingRun, runMarkSchema } from "../../shared/contract/run-channels.ts";
import { useAction } from "../desk/desk-client.ts";
import { FormDialog } from "../ui/forms/FormDialog.tsx";
import { FormText } from "../ui/forms/FormText.tsx";
import { encodeProblem } from "../ui/forms/field-problem.ts";
import { useFormDraft } from "../ui/forms/use-form-draft.ts";

const formSchema = runMarkSchema.omit({ isStarred: true });
type MarkForm = z.infer<typeof formSchema>;

/** Name and note of a run; what was frozen stays as it is. */
export function RunMarkDialog({ run, onClose }: { readonly run: PricingRun; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const action = useAction("runs.mark");
  const form = useForm<MarkForm, unknown, MarkForm>({
    defaultValues: { name: run.name, note: run.note },
    resolver: zodResolver(formSchema, { error: encodeProblem }),
  });
  const { control, handleSubmit } = form;
  const draft = useFormDraft({ form, schema: formSchema, place: { form: "runMark", dealId: run.dealId, recordId: run.id } });
  const save = handleSubmit(async (mark) => {
    if ((await action.run({ runId: run.id, mark })) === undefined) return;
    draft.drop();
    onClose();
  });
  return (
    <FormDialog title={t("runs.editTitle")} busy={action.busy} draft={draft} error={action.error} onSubmit={() => void save()} onClose={onClose}>
      <FormText control={control} name="name" label={t("runs.name")} required autoFocus wide testId="run-rename" />
      <FormText control={control} name="note" label={t("runs.note")} lines={{ least: 3, most: 8 }} wide testId="run-note" />
    </FormDialog>
  );
}
