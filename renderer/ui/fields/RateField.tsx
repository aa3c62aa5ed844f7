import { useTranslation } from "react-i18next";
import { formatNumber, parseRate } from "../../../shared/format.ts";
import { type NumberFieldProps, ParsedField } from "./ParsedField.tsx";

interface RateFieldProps extends NumberFieldProps {
  /** Decimal rate, 0.12 = 12 %. */
  readonly value: number | null;
  /** Called when the field is left or Enter is pressed, with null where it was emptied. */
  readonly onChange: (value: number | null) => void;
}

export function RateField(props: RateFieldProps) {
  const { t } = useTranslation();
  return <ParsedField {...props} textOf={(rate) => formatNumber(rate * 100, 2)} parse={parseRate} refusal={t("form.notRate")} unit="%" />;
}
