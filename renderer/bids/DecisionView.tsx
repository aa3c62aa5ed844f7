import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatMoneyWithUnit, moneyUnitLabel } from "../../shared/format.ts";
import { useLeftDraft } from "../desk/kept-draft.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { ExportButton } from "../ui/exports/ExportButton.tsx";
import { useTableExport } from "../ui/exports/use-export.ts";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { AdvicePanel } from "./AdvicePanel.tsx";
import { BeliefsDialog } from "./BeliefsDialog.tsx";
import { BidCharts } from "./BidCharts.tsx";
import type { BidPageProps } from "./bid-page.ts";
import { PriceTable } from "./PriceTable.tsx";
import { priceLines, pricesTable, shadingTable } from "./price-lines.ts";
import { SalePanel } from "./SalePanel.tsx";
import { SaleTermsDialog } from "./SaleTermsDialog.tsx";
import { ShadingTable } from "./ShadingTable.tsx";
import { ValuePanel } from "./ValuePanel.tsx";

type OpenDialog = "beliefs" | "terms" | null;

/** Value, beliefs and bid above; all prices on one scale, charts and table, below. */
export function DecisionView({ dealId, desk, isReadOnly }: BidPageProps) {
  const { t } = useTranslation();
  const unit = moneyUnitLabel(useMoneyUnit(), useLanguage());
  const [dialog, setDialog] = useState<OpenDialog>(null);
  useLeftDraft({ form: "bidBeliefs", dealId }, () => setDialog("beliefs"));
  useLeftDraft({ form: "bidTerms", dealId }, () => setDialog("terms"));
  const lines = useMemo(() => priceLines(desk), [desk]);
  const exporting = useTableExport(t("bids.prices.title"), () => [pricesTable(lines, t), shadingTable(desk, t)]);
  const { figures, market } = desk;
  return (
    <>
      <Box sx={{ display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(300px, 1fr))", gap: 1.5, alignItems: "start", flexShrink: 0 }}>
        <ValuePanel dealId={dealId} desk={desk} />
        <SalePanel desk={desk} onBeliefs={isReadOnly ? null : () => setDialog("beliefs")} onTerms={isReadOnly ? null : () => setDialog("terms")} />
        {figures === null ? <NoFigures desk={desk} /> : <AdvicePanel desk={desk} figures={figures} />}
      </Box>
      {figures === null ? null : (
        <>
          <BidCharts figures={figures} hurdleRate={desk.hurdleRate} lines={lines} />
          <Box {...exporting.place} sx={{ display: "flex", flexDirection: "column", gap: 1.5 }}>
            <TitledPanel
              title={t("bids.prices.title")}
              label={t("exports.headWithUnit", { head: t("bids.prices.title"), unit })}
              actions={<ExportButton exporting={exporting} name={t("bids.prices.title")} testId="bid-export" icon="small" />}
            >
              <PriceTable lines={lines} />
              <Typography variant="body2" color="textSecondary" sx={{ px: 1, py: 0.5 }}>
                <span>{t("bids.prices.note")}</span>{" "}
                <span>{market === null ? t("bids.prices.noMarket") : market.isUpperBound ? t("bids.prices.marketBound") : null}</span>
              </Typography>
            </TitledPanel>
            <TitledPanel title={t("bids.shading.title")}>
              <ShadingTable figures={figures} />
              <Typography variant="body2" color="textSecondary" sx={{ px: 1, py: 0.5 }}>
                {t("bids.shading.note")}
              </Typography>
            </TitledPanel>
          </Box>
        </>
      )}
      {dialog === "beliefs" && <BeliefsDialog dealId={dealId} beliefs={desk.beliefs} onClose={() => setDialog(null)} />}
      {dialog === "terms" && <SaleTermsDialog dealId={dealId} sale={desk.sale} onClose={() => setDialog(null)} />}
    </>
  );
}

/** Why there is nothing to bid from: no positive value, or one that can't be. */
function NoFigures({ desk: { unusableFen, beliefs } }: { readonly desk: BidPageProps["desk"] }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  if (unusableFen === null) return <Alert severity="warning">{t("bids.noValue")}</Alert>;
  const value = formatMoneyWithUnit(unusableFen, unit, language);
  return (
    <Alert severity="error" data-testid="bid-unusable">
      {t(beliefs.valueFen === null ? "bids.unusableBase" : "bids.unusableValue", { value })}
    </Alert>
  );
}
