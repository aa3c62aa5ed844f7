import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { formatMoneyWithUnit, noValue } from "../../shared/format.ts";
import { useCall } from "../desk/desk-client.ts";
import { navigate } from "../desk/routes.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { FactStrip } from "../ui/FactStrip.tsx";

/** All deals in a line over the register, with the way to the rest. */
export function PortfolioStrip() {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const { data } = useCall("portfolio.get", { scope: "all" });
  if (data === undefined) return null;
  const priced = data.holdings.flatMap(({ priceFen }) => priceFen ?? []);
  const money = (fen: number) => formatMoneyWithUnit(fen, unit, language);
  const values = {
    count: data.pipeline.length,
    weighted: data.pipeline.every(({ priceFen }) => priceFen === null) ? noValue : money(data.weightedFen),
    held: priced.length,
    price: priced.length === 0 ? noValue : money(priced.reduce((sum, fen) => sum + fen, 0)),
  };
  return (
    <FactStrip label={t("portfolio.title")} title={t("portfolio.title")} testId="portfolio-strip">
      <span>{t("portfolio.strip", values)}</span>
      <Button size="small" onClick={() => navigate({ screen: "deals", view: "portfolio" })} data-testid="open-portfolio">
        {t("portfolio.open")}
      </Button>
    </FactStrip>
  );
}
