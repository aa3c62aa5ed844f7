import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import type { PackageTotals } from "../../shared/domain/pricing-results.ts";
import { formatDate, formatMoney, formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { useRovingFocus } from "../desk/use-roving-focus.ts";
import { useWorkbench } from "../model/use-workbench.ts";

interface DealStripProps {
  readonly deal: Deal | undefined;
  readonly totals: PackageTotals | null;
  readonly canSave: boolean;
  readonly onSave: () => void;
  readonly onShowRuns: () => void;
}

/** What is priced: the deal, its balances, how long the last pricing took; its runs. */
export function DealStrip({ deal, totals, canSave, onSave, onShowRuns }: DealStripProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const label = moneyUnitLabel(unit, useLanguage());
  const roving = useRovingFocus<HTMLElement>();
  return (
    <Box
      ref={roving}
      component="header"
      sx={{
        display: "flex",
        alignItems: "center",
        gap: 2,
        px: 1.5,
        minHeight: 50,
        borderBottom: 1,
        borderColor: "divider",
        flexShrink: 0,
        bgcolor: "background.paper",
      }}
    >
      <Typography
        variant="h1"
        title={deal?.name}
        sx={{ minWidth: 60, flex: "0 1 auto", display: "-webkit-box", WebkitLineClamp: 2, WebkitBoxOrient: "vertical", overflow: "hidden", lineHeight: 1.25 }}
      >
        {deal?.name}
      </Typography>
      <Fact label={t("pricing.fact.upb", { unit: label })} value={formatMoney(totals?.upbFen, unit)} />
      <Fact label={t("pricing.fact.claim", { unit: label })} value={formatMoney(totals?.claimFen, unit)} />
      <Fact label={t("pricing.fact.loans")} value={formatNumber(totals?.loans)} />
      <Fact label={t("pricing.fact.debtors")} value={formatNumber(totals?.debtors)} />
      <Fact label={t("pricing.fact.collateral")} value={formatNumber(totals?.collateralItems)} />
      <Fact label={t("pricing.fact.cutOff")} value={formatDate(deal?.cutOffDate)} />
      <Box sx={{ flex: 1 }} />
      <RepriceTime />
      <Button onClick={onShowRuns} sx={{ flexShrink: 0 }} data-testid="show-runs">
        {t("pricing.run.list")}
      </Button>
      <SaveRunButton canSave={canSave} onSave={onSave} />
    </Box>
  );
}

function SaveRunButton({ canSave, onSave }: Pick<DealStripProps, "canSave" | "onSave">) {
  const { t } = useTranslation();
  const isPricing = useWorkbench((state) => state.isPricing);
  return (
    <Button variant="contained" disabled={!canSave || isPricing} onClick={onSave} sx={{ flexShrink: 0 }} data-testid="save-run">
      {t("pricing.run.save")}
    </Button>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <Box sx={{ whiteSpace: "nowrap" }}>
      <Box sx={{ typography: "fine", color: "text.secondary" }}>{label}</Box>
      <Box sx={{ typography: "h3", fontVariantNumeric: "tabular-nums", lineHeight: 1.3 }}>{value}</Box>
    </Box>
  );
}

function RepriceTime() {
  const { t } = useTranslation();
  const repriceMs = useWorkbench((state) => state.repriceMs);
  const isPricing = useWorkbench((state) => state.isPricing);
  const isInvalid = useWorkbench((state) => state.invalidPaths.size > 0);
  const text = isInvalid
    ? t("pricing.status.invalid")
    : isPricing
      ? t("pricing.status.pricing")
      : repriceMs === null
        ? ""
        : t("pricing.status.repriced", { ms: Math.round(repriceMs) });
  return (
    <Box
      data-testid="reprice-ms"
      data-ms={repriceMs === null ? undefined : Math.round(repriceMs)}
      aria-live="polite"
      sx={{
        typography: "fine",
        color: isInvalid ? "error.main" : "text.secondary",
        fontVariantNumeric: "tabular-nums",
        minWidth: 76,
        maxWidth: 112,
        textAlign: "right",
      }}
    >
      {text}
    </Box>
  );
}
