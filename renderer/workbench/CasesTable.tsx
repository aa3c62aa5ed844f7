import { Fragment, memo } from "react";
import { useTranslation } from "react-i18next";
import type { CaseName } from "../../shared/domain/codes.ts";
import type { Figure } from "../../shared/domain/figure-trace.ts";
import type { CaseResult, PricingResult } from "../../shared/domain/pricing-results.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { offerCommands } from "../desk/commands.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { useRovingFocus } from "../desk/use-roving-focus.ts";
import { type CasesRow, casesSections } from "../model/cases-rows.ts";
import type { OpenFigure } from "../traces/FigureDrawer.tsx";
import { TwinButton } from "../twins/TwinButton.tsx";
import type { Twin } from "../twins/use-twin.ts";
import { ExportButton } from "../ui/exports/ExportButton.tsx";
import type { Exporting } from "../ui/exports/use-export.ts";
import { CaseHeads } from "../ui/tables/CaseHeads.tsx";
import { MeasureTable } from "../ui/tables/MeasureTable.tsx";
import { SectionRow } from "../ui/tables/SectionRow.tsx";
import { wholeCell } from "../ui/tables/whole-cell.ts";
import { BidPlace } from "./BidPlace.tsx";

interface CasesTableProps {
  readonly result: PricingResult;
  readonly caseName: CaseName;
  readonly onSelect: (caseName: CaseName) => void;
  readonly onExplain: (opened: OpenFigure) => void;
  readonly exporting: Exporting;
  readonly twin: Twin;
  /** What stands where it isn't known yet what lies beyond the horizon. */
  readonly beyondUnknown: string;
}

/** Low, base, high side by side: what may be paid, and what the bid price earns. Every figure opens to how it came about. */
export const CasesTable = memo(function CasesTable({ result, caseName, onSelect, onExplain, exporting, twin, beyondUnknown }: CasesTableProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const roving = useRovingFocus<HTMLTableElement>("button");
  const { cases } = result;
  return (
    <MeasureTable
      ref={roving}
      data-testid="cases-table"
      aria-label={t("pricing.cases.title")}
      sx={{
        minWidth: 450,
        "& td, & thead th": { whiteSpace: "nowrap" },
        "& td button": { all: "unset", cursor: "pointer", "&:hover": { textDecoration: "underline dotted" }, "&:focus-visible": { outline: "2px solid" } },
        ...wholeCell("& [data-row=measure] > td", "button"),
      }}
    >
      <CaseHeads
        moneyIn={t("pricing.cases.moneyIn", { unit: moneyUnitLabel(unit, language) })}
        cases={cases}
        caseName={caseName}
        onSelect={onSelect}
        action={
          <>
            <ExportButton exporting={exporting} name={t("exports.bid")} testId="bid-export" icon="tiny" />
            <TwinButton twin={twin} testId="twin-export" isIcon />
          </>
        }
      />
      <tbody>
        {casesSections(cases, unit, t, beyondUnknown).map(({ key, price, rows }) => (
          <Fragment key={key}>
            <SectionRow title={t(`pricing.cases.${key}`)} columns={cases.length + 1}>
              {key === "atBid" ? <BidPlace measures={cases[0]?.atBidPrice} onExplain={onExplain} /> : null}
            </SectionRow>
            {rows.map((row) => (
              <MeasureRow key={row.key} row={row} price={price} cases={cases} selected={caseName} onExplain={onExplain} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </MeasureTable>
  );
});

interface MeasureRowProps {
  readonly row: CasesRow;
  readonly price: Figure["price"];
  readonly cases: readonly CaseResult[];
  readonly selected: CaseName;
  readonly onExplain: (opened: OpenFigure) => void;
}

function MeasureRow({ row: { key, figure, strong, text, testId }, price, cases, selected, onExplain }: MeasureRowProps) {
  const { t } = useTranslation();
  const measure = t(`pricing.measure.${key}`);
  const explain = (caseName: CaseName, name: Figure["name"]) => onExplain({ caseName, figure: { name, price, months: null, loanId: null } });
  return (
    <tr data-row="measure" data-strong={strong}>
      <th scope="row">{measure}</th>
      {cases.map((one) => (
        <td
          key={one.caseName}
          data-testid={testId?.(one.caseName)}
          data-selected={one.caseName === selected}
          onContextMenu={(event) =>
            figure !== undefined && offerCommands(event.nativeEvent, [{ id: "explainFigure", run: () => explain(one.caseName, figure) }])
          }
        >
          {figure === undefined ? (
            text(one)
          ) : (
            <button
              type="button"
              aria-label={t("figure.open", { measure, caseName: t(`code.caseName.${one.caseName}`), value: text(one) })}
              onClick={() => explain(one.caseName, figure)}
            >
              {text(one)}
            </button>
          )}
        </td>
      ))}
    </tr>
  );
}
