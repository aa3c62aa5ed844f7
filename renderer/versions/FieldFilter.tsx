import { useTranslation } from "react-i18next";
import type { VersionFilter, VersionSummary } from "../../shared/contract/version-channels.ts";
import { formatMoney, formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { CellSelect } from "../ui/fields/CellSelect.tsx";
import { signedText } from "./shown-row.ts";

interface FieldFilterProps {
  readonly fields: VersionSummary["fields"];
  readonly value: VersionFilter["field"];
  readonly onChange: (field: VersionFilter["field"]) => void;
}

const keyOf = (field: VersionFilter["field"]) => (field === null ? "" : `${field.list}/${field.field ?? ""}`);

/** Narrows changes to one field, with how many there are of each; of amounts also by how much they moved in all. */
export function FieldFilter({ fields, value, onChange }: FieldFilterProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const label = moneyUnitLabel(unit, useLanguage());
  const nameOf = ({ list, field, changes }: VersionSummary["fields"][number]) =>
    t("versions.fieldOption", {
      list: t(`versions.of.${list}`),
      field: field === null ? t("versions.wholeRow") : t(`tape.field.${field}`),
      count: formatNumber(changes),
    });
  const names = new Map(fields.map((one) => [keyOf(one), nameOf(one)]));
  const chosen = fields.find((one) => keyOf(one) === keyOf(value));
  return (
    <>
      <CellSelect
        label={t("versions.filterField")}
        value={value === null ? null : keyOf(value)}
        options={fields.map(keyOf)}
        textOf={(key) => names.get(key) ?? ""}
        noneText={t("versions.anyField")}
        onChange={(key) => {
          const wanted = fields.find((one) => keyOf(one) === key);
          onChange(wanted === undefined ? null : { list: wanted.list, field: wanted.field });
        }}
        width={220}
        testId="version-field"
      />
      {chosen?.deltaFen == null ? null : (
        <span>{t("versions.delta", { amount: `${signedText(formatMoney(chosen.deltaFen, unit), chosen.deltaFen)} ${label}` })}</span>
      )}
    </>
  );
}
