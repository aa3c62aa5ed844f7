import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { formatNumber, formatPrice, moneyUnitLabel } from "../../shared/format.ts";
import { useCall } from "../desk/desk-client.ts";
import { navigate } from "../desk/routes.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { useWorkbench } from "../model/use-workbench.ts";

interface SheetBidProps {
  readonly dealId: number;
  /** From the last edit to the painted bid. */
  readonly editMs: number | null;
}

/** The deal, and what it is worth now: the highest bid of the base case, which follows every edit. */
export function SheetBid({ dealId, editMs }: SheetBidProps) {
  const { t } = useTranslation();
  const deal = useCall("deals.get", { dealId }).data;
  const unit = useMoneyUnit();
  const unitName = moneyUnitLabel(unit, useLanguage());
  const result = useWorkbench((state) => state.result);
  const base = result?.cases.find(({ caseName }) => caseName === "base");
  return (
    <Box component="header" sx={{ display: "flex", alignItems: "center", gap: 2, px: 1.5, minHeight: 50, flexShrink: 0, bgcolor: "background.paper" }}>
      <Typography variant="h1" noWrap title={deal?.name} sx={{ minWidth: 60, flex: "0 1 auto" }}>
        {t("tapeSheet.title")}
        {deal === undefined ? "" : ` · ${deal.name}`}
      </Typography>
      <Box sx={{ flex: 1 }} />
      <Fact label={t("tapeSheet.loans")} value={formatNumber(result?.totals.loans)} testId="sheet-loans" />
      <Fact label={t("tapeSheet.maxBid", { unit: unitName })} value={formatPrice(base?.maxBidFen, unit, t("bidRemark.noneShort"))} testId="sheet-bid" />
      <BidState editMs={editMs} />
      <Button onClick={() => navigate({ screen: "workbench", dealId })} sx={{ flexShrink: 0 }}>
        {t("nav.workbench")}
      </Button>
    </Box>
  );
}

function Fact({ label, value, testId }: { readonly label: string; readonly value: string; readonly testId: string }) {
  return (
    <Box sx={{ whiteSpace: "nowrap" }}>
      <Box sx={{ typography: "fine", color: "text.secondary" }}>{label}</Box>
      <Box data-testid={testId} sx={{ typography: "h3", fontVariantNumeric: "tabular-nums", lineHeight: 1.3 }}>
        {value}
      </Box>
    </Box>
  );
}

/** Says while the bid is that of before an edit, and then how long the new one took. */
function BidState({ editMs }: { readonly editMs: number | null }) {
  const { t } = useTranslation();
  const isPricing = useWorkbench((state) => state.isPricing);
  const hasFailed = useWorkbench((state) => state.failure !== null);
  const state = hasFailed ? "failed" : isPricing ? "stale" : "current";
  return (
    <Box
      data-testid="sheet-bid-state"
      data-state={state}
      data-ms={editMs ?? undefined}
      aria-live="polite"
      sx={{ typography: "fine", color: hasFailed ? "error.main" : "text.secondary", minWidth: 110, maxWidth: 160 }}
    >
      {state === "current" && editMs !== null ? t("tapeSheet.bid.took", { ms: Math.round(editMs) }) : t(`tapeSheet.bid.${state}`)}
    </Box>
  );
}
