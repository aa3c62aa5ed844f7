import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { type BidBeliefs, bidBeliefsSchema, saleForms } from "../../shared/domain/bid-plan.ts";
import { useAction } from "../desk/desk-client.ts";
import { showNotice } from "../desk/session-store.ts";
import { FormChoice } from "../ui/forms/FormChoice.tsx";
import { FormCount } from "../ui/forms/FormCount.tsx";
import { FormDialog } from "../ui/forms/FormDialog.tsx";
import { FormMoney } from "../ui/forms/FormMoney.tsx";
import { FormRate } from "../ui/forms/FormRate.tsx";
import { encodeProblem } from "../ui/forms/field-problem.ts";
import { useFormDraft } from "../ui/forms/use-form-draft.ts";

interface BeliefsDialogProps {
  readonly dealId: number;
  readonly beliefs: BidBeliefs;
  readonly onClose: () => void;
}

const counts = [
  ["leastRivals", "bids.beliefs.least"],
  ["likelyRivals", "bids.beliefs.likely"],
  ["mostRivals", "bids.beliefs.most"],
] as const;
const shares = [
  ["rivalMedian", "bids.beliefs.median"],
  ["rivalSpread", "bids.beliefs.spread"],
  ["modelError", "bids.beliefs.modelError"],
] as const;

/** The form of sale, and what the desk believes of rivals and of its own error. */
export function BeliefsDialog({ dealId, beliefs, onClose }: BeliefsDialogProps) {
  const { t } = useTranslation();
  const action = useAction("bids.saveBeliefs");
  const form = useForm<BidBeliefs>({ defaultValues: beliefs, resolver: zodResolver(bidBeliefsSchema, { error: encodeProblem }) });
  const { control } = form;
  const draft = useFormDraft({ form, schema: bidBeliefsSchema, place: { form: "bidBeliefs", dealId, recordId: null } });
  const save = form.handleSubmit(async (typed) => {
    if ((await action.run({ dealId, beliefs: typed })) === undefined) return;
    draft.drop();
    showNotice(t("bids.beliefs.saved"));
    onClose();
  });
  return (
    <FormDialog title={t("bids.beliefs.dialog")} busy={action.busy} draft={draft} error={action.error} onSubmit={() => void save()} onClose={onClose}>
      <FormChoice
        control={control}
        name="saleForm"
        label={t("bids.beliefs.form")}
        options={saleForms}
        textOf={(one) => t(`bids.form.${one}`)}
        testId="belief-saleForm"
      />
      <FormMoney control={control} name="valueFen" label={t("bids.beliefs.value")} placeholder={t("bids.beliefs.valueHint")} testId="belief-valueFen" />
      {counts.map(([name, label]) => (
        <FormCount key={name} control={control} name={name} label={t(label)} unit={t("bids.beliefs.unitRivals")} testId={`belief-${name}`} />
      ))}
      {shares.map(([name, label]) => (
        <FormRate key={name} control={control} name={name} label={t(label)} place={`bids.${name}`} testId={`belief-${name}`} />
      ))}
      <FormRate
        control={control}
        name="ownError"
        label={t("bids.beliefs.ownError")}
        place="bids.ownError"
        placeholder={t("bids.beliefs.ownErrorHint")}
        testId="belief-ownError"
      />
    </FormDialog>
  );
}
