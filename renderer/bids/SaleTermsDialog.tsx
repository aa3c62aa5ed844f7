import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { oneBidderRules, type SaleTerms, saleTermsSchema } from "../../shared/domain/bid-plan.ts";
import { useAction } from "../desk/desk-client.ts";
import { showNotice } from "../desk/session-store.ts";
import { FormChoice } from "../ui/forms/FormChoice.tsx";
import { FormCount } from "../ui/forms/FormCount.tsx";
import { FormDialog } from "../ui/forms/FormDialog.tsx";
import { FormMoney } from "../ui/forms/FormMoney.tsx";
import { FormText } from "../ui/forms/FormText.tsx";
import { encodeProblem } from "../ui/forms/field-problem.ts";
import { useFormDraft } from "../ui/forms/use-form-draft.ts";

interface SaleTermsDialogProps {
  readonly dealId: number;
  readonly sale: SaleTerms;
  readonly onClose: () => void;
}

const amounts = [
  ["listFen", "bids.beliefs.list"],
  ["stepFen", "bids.beliefs.step"],
  ["openingFen", "bids.beliefs.opening"],
  ["targetFen", "bids.beliefs.target"],
  ["limitFen", "bids.beliefs.limit"],
  ["depositFen", "bids.beliefs.deposit"],
] as const;

/** What the venue states, and the desk's own prices in the room. */
export function SaleTermsDialog({ dealId, sale, onClose }: SaleTermsDialogProps) {
  const { t } = useTranslation();
  const action = useAction("bids.saveSale");
  const form = useForm<SaleTerms>({ defaultValues: sale, resolver: zodResolver(saleTermsSchema, { error: encodeProblem }) });
  const { control } = form;
  const draft = useFormDraft({ form, schema: saleTermsSchema, place: { form: "bidTerms", dealId, recordId: null } });
  const save = form.handleSubmit(async (typed) => {
    if ((await action.run({ dealId, sale: typed })) === undefined) return;
    draft.drop();
    showNotice(t("bids.beliefs.termsSaved"));
    onClose();
  });
  return (
    <FormDialog title={t("bids.beliefs.termsDialog")} busy={action.busy} draft={draft} error={action.error} onSubmit={() => void save()} onClose={onClose}>
      {amounts.map(([name, label]) => (
        <FormMoney key={name} control={control} name={name} label={t(label)} testId={`term-${name}`} />
      ))}
      <FormCount
        control={control}
        name="extensionMinutes"
        label={t("bids.beliefs.extensionMinutes")}
        unit={t("bids.beliefs.minute")}
        testId="term-extensionMinutes"
      />
      <FormChoice
        control={control}
        name="oneBidderRule"
        label={t("bids.beliefs.oneBidder")}
        options={oneBidderRules}
        textOf={(one) => t(`bids.oneBidder.${one}`)}
        testId="term-oneBidderRule"
      />
      <FormText control={control} name="raiser" label={t("bids.beliefs.raiser")} wide testId="term-raiser" />
    </FormDialog>
  );
}
