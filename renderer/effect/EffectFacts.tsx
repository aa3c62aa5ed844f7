import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { effectFacts } from "../../shared/company-effect-facts.ts";
import type { Language, MoneyUnit } from "../../shared/domain/codes.ts";
import type { CompanyEffect } from "../../shared/domain/company.ts";
import { formatMoney, formatMoneyWithUnit, formatNumber, formatRate, formatStatedRate, moneyUnitLabel } from "../../shared/format.ts";
import { navigate } from "../desk/routes.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { irrText } from "../ui/irr-text.ts";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { PlainTable } from "../ui/tables/PlainTable.tsx";

type Extreme = ReturnType<typeof effectFacts>["minCash"]["before"];

function linesOf(effect: CompanyEffect, unit: MoneyUnit, language: Language, t: TFunction): readonly (readonly [string, string])[] {
  const facts = effectFacts(effect);
  const unknown = t("company.cannotTell");
  const money = (fen: number) => formatMoney(fen, unit);
  const ratio = (value: number) => formatNumber(value, 4);
  const rate = (value: number | null) => (value === null ? unknown : formatStatedRate(value));
  const share = (value: number | null) => (value === null ? unknown : formatRate(value));
  const at = (extreme: Extreme, write: (value: number) => string) =>
    extreme === null ? unknown : t("effect.inQuarter", { value: write(extreme.value), quarter: extreme.quarterEnd });
  const change = ({ before, after }: { readonly before: Extreme; readonly after: Extreme }, write: (value: number) => string) =>
    before === null && after === null ? unknown : t("effect.change", { before: at(before, write), after: at(after, write) });
  const largest = effect.capacity?.largestFen ?? null;
  return [
    [t("effect.price"), formatMoneyWithUnit(effect.priceFen, unit, language)],
    [t("effect.largest"), largest === null ? unknown : formatMoneyWithUnit(largest, unit, language)],
    [t("effect.minCash"), change(facts.minCash, money)],
    [t("effect.leverage"), change(facts.maxLeverage, ratio)],
    [t("effect.room"), change(facts.minRoom, money)],
    [t("effect.irr"), irrText(effect.irr, t)],
    [t("effect.average"), rate(effect.averageCost)],
    [t("effect.marginal"), rate(effect.marginalCost)],
    [t("effect.spread"), share(effect.spread)],
    [t("effect.capitalDays", { unit: moneyUnitLabel(unit, language) }), money(Math.round(effect.capitalFenDays))],
    [t("effect.shareOfYear"), share(effect.shareOfYear)],
    [t("effect.ofAssets"), share(facts.ofAssets)],
    [t("effect.ofNet"), share(facts.ofNet)],
  ];
}

/** One page for the chairman's question: what does this deal do to us? */
export function EffectFacts({ effect }: { readonly effect: CompanyEffect }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const facts = effectFacts(effect);
  const unknown = t("company.cannotTell");
  const sentence = t("effect.sentence", {
    quarter: effect.quarterEnd ?? unknown,
    price: formatMoneyWithUnit(effect.priceFen, unit, language),
    ofAssets: facts.ofAssets === null ? unknown : formatRate(facts.ofAssets),
    ofNet: facts.ofNet === null ? unknown : formatRate(facts.ofNet),
    cash: facts.minCash.after === null ? unknown : formatMoneyWithUnit(facts.minCash.after.value, unit, language),
    leverage: facts.maxLeverage.after === null ? unknown : formatNumber(facts.maxLeverage.after.value, 4),
    irr: irrText(effect.irr, t),
    marginal: effect.marginalCost === null ? unknown : formatStatedRate(effect.marginalCost),
  });
  return (
    <>
      {effect.isSample ? (
        <Alert severity="warning" variant="outlined">
          {t("effect.sampleMark")}
        </Alert>
      ) : null}
      {effect.gaps.length === 0 ? null : <EffectGaps effect={effect} />}
      <TitledPanel title={t("effect.facts")}>
        <PlainTable aria-label={t("effect.facts")} data-testid="effect-facts" sx={{ width: "100%" }}>
          <tbody>
            {linesOf(effect, unit, language, t).map(([name, said]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{said}</td>
              </tr>
            ))}
          </tbody>
        </PlainTable>
      </TitledPanel>
      <TitledPanel title={t("effect.sentenceTitle")}>
        <Typography variant="body1" sx={{ px: 1, pb: 1 }} data-selectable data-testid="effect-sentence">
          {effect.quarterEnd === null ? t("effect.noSentence") : sentence}
        </Typography>
      </TitledPanel>
    </>
  );
}

/** What to enter first, and the way there. */
function EffectGaps({ effect: { gaps } }: { readonly effect: CompanyEffect }) {
  const { t } = useTranslation();
  return (
    <Alert
      severity="info"
      variant="outlined"
      data-testid="effect-gaps"
      action={
        <Button size="small" onClick={() => navigate({ screen: "company" })} data-testid="to-company">
          {t("compliance.toCompany")}
        </Button>
      }
    >
      <b>{t("company.cannotTell")}</b> · {t("company.gapsTitle")}: {gaps.map((gap) => t(`company.gap.${gap}`)).join("; ")}
    </Alert>
  );
}
