import Box from "@mui/material/Box";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { CapacityView, QuarterPoint } from "../../shared/domain/company.ts";
import { formatMoney, formatNumber } from "../../shared/format.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { PlainTable } from "../ui/tables/PlainTable.tsx";
import { SectionRow } from "../ui/tables/SectionRow.tsx";

const rows = ["cash", "borrowings", "netAssets", "leverage", "leverageRoom", "liquidity", "interest", "maturities"] as const;

/** The company's quarters without and with the chosen deals, a column a quarter. */
export function QuartersTable({ view }: { readonly view: Pick<CapacityView, "without" | "with" | "gaps"> }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const said = (row: (typeof rows)[number], point: QuarterPoint, isLast: boolean): string => {
    if (row === "leverage" || row === "liquidity") {
      const ratio = point[row];
      if (ratio !== null) return formatNumber(ratio, 4);
      // Of the last quarter nobody knows what flows out after it.
      const isKnown = row === "liquidity" && !isLast && !view.gaps.includes("liquidAssets");
      return t(isKnown ? "capacity.noOutflow" : "company.cannotTell");
    }
    return formatMoney(point[`${row}Fen`], unit);
  };
  return (
    <Box tabIndex={0} role="group" aria-label={t("capacity.quarters")} sx={{ overflowX: "auto" }}>
      <PlainTable aria-label={t("capacity.quarters")} data-testid="capacity-quarters">
        <thead>
          <tr>
            <th scope="col">{t("capacity.measure")}</th>
            {view.without.map(({ quarterEnd }) => (
              <th scope="col" key={quarterEnd} className="number">
                {quarterEnd}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(["without", "with"] as const).map((side) => (
            <Fragment key={side}>
              <SectionRow title={t(`capacity.${side}`)} columns={view.without.length + 1} />
              {rows.map((row) => (
                <tr key={row} data-row={`${side}-${row}`}>
                  <th scope="row" style={{ whiteSpace: "nowrap" }}>
                    {t(`capacity.row.${row}`)}
                  </th>
                  {view[side].map((point, at) => (
                    <td key={point.quarterEnd}>{said(row, point, at === view[side].length - 1)}</td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </PlainTable>
    </Box>
  );
}
