import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import { useTranslation } from "react-i18next";
import { formatMoneyWithUnit, moneyUnitLabel } from "../../shared/format.ts";
import { CallFailure, useCall } from "../desk/desk-client.ts";
import { navigate } from "../desk/routes.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { useDealWorkbench, useWorkbench, WorkbenchProvider } from "../model/use-workbench.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { EffectFacts } from "./EffectFacts.tsx";
import { HeadroomPanel } from "./HeadroomPanel.tsx";

/** What the deal does to the company, and whether it may be bought at its price (公司影响). */
export function EffectScreen({ dealId }: { readonly dealId: number }) {
  const store = useDealWorkbench(dealId);
  return (
    <WorkbenchProvider value={store}>
      <PricedEffect dealId={dealId} />
    </WorkbenchProvider>
  );
}

function PricedEffect({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const failure = useWorkbench((state) => state.failure);
  const result = useWorkbench((state) => state.result);
  const load = useWorkbench((state) => state.load);
  const hasNoTape = failure instanceof CallFailure && failure.code === "deal.noTape";
  if (result === null && failure !== null) {
    const screen = hasNoTape ? "tape" : "workbench";
    return (
      <>
        {!hasNoTape && <ErrorAlert error={failure} onRetry={() => void load()} />}
        <EmptyState isScreen title={t("effect.title")} text={t(hasNoTape ? "effect.noTape" : "effect.blocked")}>
          <Button variant="contained" onClick={() => navigate({ screen, dealId })}>
            {t(hasNoTape ? "effect.toTape" : "effect.toWorkbench")}
          </Button>
        </EmptyState>
      </>
    );
  }
  if (result === null) return <LinearProgress aria-label={t("effect.working")} />;
  return <EffectPage dealId={dealId} priceFen={result.bidPriceFen} />;
}

function EffectPage({ dealId, priceFen }: { readonly dealId: number; readonly priceFen: number }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const deal = useCall("deals.get", { dealId }).data;
  const effect = useCall("company.effect", { dealId });
  const headroom = useCall("compliance.headroom", { dealId, priceFen: null });
  const caption = t("effect.caption", { unit: moneyUnitLabel(unit, language), price: formatMoneyWithUnit(priceFen, unit, language) });
  return (
    <Box component="section" aria-label={t("effect.title")} sx={{ display: "flex", flexDirection: "column", flex: 1, minHeight: 0 }}>
      <PageHeader title={t("effect.title")} subtitle={caption} />
      <Box tabIndex={-1} sx={{ flex: 1, minHeight: 0, overflow: "auto", p: 1.5, display: "flex", flexDirection: "column", gap: 1.5 }}>
        <ErrorAlert error={effect.error} onRetry={effect.reload} />
        <ErrorAlert error={headroom.error} onRetry={headroom.reload} />
        {effect.data === undefined ? <LinearProgress aria-label={t("effect.working")} /> : <EffectFacts effect={effect.data} />}
        {headroom.data === undefined ? null : <HeadroomPanel dealId={dealId} headroom={headroom.data} isReadOnly={deal?.archived !== false} />}
      </Box>
    </Box>
  );
}
