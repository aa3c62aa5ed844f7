import { zodResolver } from "@hookform/resolvers/zod";
import { format } from "date-fns";
import { useEffect } from "react";
import { useForm, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import {
  isShare,
  type MarketFigure,
  type MarketFigureInput,
  marketFigureFieldsSchema,
  marketFigureInputSchema,
  marketMeasures,
} from "../../shared/domain/market-figures.ts";
import { useAction } from "../desk/desk-client.ts";
import { FormCheck } from "../ui/forms/FormCheck.tsx";
import { FormChoice } from "../ui/forms/FormChoice.tsx";
import { FormDay } from "../ui/forms/FormDay.tsx";
import { FormDialog } from "../ui/forms/FormDialog.tsx";
import { FormMoney } from "../ui/forms/FormMoney.tsx";
import { FormRate } from "../ui/forms/FormRate.tsx";
import { FormText } from "../ui/forms/FormText.tsx";
import { encodeProblem } from "../ui/forms/field-problem.ts";
import { useFormDraft } from "../ui/forms/use-form-draft.ts";

const blank = (): MarketFigureInput => ({
  measure: "nplBalance",
  scope: "",
  period: "",
  moneyFen: null,
  share: null,
  isLowerBound: false,
  source: "",
  asOf: format(new Date(), "yyyy-MM-dd"),
});

interface MarketFigureDialogProps {
  /** Null: a new record. */
  readonly figure: MarketFigure | null;
  readonly onClose: () => void;
}

/** A figure that a source published of the sector or of a company; empty where it says that it publishes none. */
export function MarketFigureDialog({ figure, onClose }: MarketFigureDialogProps) {
  const { t } = useTranslation();
  const action = useAction("market.saveFigure");
  const form = useForm<MarketFigureInput>({
    defaultValues: figure ? marketFigureFieldsSchema.parse(figure) : blank(),
    resolver: zodResolver(marketFigureInputSchema, { error: encodeProblem }),
  });
  const { control, handleSubmit } = form;
  const draft = useFormDraft({ form, schema: marketFigureFieldsSchema, place: { form: "marketFigure", dealId: null, recordId: figure?.id ?? null } });
  const isRate = isShare(useWatch({ control, name: "measure" }));
  // A figure is stated in one unit: what was typed in the other goes with it.
  useEffect(() => form.setValue(isRate ? "moneyFen" : "share", null), [form, isRate]);
  const notPublished = t("market.notPublished");

  const save = handleSubmit(async (input) => {
    if ((await action.run({ id: figure?.id ?? null, figure: input })) === undefined) return;
    draft.drop();
    onClose();
  });

  return (
    <FormDialog
      title={t(figure ? "market.editFigure" : "market.addFigure")}
      busy={action.busy}
      draft={draft}
      error={action.error}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <FormChoice control={control} name="measure" label={t("market.measure")} options={marketMeasures} textOf={(one) => t(`market.measureOf.${one}`)} />
      <FormText control={control} name="scope" label={t("market.scope")} testId="figure-scope" required autoFocus />
      <FormText control={control} name="period" label={t("market.period")} testId="figure-period" required />
      <FormDay control={control} name="asOf" label={t("market.asOf")} />
      {isRate ? (
        <FormRate control={control} name="share" label={t("market.valueShare")} place="marketFigure" placeholder={notPublished} testId="figure-share" />
      ) : (
        <FormMoney control={control} name="moneyFen" label={t("market.valueMoney")} placeholder={notPublished} testId="figure-money" />
      )}
      <FormCheck control={control} name="isLowerBound" label={t("market.isLowerBound")} />
      <FormText control={control} name="source" label={t("market.source")} testId="figure-source" required lines={{ least: 1 }} wide />
    </FormDialog>
  );
}
