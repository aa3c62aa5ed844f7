import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { MovedPrice, RunChangeKey, RunComparison } from "../../shared/domain/run-comparison.ts";
import { formatMoney, moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { PlainTable } from "../ui/tables/PlainTable.tsx";
import { LeafChanges } from "./LeafChanges.tsx";
import { signed } from "./signed-money.ts";

interface ChangeTableProps {
  readonly comparison: RunComparison;
  readonly price: MovedPrice;
}

/** What changed, group by group, with its part in the move; the parts add up to the fen. */
export function ChangeTable({ comparison: { changes, other }, price }: ChangeTableProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const label = moneyUnitLabel(unit, useLanguage());
  const move = (fen: number) => signed(fen, (one) => formatMoney(one, unit));
  const total = changes.reduce((sum, { moves }) => sum + moves[price], other[price]);
  const groupName = (key: RunChangeKey) =>
    key === "horizonMonths" || key === "cases" || key === "bidPriceFen" || key === "package" || key === "ownEstimates"
      ? t(`runs.group.${key}`)
      : t(`pricing.group.${key}`);
  const noteOf = (key: RunChangeKey) =>
    key === "package" ? t("runs.leaf.samePackageSums") : key === "ownEstimates" ? t("runs.leaf.ownEstimatesDiffer") : null;
  return (
    <PlainTable
      tabIndex={0}
      data-testid="change-table"
      sx={{ width: "100%", "& tbody th": { verticalAlign: "top", py: 0.5, whiteSpace: "nowrap" }, "& td": { py: 0.5, verticalAlign: "top" } }}
    >
      <thead>
        <tr>
          <th scope="col">{t("runs.change")}</th>
          <th scope="col">{t("runs.what")}</th>
          <th scope="col" className="number">
            {t("runs.withUnit", { name: t("runs.move"), unit: label })}
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ key, leaves, moves }) => (
          <tr key={key} data-testid={`change-${key}`}>
            <th scope="row">{groupName(key)}</th>
            <td className="words">
              <LeafChanges leaves={leaves} note={noteOf(key)} />
            </td>
            <td>{move(moves[price])}</td>
          </tr>
        ))}
        {other[price] === 0 ? null : (
          <tr data-testid="change-other">
            <th scope="row">{t("runs.other")}</th>
            <td className="words">{t("runs.otherText")}</td>
            <td>{move(other[price])}</td>
          </tr>
        )}
        <Box component="tr" data-strong data-testid="change-total">
          <th scope="row" colSpan={2}>
            {t("runs.total")}
          </th>
          <td>{move(total)}</td>
        </Box>
      </tbody>
    </PlainTable>
  );
}
