import { zodResolver } from "@hookform/resolvers/zod";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import { format } from "date-fns";
import { Controller, useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { type MarketAverage, type MarketAverageInput, marketAverageInputSchema } from "../../shared/contract/market-channels.ts";
import { dealKinds } from "../../shared/domain/codes.ts";
import { useAction } from "../desk/desk-client.ts";
import { FormChoice } from "../ui/forms/FormChoice.tsx";
import { FormDay } from "../ui/forms/FormDay.tsx";
import { FormDialog } from "../ui/forms/FormDialog.tsx";
import { FormRate } from "../ui/forms/FormRate.tsx";
import { FormText } from "../ui/forms/FormText.tsx";
import { encodeProblem } from "../ui/forms/field-problem.ts";
import { useFormDraft } from "../ui/forms/use-form-draft.ts";

const bases = marketAverageInputSchema.shape.base.options;
/** A form may be without ratio and date until they are entered; the schema refuses that. */
type AverageForm = Omit<MarketAverageInput, "ratio" | "asOf"> & { ratio: number | null; asOf: string | null };

const blank = (): AverageForm => ({
  dealKind: "corporateBulk",
  period: "",
  ratio: null,
  isUpperBound: false,
  base: "notStated",
  source: "",
  asOf: format(new Date(), "yyyy-MM-dd"),
});

interface MarketAverageDialogProps {
  /** Null: a new record. */
  readonly average: MarketAverage | null;
  readonly onClose: () => void;
}

/** A published average of prices. */
export function MarketAverageDialog({ average, onClose }: MarketAverageDialogProps) {
  const { t } = useTranslation();
  const action = useAction("market.saveAverage");
  const form = useForm<AverageForm, unknown, MarketAverageInput>({
    defaultValues: average ? marketAverageInputSchema.parse(average) : blank(),
    resolver: zodResolver<AverageForm, unknown, MarketAverageInput>(marketAverageInputSchema as never, { error: encodeProblem }), // the form is wider than what the schema takes
  });
  const { control, handleSubmit } = form;
  const place = { form: "marketAverage", dealId: null, recordId: average?.id ?? null } as const;
  const draft = useFormDraft({ form, schema: marketAverageInputSchema, place });

  const save = handleSubmit(async (input) => {
    if ((await action.run({ id: average?.id ?? null, average: input })) === undefined) return;
    draft.drop();
    onClose();
  });

  return (
    <FormDialog
      title={t(average ? "market.editAverage" : "market.addAverage")}
      busy={action.busy}
      draft={draft}
      error={action.error}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <FormChoice control={control} name="dealKind" label={t("market.dealKind")} options={dealKinds} textOf={(kind) => t(`code.dealKind.${kind}`)} />
      <FormText control={control} name="period" label={t("market.period")} required autoFocus />
      <FormRate control={control} name="ratio" label={t("market.ratioField")} place="marketRatio" required />
      <FormChoice control={control} name="base" label={t("market.base")} options={bases} textOf={(base) => t(`code.marketBase.${base}`)} />
      <FormDay control={control} name="asOf" label={t("market.asOf")} />
      <Controller
        control={control}
        name="isUpperBound"
        render={({ field }) => (
          <FormControlLabel
            label={t("market.isUpperBound")}
            control={<Checkbox size="small" checked={field.value} onChange={(_event, checked) => field.onChange(checked)} />}
          />
        )}
      />
      <FormText control={control} name="source" label={t("market.source")} required lines={{ least: 1 }} wide />
    </FormDialog>
  );
}
