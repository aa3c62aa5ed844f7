import { useTranslation } from "react-i18next";
import type { VersionRow } from "../../shared/contract/version-channels.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";
import { rowsOfKind } from "./shown-row.ts";

const amounts = ["principal", "interest", "fees"] as const;
const days = ["drawdownDate", "maturityDate"] as const;

/** Loans that came or went. */
export function LoanRows({ rows, name }: { readonly rows: readonly VersionRow[]; readonly name: string }) {
  const { t } = useTranslation();
  const unit = moneyUnitLabel(useMoneyUnit(), useLanguage());
  return (
    <ListTable tabIndex={0} aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{t("tape.field.contractNo")}</th>
          <th scope="col">{t("tape.field.debtorName")}</th>
          {amounts.map((field) => (
            <th scope="col" className="number" key={field}>
              {t("exports.headWithUnit", { head: t(`tape.field.${field}`), unit })}
            </th>
          ))}
          {days.map((field) => (
            <th scope="col" key={field}>
              {t(`tape.field.${field}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...rowsOfKind(rows, "added"), ...rowsOfKind(rows, "dropped")].map(({ loan }) => (
          <tr key={loan.loanId}>
            <td>{loan.contractNo}</td>
            <td>{loan.debtorName ?? ""}</td>
            {amounts.map((field) => (
              <td className="number" key={field}>
                <MoneyText fen={loan[`${field}Fen`]} />
              </td>
            ))}
            {days.map((field) => (
              <td key={field}>{loan[field] ?? ""}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </ListTable>
  );
}
