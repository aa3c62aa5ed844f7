import { zodResolver } from "@hookform/resolvers/zod";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import TextField from "@mui/material/TextField";
import { format } from "date-fns";
import { Controller, useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { type MarketAverage, type MarketAverageInput, marketAverageInputSchema } from "../../shared/contract/market-channels.ts";
import { dealKinds } from "../../shared/domain/codes.ts";
import { useAction } from "../desk/desk-client.ts";
import { ChoiceField } from "../ui/ChoiceField.tsx";
import { DayField } from "../ui/DayField.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { encodeProblem, problemText } from "../ui/field-problem.ts";
import { RateField } from "../ui/RateField.tsx";

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

export function MarketAverageDialog({ average, onClose }: MarketAverageDialogProps) {
  const { t } = useTranslation();
  const action = useAction("market.saveAverage");
  const { control, register, handleSubmit, formState } = useForm<AverageForm, unknown, MarketAverageInput>({
    defaultValues: average ? marketAverageInputSchema.parse(average) : blank(),
    resolver: zodResolver<AverageForm, unknown, MarketAverageInput>(marketAverageInputSchema as never, { error: encodeProblem }), // the form is wider than what the schema takes
  });
  const problem = (name: keyof AverageForm) => problemText(formState.errors[name], t);
  const wide = { gridColumn: "1 / -1" };

  const save = handleSubmit(async (input) => {
    if (await action.run({ id: average?.id ?? null, average: input })) onClose();
  });
  const text = (name: "period" | "source") => ({
    ...register(name),
    label: t(`market.${name}`),
    error: problem(name) !== undefined,
    helperText: problem(name),
    fullWidth: true,
    required: true,
  });

  return (
    <FormDialog
      title={t(average ? "market.editAverage" : "market.addAverage")}
      busy={action.busy}
      error={action.error}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Controller
        control={control}
        name="dealKind"
        render={({ field }) => (
          <ChoiceField
            label={t("market.dealKind")}
            value={field.value}
            options={dealKinds}
            textOf={(kind) => t(`code.dealKind.${kind}`)}
            onChange={field.onChange}
          />
        )}
      />
      <TextField {...text("period")} autoFocus />
      <Controller
        control={control}
        name="ratio"
        render={({ field }) => (
          <RateField label={t("market.ratioField")} value={field.value} onChange={field.onChange} error={problem("ratio")} required fullWidth />
        )}
      />
      <Controller
        control={control}
        name="base"
        render={({ field }) => (
          <ChoiceField label={t("market.base")} value={field.value} options={bases} textOf={(base) => t(`code.marketBase.${base}`)} onChange={field.onChange} />
        )}
      />
      <Controller
        control={control}
        name="asOf"
        render={({ field }) => <DayField label={t("market.asOf")} value={field.value} onChange={field.onChange} error={problem("asOf")} />}
      />
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
      <TextField {...text("source")} multiline sx={wide} />
    </FormDialog>
  );
}
