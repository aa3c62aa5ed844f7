import { zodResolver } from "@hookform/resolvers/zod";
import TextField from "@mui/material/TextField";
import { Controller, useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { type MarketDeal, type MarketDealInput, marketDealFieldsSchema, marketDealInputSchema } from "../../shared/contract/market-channels.ts";
import { useAction } from "../desk/desk-client.ts";
import { FormDialog } from "../ui/FormDialog.tsx";
import { encodeProblem, problemText } from "../ui/field-problem.ts";
import { MoneyField } from "../ui/MoneyField.tsx";

const blank: MarketDealInput = { buyer: "", seller: "", reportedOn: "", priceFen: null, principalFen: null, claimFen: null, kind: "", source: "", note: "" };
const moneyLabels = { priceFen: "market.priceField", principalFen: "market.principalField", claimFen: "market.claimField" } as const;

interface MarketDealDialogProps {
  /** Null: a new record. */
  readonly deal: MarketDeal | null;
  readonly onClose: () => void;
}

export function MarketDealDialog({ deal, onClose }: MarketDealDialogProps) {
  const { t } = useTranslation();
  const action = useAction("market.saveDeal");
  const { control, register, handleSubmit, formState } = useForm<MarketDealInput>({
    defaultValues: deal ? marketDealFieldsSchema.parse(deal) : blank,
    resolver: zodResolver(marketDealInputSchema, { error: encodeProblem }),
  });
  const problem = (name: keyof MarketDealInput) => problemText(formState.errors[name], t);
  const wide = { gridColumn: "1 / -1" };

  const save = handleSubmit(async (input) => {
    if (await action.run({ id: deal?.id ?? null, deal: input })) onClose();
  });
  const text = (name: "buyer" | "seller" | "reportedOn" | "kind" | "source" | "note") => ({
    ...register(name),
    label: t(`market.${name}`),
    error: problem(name) !== undefined,
    helperText: problem(name),
    fullWidth: true,
  });
  const money = (name: keyof typeof moneyLabels) => (
    <Controller
      control={control}
      name={name}
      render={({ field }) => (
        <MoneyField
          label={t(moneyLabels[name])}
          valueFen={field.value}
          onChange={field.onChange}
          error={problem(name)}
          placeholder={t("market.notPublished")}
          fullWidth
        />
      )}
    />
  );

  return (
    <FormDialog title={t(deal ? "market.editDeal" : "market.addDeal")} busy={action.busy} error={action.error} onSubmit={() => void save()} onClose={onClose}>
      <TextField {...text("buyer")} required autoFocus />
      <TextField {...text("seller")} required />
      <TextField {...text("reportedOn")} required placeholder="YYYY-MM-DD" />
      <TextField {...text("kind")} />
      {money("priceFen")}
      {money("principalFen")}
      {money("claimFen")}
      <TextField {...text("source")} required multiline sx={wide} />
      <TextField {...text("note")} multiline minRows={2} sx={wide} />
    </FormDialog>
  );
}
