import Box from "@mui/material/Box";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { collateralKinds } from "../../shared/domain/codes.ts";
import { type ConcentrationKind, concentrationKinds, type Portfolio, type PortfolioScope, portfolioScopes } from "../../shared/domain/portfolio.ts";
import { formatMoneyWithUnit, formatNumber, formatRate, moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { FactStrip } from "../ui/FactStrip.tsx";
import { ChoiceField } from "../ui/fields/ChoiceField.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";

interface PortfolioConcentrationProps {
  readonly portfolio: Portfolio;
  readonly scope: PortfolioScope;
  readonly onScope: (scope: PortfolioScope) => void;
}

/** The ten largest shares by what is chosen, and how concentrated all of them are. */
export function PortfolioConcentration({ portfolio, scope, onScope }: PortfolioConcentrationProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const [kind, setKind] = useState<ConcentrationKind>("debtor");
  const title = t("portfolio.concentration", { unit: moneyUnitLabel(unit, language) });
  const shown = portfolio.concentration.find((one) => one.kind === kind);
  const nameOf = (name: string) => {
    const code = kind === "collateral" ? collateralKinds.find((one) => one === name) : undefined;
    return code === undefined ? name : t(`code.collateralKind.${code}`);
  };
  return (
    <TitledPanel title={title}>
      <Box sx={{ display: "flex", gap: 1.5, px: 1, py: 1 }}>
        <ChoiceField
          label={t("portfolio.by")}
          value={kind}
          options={concentrationKinds}
          textOf={(one) => t(`portfolio.kindOf.${one}`)}
          onChange={setKind}
          width={200}
          testId="concentration-kind"
        />
        <ChoiceField
          label={t("portfolio.scope")}
          value={scope}
          options={portfolioScopes}
          textOf={(one) => t(`portfolio.scopeOf.${one}`)}
          onChange={onScope}
          width={200}
          testId="concentration-scope"
        />
      </Box>
      <ListTable aria-label={title} data-testid="concentration">
        <thead>
          <tr>
            <th scope="col">{t(`portfolio.kindOf.${kind}`)}</th>
            <th scope="col" className="number">
              {t(`portfolio.amountOf.${kind}`)}
            </th>
            <th scope="col" className="number">
              {t("portfolio.share")}
            </th>
            <th scope="col" className="number">
              {t("portfolio.deals")}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown?.top.map(({ name, fen, share, deals }, at) => (
            <tr key={`${at}-${name}`}>
              <th scope="row">{nameOf(name)}</th>
              <td className="number">
                <MoneyText fen={fen} />
              </td>
              <td className="number">{formatRate(share)}</td>
              <td className="number">{formatNumber(deals)}</td>
            </tr>
          ))}
          {shown?.top.length === 0 && (
            <tr>
              <td colSpan={4}>{t("portfolio.nothingStated")}</td>
            </tr>
          )}
        </tbody>
      </ListTable>
      {shown === undefined || shown.hhi === null ? null : (
        <FactStrip label={t(`portfolio.kindOf.${kind}`)} title={t(`portfolio.kindOf.${kind}`)} testId="concentration-facts">
          <span>
            {t("portfolio.hhi", {
              hhi: formatNumber(shown.hhi * 10_000),
              top: formatRate(shown.top.reduce((sum, { share }) => sum + share, 0)),
              unstated: formatMoneyWithUnit(shown.unstatedFen, unit, language),
            })}
          </span>
        </FactStrip>
      )}
    </TitledPanel>
  );
}
