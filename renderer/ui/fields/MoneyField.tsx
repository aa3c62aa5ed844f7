import { useTranslation } from "react-i18next";
import { formatMoney, moneyUnitLabel, parseMoney } from "../../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../../desk/session-store.ts";
import { type NumberFieldProps, ParsedField } from "./ParsedField.tsx";

interface MoneyFieldProps extends NumberFieldProps {
  readonly valueFen: number | null;
  /** Called when the field is left or Enter is pressed, with null where it was emptied. */
  readonly onChange: (valueFen: number | null) => void;
}

/** Money typed and shown in the unit that is chosen in the status bar. */
export function MoneyField({ valueFen, ...rest }: MoneyFieldProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  return (
    <ParsedField
      {...rest}
      value={valueFen}
      textOf={(fen) => formatMoney(fen, unit)}
      parse={(text) => parseMoney(text, unit)}
      refusal={t("form.notMoney")}
      unit={moneyUnitLabel(unit, language)}
    />
  );
}
