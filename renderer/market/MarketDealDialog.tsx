import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { type MarketDeal, type MarketDealInput, marketDealFieldsSchema, marketDealInputSchema } from "../../shared/contract/market-channels.ts";
import { noFacts } from "../../shared/domain/market-facts.ts";
import { readMonthOrDay } from "../../shared/typed/typed-day.ts";
import { useAction } from "../desk/desk-client.ts";
import { FormDay } from "../ui/forms/FormDay.tsx";
import { FormDialog } from "../ui/forms/FormDialog.tsx";
import { FormMoney } from "../ui/forms/FormMoney.tsx";
import { FormText } from "../ui/forms/FormText.tsx";
import { encodeProblem } from "../ui/forms/field-problem.ts";
import { useFormDraft } from "../ui/forms/use-form-draft.ts";
import type { DealForm } from "./deal-form.ts";
import { MarketFactFields } from "./MarketFactFields.tsx";

const blank: DealForm = {
  buyer: "",
  seller: "",
  reportedOn: "",
  priceFen: null,
  principalFen: null,
  claimFen: null,
  kind: "",
  source: "",
  note: "",
  facts: noFacts,
};

interface MarketDealDialogProps {
  /** Null: a new record. */
  readonly deal: MarketDeal | null;
  /** The others, one of which it may take the place of. */
  readonly others: readonly MarketDeal[];
  readonly onClose: () => void;
}

/** A deal that the press or a register told of. */
export function MarketDealDialog({ deal, others, onClose }: MarketDealDialogProps) {
  const { t } = useTranslation();
  const action = useAction("market.saveDeal");
  const form = useForm<DealForm, unknown, MarketDealInput>({
    defaultValues: deal ? { ...marketDealFieldsSchema.parse(deal), facts: deal.facts } : blank,
    resolver: zodResolver<DealForm, unknown, MarketDealInput>(marketDealInputSchema as never, { error: encodeProblem }), // the form always holds the facts
  });
  const { control, handleSubmit } = form;
  const draft = useFormDraft({ form, schema: marketDealFieldsSchema, place: { form: "marketDeal", dealId: null, recordId: deal?.id ?? null } });
  const notPublished = t("market.notPublished");

  const save = handleSubmit(async (input) => {
    if ((await action.run({ id: deal?.id ?? null, deal: input })) === undefined) return;
    draft.drop();
    onClose();
  });

  return (
    <FormDialog
      title={t(deal ? "market.editDeal" : "market.addDeal")}
      busy={action.busy}
      draft={draft}
      error={action.error}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <FormText control={control} name="buyer" label={t("market.buyer")} required autoFocus />
      <FormText control={control} name="seller" label={t("market.seller")} required />
      <FormDay control={control} name="reportedOn" label={t("market.reportedOn")} read={readMonthOrDay} required hint={t("market.reportedOnHint")} />
      <FormText control={control} name="kind" label={t("market.kind")} />
      <FormMoney control={control} name="priceFen" label={t("market.priceField")} placeholder={notPublished} />
      <FormMoney control={control} name="principalFen" label={t("market.principalField")} placeholder={notPublished} />
      <FormMoney control={control} name="claimFen" label={t("market.claimField")} placeholder={notPublished} />
      <MarketFactFields control={control} others={others} />
      <FormText control={control} name="source" label={t("market.source")} required lines={{ least: 1 }} wide />
      <FormText control={control} name="note" label={t("market.note")} lines={{ least: 2 }} wide />
    </FormDialog>
  );
}
