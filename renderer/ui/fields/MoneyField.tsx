import { useTranslation } from "react-i18next";
import { moneyUnitLabel } from "../../../shared/format.ts";
import { readMoney } from "../../../shared/typed/typed-number.ts";
import { writeMoney } from "../../../shared/typed/written-number.ts";
import { useLanguage, useMoneyUnit } from "../../desk/session-store.ts";
import { refusalText } from "./number-problem.ts";
import { type NumberFieldProps, TypedTextField } from "./TypedTextField.tsx";
import type { Entered } from "./unread.ts";
import { useTypedField } from "./use-typed-field.ts";

interface MoneyFieldProps extends NumberFieldProps {
  readonly valueFen: Entered<number>;
  readonly onChange: (valueFen: Entered<number>) => void;
}

/** Money typed and shown in the unit that is chosen in the status bar. */
export function MoneyField({ valueFen, onChange, error, ...rest }: MoneyFieldProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const { input, refusal } = useTypedField<number>({
    value: valueFen,
    read: (text) => readMoney(text, unit),
    write: (fen) => writeMoney(fen, unit),
    onChange,
  });
  return <TypedTextField {...rest} input={input} problem={refusal === null ? error : refusalText(refusal, t)} unit={moneyUnitLabel(unit, language)} />;
}
