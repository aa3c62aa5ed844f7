import { Fragment, memo } from "react";
import { useTranslation } from "react-i18next";
import type { CaseName } from "../../shared/domain/codes.ts";
import type { PricingResult } from "../../shared/domain/pricing-results.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { casesSections } from "../model/cases-rows.ts";
import { MeasureTable } from "../ui/tables/MeasureTable.tsx";
import { SectionRow } from "../ui/tables/SectionRow.tsx";
import { RunBid } from "./RunBid.tsx";

interface RunCasesProps {
  readonly result: PricingResult;
  readonly caseName: CaseName;
}

/** Low, base and high of a run side by side, as they were frozen. */
export const RunCases = memo(function RunCases({ result, caseName }: RunCasesProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const { cases } = result;
  return (
    <MeasureTable tabIndex={0} data-testid="run-cases" aria-label={t("runs.figures")}>
      <thead>
        <tr>
          <th scope="col" style={{ textAlign: "left" }}>
            {t("runs.moneyIn", { unit: moneyUnitLabel(unit, language) })}
          </th>
          {cases.map((one) => (
            <th scope="col" key={one.caseName} style={{ textAlign: "right" }}>
              {t(`code.caseName.${one.caseName}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {casesSections(cases, unit, t).map(({ key, rows }) => (
          <Fragment key={key}>
            <SectionRow title={t(`pricing.cases.${key}`)} columns={cases.length + 1}>
              {key === "atBid" ? <RunBid result={result} /> : null}
            </SectionRow>
            {rows.map((row) => (
              <tr key={row.key} data-row="measure" data-strong={row.strong}>
                <th scope="row">{t(`pricing.measure.${row.key}`)}</th>
                {cases.map((one) => (
                  <td key={one.caseName} data-selected={one.caseName === caseName}>
                    {row.text(one)}
                  </td>
                ))}
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </MeasureTable>
  );
});
