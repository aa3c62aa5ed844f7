import { useTranslation } from "react-i18next";
import { type CompanyQuarter, companyFigures } from "../../shared/domain/company.ts";
import { formatMoney, noValue } from "../../shared/format.ts";
import { inOneLanguage } from "../../shared/one-language.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { RecordActions } from "./RecordActions.tsx";
import { RecordTable, type RecordTableProps } from "./RecordTable.tsx";

/** Reported quarters, the latest first. */
export function QuarterTable({ quarters, onEdit, onRemove }: RecordTableProps<CompanyQuarter> & { readonly quarters: readonly CompanyQuarter[] }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const heads = [
    { text: t("company.quarterEnd") },
    ...companyFigures.map((figure) => ({ text: t(`company.figure.${figure}`), isNumber: true })),
    { text: t("company.source") },
  ];
  return (
    <RecordTable label={t("company.quarters")} heads={heads} empty={quarters.length === 0 ? t("company.noQuarters") : null} testId="company-quarters">
      {quarters.map((quarter) => (
        <tr key={quarter.id}>
          <th scope="row" style={{ whiteSpace: "nowrap" }}>
            {quarter.quarterEnd}
          </th>
          {companyFigures.map((figure) => (
            <td key={figure} className="number">
              {quarter[figure] === null ? noValue : formatMoney(quarter[figure], unit)}
            </td>
          ))}
          <td style={{ minWidth: 160 }}>
            {[t(quarter.isConfirmed ? "company.confirmed" : "company.notConfirmed"), inOneLanguage(quarter.source, language)]
              .filter((part) => part !== "")
              .join(" · ")}
          </td>
          <RecordActions name={quarter.quarterEnd} onEdit={() => onEdit(quarter)} onRemove={() => onRemove({ id: quarter.id, name: quarter.quarterEnd })} />
        </tr>
      ))}
    </RecordTable>
  );
}
