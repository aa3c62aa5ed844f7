import Box from "@mui/material/Box";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { MoneyUnit } from "../../shared/domain/codes.ts";
import type { ReconciliationLine } from "../../shared/domain/import-report.ts";
import { formatMoney, moneyUnitLabel } from "../../shared/format.ts";
import { writeMoney } from "../../shared/typed/written-number.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { Pager } from "../ui/Pager.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";

const outcomeColors: Record<ReconciliationLine["outcome"], string> = {
  agrees: "success.main",
  agreesWithRejected: "success.main",
  agreesWithoutHidden: "success.main",
  differs: "error.main",
  notStated: "text.secondary",
};
const linesPerPage = 100;
const figures = ["stated", "kept", "rejected", "difference"] as const;

/** A difference that two decimals would show as none has all its digits. */
function differenceText(fen: number | null, unit: MoneyUnit): string {
  const text = formatMoney(fen, unit);
  return fen !== null && fen !== 0 && !/[1-9]/.test(text) ? writeMoney(fen, unit) : text;
}

/** The file's own totals against what was kept and rejected. */
export function Reconciliation({ lines }: { readonly lines: readonly ReconciliationLine[] }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const [page, setPage] = useState(0);
  return (
    <TitledPanel title={t("pricing.tape.reconciliation", { unit: moneyUnitLabel(unit, language) })}>
      <ListTable tabIndex={0}>
        <thead>
          <tr>
            <th scope="col">{t("pricing.tape.sheet")}</th>
            <th scope="col">{t("pricing.tape.field")}</th>
            {figures.map((head) => (
              <th scope="col" className="number" key={head}>
                {t(`pricing.tape.${head}`)}
              </th>
            ))}
            <th scope="col">{t("pricing.tape.outcome")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(page * linesPerPage, (page + 1) * linesPerPage).map((line) => (
            <tr key={`${line.sheet}-${line.field}`}>
              <Box component="td" sx={{ whiteSpace: "nowrap" }}>
                {line.sheet}
              </Box>
              <td>{t(`tape.field.${line.field}`)}</td>
              <td className="number">{formatMoney(line.statedFen, unit)}</td>
              <td className="number">{formatMoney(line.keptFen, unit)}</td>
              <td className="number">
                {formatMoney(line.rejectedFen, unit)}
                {line.rejectedUnreadable > 0 ? ` ${t("pricing.tape.unreadable", { count: line.rejectedUnreadable })}` : ""}
              </td>
              <td className="number">{differenceText(line.differenceFen, unit)}</td>
              <Box component="td" sx={{ color: outcomeColors[line.outcome] }}>
                {t(`tape.outcome.${line.outcome}`)}
              </Box>
            </tr>
          ))}
        </tbody>
      </ListTable>
      <Pager count={lines.length} size={linesPerPage} page={page} onPage={setPage} />
    </TitledPanel>
  );
}
