import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { Fragment, memo, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseName } from "../../shared/domain/codes.ts";
import type { Leverage } from "../../shared/domain/financing-assumptions.ts";
import type { PricingResult } from "../../shared/domain/pricing-results.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { useRovingFocus } from "../desk/use-roving-focus.ts";
import { ToggleChoice } from "../ui/fields/ToggleChoice.tsx";
import { CaseHeads } from "../ui/tables/CaseHeads.tsx";
import { MeasureTable } from "../ui/tables/MeasureTable.tsx";
import { SectionRow } from "../ui/tables/SectionRow.tsx";
import { type FinancingRow, financingSections, type PriceChoice, priceChoices } from "./financing-rows.ts";

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
  const roving = useRovingFocus<HTMLTableElement>("button");
  const { cases } = result;
  const payment = cases[0]?.[choice].payment ?? null;
  const isOn = cases.some((one) => one.atBidPrice.levered !== null);
  const sections = useMemo(() => {
    const hasRights = (payment?.rightsFen ?? 0) !== 0;
    const fundingRate = payment?.fundingRate ?? null;
    const all = financingSections({ t, unit, choice, hasRights, fundingRate, leveredHurdleRate: leverage.leveredHurdleRate });
    return all.filter(({ key }) => isOn || key === "price" || key === "unlevered");
  }, [t, unit, choice, payment, leverage.leveredHurdleRate, isOn]);
  return (
    <Box sx={{ minWidth: 0 }}>
      <TableHead choice={choice} onChange={setChoice} />
      <MeasureTable ref={roving} data-testid="financing-table" aria-label={t("financing.view.tableTitle")} sx={tableLook}>
        <CaseHeads moneyIn={t("financing.view.moneyIn", { unit: moneyUnitLabel(unit, language) })} cases={cases} caseName={caseName} onSelect={onSelect} />
        <tbody>
          {sections.map((section) => (
            <Fragment key={section.key}>
              <SectionRow title={t(`financing.section.${section.key}`)} columns={cases.length + 1} />
              {section.rows.map((row) => (
                <MeasureRow key={row.key} row={row} result={result} selected={caseName} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </MeasureTable>
      {isOn ? null : (
        <Typography variant="body2" sx={{ p: 1 }}>
          {t("financing.view.off")}
        </Typography>
      )}
    </Box>
  );
});

/** Several rates stand below each other in a cell; no figure is cut. */
const tableLook = {
  tableLayout: "fixed",
  "& thead th": { width: "21%" },
  "& thead th:first-of-type": { width: "37%" },
  "& [data-part=true] > th": { pl: 2, color: "text.secondary" },
} as const;

function TableHead({ choice, onChange }: { readonly choice: PriceChoice; readonly onChange: (choice: PriceChoice) => void }) {
  const { t } = useTranslation();
  return (
    <Box sx={{ display: "flex", alignItems: "center", gap: 1, px: 1, pt: 1, pb: 0.5 }}>
      <Typography variant="h4" sx={{ flex: 1 }}>
        {t("financing.view.tableTitle")}
      </Typography>
      <ToggleChoice
        label={t("financing.view.priceLabel")}
        options={priceChoices}
        value={choice}
        textOf={(one) => t(`financing.view.${one}`)}
        onChange={onChange}
        flat
      />
    </Box>
  );
}

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
