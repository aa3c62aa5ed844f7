import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CapacityQuestion } from "../../shared/contract/company-channels.ts";
import { type CapacityView, type Company, noStress, plannedQuarters } from "../../shared/domain/company.ts";
import { formatMoneyWithUnit } from "../../shared/format.ts";
import { useCall } from "../desk/desk-client.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { CapacityChoices } from "./CapacityChoices.tsx";
import { CashChart } from "./CashChart.tsx";
import { GapNote } from "./GapNote.tsx";
import { QuartersTable } from "./QuartersTable.tsx";

const firstQuestion: CapacityQuestion = { dealIds: [], isWeighted: false, dealId: null, stress: noStress, quarters: plannedQuarters };

/** What the company can carry: twelve quarters with and without deals, and the largest price of one of them. */
export function CapacityPage({ company }: { readonly company: Company }) {
  const { t } = useTranslation();
  const [question, setQuestion] = useState(firstQuestion);
  const view = useCall("company.capacity", question);
  const { data } = view;
  return (
    <>
      <GapNote gaps={data?.gaps ?? company.gaps} />
      <ErrorAlert error={view.error} onRetry={view.reload} />
      {data === undefined ? null : (
        <>
          <CapacityChoices deals={data.deals} question={question} onChange={setQuestion} />
          {data.without.length === 0 ? null : (
            <>
              <TitledPanel title={t("capacity.answer")}>
                <Box sx={{ px: 1, pb: 1 }} data-testid="capacity-answer" data-answered={!view.loading} data-largest={data.capacity?.largestFen ?? ""}>
                  <CapacitySaid view={data} dealId={question.dealId} />
                </Box>
              </TitledPanel>
              <CashChart view={data} floorFen={company.plan.floorFen} />
              <TitledPanel title={t("capacity.quarters")}>
                <QuartersTable view={data} />
              </TitledPanel>
              <Typography variant="body2" color="text.secondary">
                {t("capacity.method")}
              </Typography>
            </>
          )}
        </>
      )}
    </>
  );
}

function CapacitySaid({ view: { capacity, without, deals }, dealId }: { readonly view: CapacityView; readonly dealId: number | null }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  if (capacity === null) {
    const isFree = deals.some((deal) => deal.dealId === dealId && deal.priceFen === 0);
    return t(isFree ? "capacity.noPrice" : dealId === null ? "capacity.choose" : "capacity.noRun");
  }
  const money = (fen: number | null) => (fen === null ? t("capacity.anyPrice") : formatMoneyWithUnit(fen, unit, language));
  const { largestFen, binding, isBrokenBefore, byBound, isLiquidityUnknown } = capacity;
  const bounds = (["cash", "leverage", "liquidity"] as const).filter((bound) => bound !== "liquidity" || !isLiquidityUnknown);
  return (
    <>
      <Typography variant="h3" component="p">
        {isBrokenBefore
          ? t("capacity.broken")
          : binding === null
            ? t("capacity.noneBinds")
            : [
                t("capacity.largest", { amount: money(largestFen) }),
                t("capacity.binding", { bound: t(`capacity.bound.${binding.bound}`), quarter: without[binding.quarter]?.quarterEnd ?? "" }),
              ].join(" · ")}
      </Typography>
      <Typography variant="body2">
        {bounds.map((bound) => t("capacity.alone", { bound: t(`capacity.bound.${bound}`), amount: money(byBound[bound]) })).join(" · ")}
      </Typography>
      {isLiquidityUnknown ? (
        <Alert severity="warning" variant="outlined" sx={{ mt: 0.5 }}>
          {t("capacity.liquidityUnknown")}
        </Alert>
      ) : null}
    </>
  );
}
