import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BidPoint } from "../../shared/domain/bid-figures.ts";
import { climbs } from "../../shared/domain/bid-plan.ts";
import { formatExactMoneyWithUnit, formatMoney, formatMultiple, formatNumber, formatRate, moneyUnitLabel } from "../../shared/format.ts";
import { moneyStep } from "../../shared/typed/number-step.ts";
import { readMoney } from "../../shared/typed/typed-number.ts";
import { writeMoney } from "../../shared/typed/written-number.ts";
import { useCall } from "../desk/desk-client.ts";
import { showNotice, useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { refusalText } from "../ui/fields/number-problem.ts";
import { TypedInput } from "../ui/fields/TypedInput.tsx";
import type { Entered } from "../ui/fields/unread.ts";
import { useTypedField } from "../ui/fields/use-typed-field.ts";
import { irrText } from "../ui/irr-text.ts";
import type { BidPageProps } from "./bid-page.ts";
import { steppedPrice } from "./ladder-step.ts";

/** One price, large, while others bid: what it earns, how far the limit is. */
export function BidDayView({ dealId, desk, isReadOnly }: BidPageProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const { sale, bidPriceFen } = desk;
  const [price, setPrice] = useState<Entered<number>>(sale.openingFen ?? sale.listFen ?? (bidPriceFen > 0 ? bidPriceFen : null));
  const edit = useWorkbench((state) => state.edit);
  const leave = useWorkbench((state) => state.leave);
  const priceFen = typeof price === "number" && price > 0 ? price : null;
  const meant = useCall("bids.at", priceFen === null ? null : { dealId, priceFen });
  const isAbove = priceFen !== null && sale.limitFen !== null && priceFen > sale.limitFen;
  const money = (fen: number) => formatExactMoneyWithUnit(fen, unit, language);
  const enterBid = () => {
    if (priceFen === null) return;
    edit(["bidPriceFen"], priceFen);
    leave();
    showNotice(t("bids.day.entered", { price: money(priceFen) }));
  };
  return (
    <Box sx={{ maxWidth: 980, mx: "auto", width: "100%", display: "flex", flexDirection: "column", gap: 2 }}>
      <Box sx={{ display: "flex", flexWrap: "wrap", alignItems: "center", gap: 2 }}>
        <DayField price={price} onChange={setPrice} sale={climbs(desk.beliefs.saleForm) ? sale : { ...sale, listFen: null }} isAbove={isAbove} />
        <Button variant="outlined" disabled={isReadOnly || priceFen === null || isAbove} onClick={enterBid} data-testid="day-enter-bid">
          {t("bids.day.enterBid")}
        </Button>
      </Box>
      <Typography variant="body2" color="textSecondary">
        {sale.stepFen === null ? t("bids.day.noStep") : t("bids.day.step", { step: money(sale.stepFen) })}
      </Typography>
      <LimitLine priceFen={priceFen} desk={desk} />
      {priceFen === null ? (
        <Typography variant="body1">{t("bids.day.empty")}</Typography>
      ) : meant.error !== undefined ? (
        <ErrorAlert error={meant.error} onRetry={meant.reload} />
      ) : (
        <DayFigures point={meant.data?.priceFen === priceFen ? meant.data : null} isAnswered={!meant.loading} />
      )}
    </Box>
  );
}

interface DayFieldProps {
  readonly price: Entered<number>;
  readonly onChange: (price: Entered<number>) => void;
  readonly sale: BidPageProps["desk"]["sale"];
  readonly isAbove: boolean;
}

function DayField({ price, onChange, sale, isAbove }: DayFieldProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const unitName = moneyUnitLabel(unit, useLanguage());
  const { input, refusal } = useTypedField<number>({
    value: price,
    read: (text) => readMoney(text, unit),
    write: (fen) => writeMoney(fen, unit),
    onChange,
    step: (steps) => (typeof price === "number" ? steppedPrice(price, steps, sale, Math.round(moneyStep(price))) : null),
  });
  return (
    <TypedInput
      label={t("bids.day.field")}
      input={input}
      problem={refusal === null ? null : refusalText(refusal, t)}
      isInvalid={refusal !== null || isAbove}
      unit={unitName}
      testId="day-price"
      sx={{ typography: "room", width: 460, height: 64, "& input": { p: "0 12px" }, pr: 1.5 }}
    />
  );
}

/** Where the price stands between list price and limit, in words; above the limit in red. */
function LimitLine({ priceFen, desk: { sale } }: { readonly priceFen: number | null; readonly desk: BidPageProps["desk"] }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const money = (fen: number) => formatExactMoneyWithUnit(fen, unit, language);
  const { limitFen, listFen, stepFen } = sale;
  const left = priceFen === null || limitFen === null ? null : limitFen - priceFen;
  const isBelowList = priceFen !== null && listFen !== null && priceFen < listFen;
  return (
    <Box role="status" data-testid="day-limit" sx={{ display: "flex", flexWrap: "wrap", gap: 3, typography: "h2", fontVariantNumeric: "tabular-nums" }}>
      {listFen === null ? null : (
        <Box component="span" sx={{ color: isBelowList ? "warning.main" : "text.primary" }}>
          {`${t("bids.day.list")} ${money(listFen)}`}
          {isBelowList ? ` · ${t("bids.day.belowList")}` : ""}
        </Box>
      )}
      {limitFen === null ? (
        <Box component="span">{t("bids.day.noLimit")}</Box>
      ) : (
        <Box component="span" sx={{ color: "error.main" }}>{`${t("bids.day.limit")} ${money(limitFen)}`}</Box>
      )}
      {left === null ? null : left < 0 ? (
        <Box component="span" sx={{ color: "error.main" }} data-testid="day-above">
          {t("bids.day.above", { amount: money(-left) })}
        </Box>
      ) : (
        <Box component="span">
          {`${t("bids.day.toLimit")} ${money(left)}`}
          {stepFen === null ? "" : ` · ${t("bids.day.ladder", { steps: formatNumber(Math.floor(left / stepFen)) })}`}
        </Box>
      )}
    </Box>
  );
}

function DayFigures({ point, isAnswered }: { readonly point: BidPoint | null; readonly isAnswered: boolean }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const figures = [
    { key: "irr", said: point === null ? formatRate(null) : irrText(point.irr, t) },
    { key: "moic", said: formatMultiple(point?.moic) },
    { key: "miss", said: point !== null && point.missChance === null ? t("bids.day.noSimulation") : formatRate(point?.missChance, 1) },
    { key: "win", said: formatRate(point?.winChance, 1) },
    { key: "ifWon", said: formatMoney(point?.profitIfWonFen, unit) },
  ] as const;
  return (
    <>
      <Box
        component="dl"
        data-testid="day-figures"
        data-answered={isAnswered}
        sx={{ m: 0, display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(170px, 1fr))", gap: 1.5 }}
      >
        {figures.map(({ key, said }) => (
          <Box key={key} sx={{ border: 1, borderColor: "divider", borderRadius: 1, p: 1.5, bgcolor: "background.paper" }}>
            <Typography component="dt" variant="body2" color="textSecondary">
              {t(`bids.day.${key}`)}
            </Typography>
            <Typography component="dd" variant="room" sx={{ m: 0 }} data-testid={`day-${key}`}>
              {said}
            </Typography>
          </Box>
        ))}
      </Box>
      <Typography variant="body2" color="textSecondary">
        {t("bids.prices.note")}
      </Typography>
    </>
  );
}
