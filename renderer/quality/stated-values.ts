import type { TFunction } from "i18next";
import type { ExceptionRow } from "../../shared/contract/quality-channels.ts";
import type { MoneyUnit } from "../../shared/domain/codes.ts";
import { fieldRecord } from "../../shared/domain/tape-fields.ts";
import { formatMoney, formatNumber, noValue } from "../../shared/format.ts";
import { isTextKey } from "../../shared/locales/texts.ts";

type Stated = ExceptionRow["values"][number];

function shown({ field, value }: Stated, unit: MoneyUnit, t: TFunction): string {
  if (value === null) return noValue;
  const { kind } = fieldRecord(field);
  if (typeof value === "number") return kind === "amount" ? formatMoney(value, unit) : formatNumber(value, kind === "area" ? 2 : 0);
  const key = `code.${field}.${value}`;
  return kind === "code" && isTextKey(key) ? t(key) : value;
}

/** The values of a row that tell its exception, each with its field. */
export const stated = ({ values }: Pick<ExceptionRow, "values">, unit: MoneyUnit, t: TFunction): string =>
  values.map((one) => `${t(`tape.field.${one.field}`)} ${shown(one, unit, t)}`).join(t("pricing.loans.listSeparator"));
