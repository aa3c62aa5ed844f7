import { useTranslation } from "react-i18next";
import { type TapeMapping, tapeCurrencies } from "../../shared/domain/tape-mapping.ts";
import { ChoiceField } from "../ui/fields/ChoiceField.tsx";

type Currency = NonNullable<TapeMapping["currency"]>;

interface CurrencyStatementProps {
  readonly value: Currency | null;
  /** What the file says. */
  readonly statedInFile: Currency | null;
  readonly onChange: (currency: Currency) => void;
}

/** The currency of the amounts, and who states it. */
export function CurrencyStatement({ value, statedInFile, onChange }: CurrencyStatementProps) {
  const { t } = useTranslation();
  const problem = value === "CNY" ? undefined : t(value === "other" ? "pricing.tape.problem.otherCurrency" : "pricing.tape.mustChoose");
  return (
    <ChoiceField<Currency | "">
      label={t("pricing.tape.currency")}
      value={value ?? ""}
      options={tapeCurrencies}
      textOf={(currency) => (currency === "" ? "" : t(`pricing.tape.currencyOf.${currency}`))}
      onChange={(currency) => currency !== "" && onChange(currency)}
      error={problem}
      helperText={t(statedInFile === value ? "pricing.tape.statedInFile" : "pricing.tape.confirmedByUser")}
      width={180}
      testId="currency"
    />
  );
}
