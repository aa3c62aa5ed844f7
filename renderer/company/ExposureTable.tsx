import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { Exposure } from "../../shared/domain/company.ts";
import { formatMoney, noValue } from "../../shared/format.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { RecordActions } from "./RecordActions.tsx";
import { RecordTable, type RecordTableProps } from "./RecordTable.tsx";

/** What clients owe already. */
export function ExposureTable({ exposures, onEdit, onRemove }: RecordTableProps<Exposure> & { readonly exposures: readonly Exposure[] }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const heads = [
    { text: t("company.name") },
    { text: t("company.identifier") },
    { text: t("company.group") },
    { text: t("company.balance"), isNumber: true },
    { text: t("company.isRelated") },
  ];
  return (
    <>
      <RecordTable label={t("company.exposures")} heads={heads} empty={exposures.length === 0 ? t("company.noExposures") : null} testId="company-exposures">
        {exposures.map((exposure) => (
          <tr key={exposure.id}>
            <th scope="row">{exposure.name}</th>
            <td>{exposure.identifier || noValue}</td>
            <td>{exposure.groupName || noValue}</td>
            <td className="number">{formatMoney(exposure.balanceFen, unit)}</td>
            <td>{exposure.isRelated ? t("company.yes") : noValue}</td>
            <RecordActions name={exposure.name} onEdit={() => onEdit(exposure)} onRemove={() => onRemove(exposure)} />
          </tr>
        ))}
      </RecordTable>
      <Box sx={{ typography: "body2", color: "text.secondary", px: 1, py: 0.5 }}>{t("company.exposureNote")}</Box>
    </>
  );
}
