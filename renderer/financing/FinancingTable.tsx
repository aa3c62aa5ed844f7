import Box from "@mui/material/Box";
import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import Typography from "@mui/material/Typography";
import { Fragment, memo, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseName } from "../../shared/domain/codes.ts";
import type { Leverage } from "../../shared/domain/financing-assumptions.ts";
import type { PricingResult } from "../../shared/domain/pricing-results.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { CaseHeads } from "../ui/CaseHeads.tsx";
import { type FinancingRow, financingSections, type PriceChoice } from "./financing-rows.ts";

interface FinancingTableProps {
  readonly result: PricingResult;
  readonly leverage: Leverage;
  readonly caseName: CaseName;
  readonly onSelect: (caseName: CaseName) => void;
}

/** Low, base, high side by side: how the price is paid, what it earns without debt, what equity earns with it. */
export const FinancingTable = memo(function FinancingTable({ result, leverage, caseName, onSelect }: FinancingTableProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const [choice, setChoice] = useState<PriceChoice>("atBidPrice");
  const payment = result.cases[0]?.[choice].payment ?? null;
  const isOn = result.cases.some((one) => one.atBidPrice.levered !== null);
  const sections = useMemo(
    () =>
      financingSections({
        t,
        unit,
        choice,
        hasRights: (payment?.rightsFen ?? 0) !== 0,
        fundingRate: payment?.fundingRate ?? null,
        leveredHurdleRate: leverage.leveredHurdleRate,
      }).filter(({ key }) => isOn || key === "price" || key === "unlevered"),
    [t, unit, choice, payment, leverage.leveredHurdleRate, isOn],
  );
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box sx={{ display: "flex", alignItems: "center", gap: 1, px: 1, pt: 1, pb: 0.5 }}>
        <Typography component="h3" sx={{ fontSize: 12, fontWeight: 600, flex: 1 }}>
          {t("financing.view.tableTitle")}
        </Typography>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={choice}
          onChange={(_event, next: PriceChoice | null) => next && setChoice(next)}
          aria-label={t("financing.view.priceLabel")}
          sx={{ "& .MuiToggleButton-root": { py: 0, px: 1, fontSize: 12, textTransform: "none" } }}
        >
          <ToggleButton value="atBidPrice">{t("financing.view.atBidPrice")}</ToggleButton>
          <ToggleButton value="atMaxBid">{t("financing.view.atMaxBid")}</ToggleButton>
        </ToggleButtonGroup>
      </Box>
      <Box
        component="table"
        data-testid="financing-table"
        aria-label={t("financing.view.tableTitle")}
        sx={{
          width: "100%",
          borderCollapse: "collapse",
          tableLayout: "fixed",
          fontSize: 13,
          "& td, & th": { px: 1, height: 22, lineHeight: 1.2 },
          "& thead th": { width: "21%" },
          "& thead th:first-of-type": { width: "37%" },
          // Several rates stand below each other; no figure is cut.
          "& td": { textAlign: "right", fontVariantNumeric: "tabular-nums" },
          "& [data-row=measure] > *": { borderBottom: 1, borderColor: "divider" },
          "& [data-row=measure] > th": { textAlign: "left", fontWeight: 400 },
          "& [data-part=true] > th": { pl: 2.5, color: "text.secondary" },
          "& [data-strong=true] > th": { fontWeight: 600 },
          "& [data-strong=true] > td": { fontWeight: 700 },
          "& td[data-selected=true]": { bgcolor: "action.selected" },
        }}
      >
        <CaseHeads
          moneyIn={t("financing.view.moneyIn", { unit: moneyUnitLabel(unit, language) })}
          cases={result.cases}
          caseName={caseName}
          onSelect={onSelect}
        />
        <tbody>
          {sections.map((section) => (
            <Fragment key={section.key}>
              <Box component="tr" sx={{ bgcolor: "action.hover" }}>
                <Box component="th" scope="rowgroup" colSpan={4} sx={{ textAlign: "left", fontSize: 12, fontWeight: 600, color: "text.secondary" }}>
                  {t(`financing.section.${section.key}`)}
                </Box>
              </Box>
              {section.rows.map((row) => (
                <MeasureRow key={row.key} row={row} result={result} selected={caseName} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </Box>
      {isOn ? null : (
        <Typography color="text.secondary" sx={{ fontSize: 12.5, px: 1, py: 1 }}>
          {t("financing.view.off")}
        </Typography>
      )}
    </Box>
  );
});

function MeasureRow({ row, result, selected }: { readonly row: FinancingRow; readonly result: PricingResult; readonly selected: CaseName }) {
  const { t } = useTranslation();
  return (
    <tr data-row="measure" data-strong={row.isStrong} data-part={row.isPart}>
      <th scope="row">{t(`financing.measure.${row.key}`, row.labelValues ?? {})}</th>
      {result.cases.map((one) => (
        <td key={one.caseName} data-testid={row.testId && `${row.testId}-${one.caseName}`} data-selected={one.caseName === selected}>
          {row.text(one)}
        </td>
      ))}
    </tr>
  );
}
