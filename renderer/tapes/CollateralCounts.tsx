import { useTranslation } from "react-i18next";
import type { TapeReport } from "../../shared/domain/import-report.ts";
import { formatMoney, formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";

const counted = [
  "collateralRows",
  "collateralKept",
  "collateralRejected",
  "collateralJoined",
  "collateralOrphans",
  "collateralOnRejectedLoans",
] as const satisfies readonly (keyof TapeReport["counts"])[];

/** What became of the items that secure the loans. */
export function CollateralCounts({ report: { counts, sums } }: { readonly report: TapeReport }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const rows = [
    ...counted.map((key) => [key, formatNumber(counts[key])] as const),
    ["appraisal", formatMoney(sums.appraisalFen, unit)] as const,
    ["appraisalJoined", formatMoney(sums.appraisalJoinedFen, unit)] as const,
  ];
  return (
    <TitledPanel title={t("pricing.tape.collateral", { unit: moneyUnitLabel(unit, language) })}>
      <ListTable tabIndex={0}>
        <tbody>
          {rows.map(([key, text]) => (
            <tr key={key}>
              <th scope="row">{t(`pricing.tape.count.${key}`)}</th>
              <td className="number">{text}</td>
            </tr>
          ))}
        </tbody>
      </ListTable>
    </TitledPanel>
  );
}
