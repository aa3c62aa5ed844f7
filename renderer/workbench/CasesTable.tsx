import Box from "@mui/material/Box";
import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CaseName } from "../../shared/domain/codes.ts";
import type { Figure, FigureName } from "../../shared/domain/figure-trace.ts";
import type { CaseResult, PricingResult } from "../../shared/domain/pricing-results.ts";
import { formatMoney, formatMultiple, formatNumber, formatRate, moneyUnitLabel } from "../../shared/format.ts";
import type { KeyUnder } from "../desk/i18n.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import type { OpenFigure } from "../traces/FigureDrawer.tsx";
import { CaseHeads } from "../ui/CaseHeads.tsx";
import { irrText } from "../ui/irr-text.ts";
import { BidPriceField } from "./BidPriceField.tsx";

interface CasesTableProps {
  readonly result: PricingResult;
  readonly caseName: CaseName;
  readonly onSelect: (caseName: CaseName) => void;
  readonly onExplain: (opened: OpenFigure) => void;
}

interface MeasureRow {
  readonly key: KeyUnder<"pricing.measure">;
  /** Left out where the row shows an assumption. */
  readonly figure?: FigureName;
  readonly strong?: boolean;
  readonly text: (result: CaseResult) => string;
  readonly testId?: (caseName: CaseName) => string;
}

/** Low, base, high side by side: what may be paid, and what the bid price earns. */
export const CasesTable = memo(function CasesTable({ result, caseName, onSelect, onExplain }: CasesTableProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const money = (fen: number) => formatMoney(fen, unit);
  const hasSettlement = result.cases.some((one) => (one.transition?.changeFen ?? 0) !== 0);
  const atHurdle: readonly MeasureRow[] = [
    { key: "hurdleRate", text: (one) => formatRate(one.hurdleRate) },
    { key: "maxBid", figure: "maxBid", strong: true, text: (one) => money(one.maxBidFen), testId: (name) => `max-bid-${name}` },
    { key: "priceToPrincipal", figure: "priceToPrincipal", text: (one) => formatRate(one.atMaxBid.priceToPrincipal) },
    { key: "priceToClaim", figure: "priceToClaim", text: (one) => formatRate(one.atMaxBid.priceToClaim) },
  ];
  const atBid: readonly MeasureRow[] = [
    { key: "irr", figure: "irr", strong: true, text: (one) => irrText(one.atBidPrice.irr, t), testId: (name) => `irr-${name}` },
    { key: "moic", figure: "moic", text: (one) => formatMultiple(one.atBidPrice.moic) },
    { key: "wal", figure: "walYears", text: (one) => formatNumber(one.atBidPrice.walYears, 2) },
    { key: "payback", figure: "paybackMonths", text: (one) => formatNumber(one.atBidPrice.paybackMonths) },
    { key: "discountedPayback", figure: "discountedPaybackMonths", text: (one) => formatNumber(one.atBidPrice.discountedPaybackMonths) },
    { key: "profit", figure: "profit", text: (one) => money(one.atBidPrice.profitFen) },
  ];
  const recovery: readonly MeasureRow[] = [
    { key: "grossRecovery", figure: "grossRecovery", text: (one) => money(one.grossRecoveryFen) },
    { key: "collateralRecovery", figure: "collateralRecovery", text: (one) => money(one.collateralRecoveryFen) },
    { key: "guarantorRecovery", figure: "guarantorRecovery", text: (one) => money(one.guarantorRecoveryFen) },
    { key: "cashRecovery", figure: "cashRecovery", text: (one) => money(one.cashRecoveryFen) },
    { key: "costs", figure: "costs", text: (one) => money(one.costsFen) },
    ...(hasSettlement ? [{ key: "settlement" as const, text: (one: CaseResult) => money(one.transition?.changeFen ?? 0) }] : []),
    { key: "netCashFlow", figure: "netCashFlow", text: (one) => money(one.netCashFlowFen) },
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
        // Every figure opens to how it came about.
        "& td button": { all: "unset", cursor: "pointer", "&:hover": { textDecoration: "underline dotted" }, "&:focus-visible": { outline: "2px solid" } },
        "& td[data-selected=true]": { bgcolor: "action.selected" },
      }}
    >
      <CaseHeads moneyIn={t("pricing.cases.moneyIn", { unit: moneyUnitLabel(unit, language) })} cases={result.cases} caseName={caseName} onSelect={onSelect} />
      <tbody>
        <SectionRow title={t("pricing.cases.atHurdle")} />
        <MeasureRows rows={atHurdle} price="maxBid" cases={result.cases} selected={caseName} onExplain={onExplain} />
        <SectionRow title={t("pricing.cases.atBid")}>
          <Box sx={{ display: "flex", alignItems: "center", justifyContent: "flex-end", gap: 1 }}>
            <Box sx={{ color: "text.secondary", fontSize: 11.5, lineHeight: 1.25 }}>
              <BidRatio name="priceToPrincipal" text={t("pricing.bid.ofPrincipal", { ratio: formatRate(bidPrice?.priceToPrincipal) })} onExplain={onExplain} />
              <BidRatio name="priceToClaim" text={t("pricing.bid.ofClaim", { ratio: formatRate(bidPrice?.priceToClaim) })} onExplain={onExplain} />
            </Box>
            <BidPriceField />
          </Box>
        </SectionRow>
        <MeasureRows rows={atBid} price="bidPrice" cases={result.cases} selected={caseName} onExplain={onExplain} />
        <SectionRow title={t("pricing.cases.recovery")} />
        <MeasureRows rows={recovery} price="bidPrice" cases={result.cases} selected={caseName} onExplain={onExplain} />
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

interface BidRatioProps {
  readonly name: "priceToPrincipal" | "priceToClaim";
  readonly text: string;
  readonly onExplain: (opened: OpenFigure) => void;
}

/** The bid price as a share of a balance; it is the same in every case and explained in the base case. */
function BidRatio({ name, text, onExplain }: BidRatioProps) {
  const { t } = useTranslation();
  const open = () => onExplain({ caseName: "base", figure: { name, price: "bidPrice", months: null, loanId: null } });
  return (
    <div>
      <button
        type="button"
        aria-label={t("figure.open", { measure: t(`pricing.measure.${name}`), caseName: t("code.caseName.base"), value: text })}
        onClick={open}
      >
        {text}
      </button>
    </div>
  );
}

interface MeasureRowsProps {
  readonly rows: readonly MeasureRow[];
  readonly price: Figure["price"];
  readonly cases: readonly CaseResult[];
  readonly selected: CaseName;
  readonly onExplain: (opened: OpenFigure) => void;
}

function MeasureRows({ rows, price, cases, selected, onExplain }: MeasureRowsProps) {
  const { t } = useTranslation();
  return rows.map(({ key, figure, strong, text, testId }) => {
    const measure = t(`pricing.measure.${key}`);
    return (
      <tr key={key} data-row="measure" data-strong={strong}>
        <th scope="row">{measure}</th>
        {cases.map((one) => (
          <td key={one.caseName} data-testid={testId?.(one.caseName)} data-selected={one.caseName === selected}>
            {figure === undefined ? (
              text(one)
            ) : (
              <button
                type="button"
                aria-label={t("figure.open", { measure, caseName: t(`code.caseName.${one.caseName}`), value: text(one) })}
                onClick={() => onExplain({ caseName: one.caseName, figure: { name: figure, price, months: null, loanId: null } })}
              >
                {text(one)}
              </button>
            )}
          </td>
        ))}
      </tr>
    );
  });
}
