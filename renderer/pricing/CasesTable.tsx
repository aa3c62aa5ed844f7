import Box from "@mui/material/Box";
import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CaseName } from "../../shared/domain/codes.ts";
import type { CaseResult, PricingResult } from "../../shared/domain/pricing-results.ts";
import { formatMoney, formatMultiple, formatNumber, formatRate, moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../app/session-store.ts";
import { BidPriceField } from "./BidPriceField.tsx";
import { irrText } from "./irr-text.ts";

interface CasesTableProps {
  readonly result: PricingResult;
  readonly caseName: CaseName;
  readonly onSelect: (caseName: CaseName) => void;
}

interface MeasureRow {
  readonly key: string;
  readonly strong?: boolean;
  readonly text: (result: CaseResult) => ReactNode;
  readonly testId?: (caseName: CaseName) => string;
}

/** Low, base, high side by side: what may be paid, and what the bid price earns. */
export const CasesTable = memo(function CasesTable({ result, caseName, onSelect }: CasesTableProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const money = (fen: number) => formatMoney(fen, unit);
  const atHurdle: readonly MeasureRow[] = [
    { key: "hurdleRate", text: (one) => formatRate(one.hurdleRate) },
    { key: "maxBid", strong: true, text: (one) => money(one.maxBidFen), testId: (name) => `max-bid-${name}` },
    { key: "priceToPrincipal", text: (one) => formatRate(one.atMaxBid.priceToPrincipal) },
    { key: "priceToClaim", text: (one) => formatRate(one.atMaxBid.priceToClaim) },
  ];
  const atBid: readonly MeasureRow[] = [
    { key: "irr", strong: true, text: (one) => irrText(one.atBidPrice.irr, t), testId: (name) => `irr-${name}` },
    { key: "moic", text: (one) => formatMultiple(one.atBidPrice.moic) },
    { key: "wal", text: (one) => formatNumber(one.atBidPrice.walYears, 2) },
    { key: "payback", text: (one) => formatNumber(one.atBidPrice.paybackMonths) },
    { key: "discountedPayback", text: (one) => formatNumber(one.atBidPrice.discountedPaybackMonths) },
    { key: "profit", text: (one) => money(one.atBidPrice.profitFen) },
  ];
  const recovery: readonly MeasureRow[] = [
    { key: "grossRecovery", text: (one) => money(one.grossRecoveryFen) },
    { key: "costs", text: (one) => money(one.costsFen) },
    { key: "netCashFlow", text: (one) => money(one.netCashFlowFen) },
  ];
  const bidPrice = result.cases[0]?.atBidPrice;
  return (
    <Box
      component="table"
      data-testid="cases-table"
      aria-label={t("pricing.cases.title")}
      sx={{
        width: "100%",
        borderCollapse: "collapse",
        fontSize: 13,
        "& td, & th": { px: 1, height: 23, lineHeight: 1.2, whiteSpace: "nowrap" },
        "& td": { textAlign: "right", fontVariantNumeric: "tabular-nums" },
        // Said once here, as styles of sixty cells would be worked out again with each pricing.
        "& [data-row=measure] > *": { borderBottom: 1, borderColor: "divider" },
        "& [data-row=measure] > th": { textAlign: "left", fontWeight: 400 },
        "& [data-strong=true] > th": { fontWeight: 600 },
        "& [data-strong=true] > td": { fontWeight: 700 },
        "& td[data-selected=true]": { bgcolor: "action.selected" },
      }}
    >
      <thead>
        <tr>
          <Box component="th" scope="col" sx={{ textAlign: "left", fontWeight: 400, color: "text.secondary", fontSize: 12 }}>
            {t("pricing.cases.moneyIn", { unit: moneyUnitLabel(unit, language) })}
          </Box>
          {result.cases.map((one) => (
            <Box
              component="th"
              scope="col"
              key={one.caseName}
              onClick={() => onSelect(one.caseName)}
              sx={{
                textAlign: "right",
                cursor: "pointer",
                fontWeight: 600,
                color: one.caseName === caseName ? "primary.main" : "text.primary",
                borderBottom: 2,
                borderColor: one.caseName === caseName ? "primary.main" : "divider",
              }}
            >
              {t(`code.caseName.${one.caseName}`)}
            </Box>
          ))}
        </tr>
      </thead>
      <tbody>
        <SectionRow title={t("pricing.cases.atHurdle")} />
        <MeasureRows rows={atHurdle} cases={result.cases} selected={caseName} />
        <SectionRow title={t("pricing.cases.atBid")}>
          <Box sx={{ display: "flex", alignItems: "center", justifyContent: "flex-end", gap: 1 }}>
            <Box sx={{ color: "text.secondary", fontSize: 11.5, lineHeight: 1.25 }}>
              <div>{t("pricing.bid.ofPrincipal", { ratio: formatRate(bidPrice?.priceToPrincipal) })}</div>
              <div>{t("pricing.bid.ofClaim", { ratio: formatRate(bidPrice?.priceToClaim) })}</div>
            </Box>
            <BidPriceField />
          </Box>
        </SectionRow>
        <MeasureRows rows={atBid} cases={result.cases} selected={caseName} />
        <SectionRow title={t("pricing.cases.recovery")} />
        <MeasureRows rows={recovery} cases={result.cases} selected={caseName} />
      </tbody>
    </Box>
  );
});

function SectionRow({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <Box component="tr" sx={{ bgcolor: "action.hover" }}>
      <Box
        component="th"
        scope="rowgroup"
        colSpan={children ? 1 : 4}
        sx={{ textAlign: "left", fontSize: 12, fontWeight: 600, color: "text.secondary", whiteSpace: "nowrap" }}
      >
        {title}
      </Box>
      {children ? (
        <Box component="td" colSpan={3} sx={{ py: "2px !important", pr: "4px !important" }}>
          {children}
        </Box>
      ) : null}
    </Box>
  );
}

function MeasureRows({ rows, cases, selected }: { readonly rows: readonly MeasureRow[]; readonly cases: readonly CaseResult[]; readonly selected: CaseName }) {
  const { t } = useTranslation();
  return rows.map((row) => (
    <tr key={row.key} data-row="measure" data-strong={row.strong}>
      <th scope="row">{t(`pricing.measure.${row.key}`)}</th>
      {cases.map((one) => (
        <td key={one.caseName} data-testid={row.testId?.(one.caseName)} data-selected={one.caseName === selected}>
          {row.text(one)}
        </td>
      ))}
    </tr>
  ));
}
