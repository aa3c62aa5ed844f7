import SwapHoriz from "@mui/icons-material/SwapHoriz";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PricingRun } from "../../shared/contract/run-channels.ts";
import { type MovedPrice, movedPrices } from "../../shared/domain/run-comparison.ts";
import { BridgeView } from "../bridges/BridgeView.tsx";
import { useCall } from "../desk/desk-client.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { ToggleChoice } from "../ui/fields/ToggleChoice.tsx";
import { ChangeTable } from "./ChangeTable.tsx";
import { ComparedFigures } from "./ComparedFigures.tsx";

interface RunComparisonViewProps {
  readonly from: PricingRun;
  readonly to: PricingRun;
  readonly onSwap: () => void;
}

/** Two runs: their figures, what changed from one to the other, and the part of each change in a price's move. */
export function RunComparisonView({ from, to, onSwap }: RunComparisonViewProps) {
  const { t } = useTranslation();
  const [price, setPrice] = useState<MovedPrice>("bid");
  const { data, error, reload } = useCall("runs.compare", { fromId: from.id, toId: to.id });
  return (
    <Box sx={{ px: 1.5, py: 1 }} data-testid="run-comparison" data-running={data === undefined && error === undefined}>
      <Box sx={{ display: "flex", alignItems: "center", gap: 1, mb: 0.5 }}>
        <Typography variant="h2" sx={{ flex: 1, overflowWrap: "anywhere" }}>
          {t("runs.compareTitle", { from: from.name, to: to.name })}
        </Typography>
        <Button startIcon={<SwapHoriz />} onClick={onSwap}>
          {t("runs.swap")}
        </Button>
      </Box>
      {from.contentHash !== null && from.contentHash === to.contentHash ? (
        <Typography>{t("runs.sameContent", { hash: from.contentHash.slice(0, 12) })}</Typography>
      ) : null}
      <ComparedFigures from={from} to={to} />
      <ErrorAlert error={error} onRetry={reload} />
      <Box sx={{ display: "flex", alignItems: "center", gap: 1, mt: 1.5, mb: 0.5 }}>
        <Typography variant="h3" sx={{ flex: 1 }}>
          {t("runs.what")}
        </Typography>
        <ToggleChoice label={t("runs.priceChoice")} options={movedPrices} value={price} textOf={(option) => t(`runs.price.${option}`)} onChange={setPrice} />
      </Box>
      {data === undefined ? (
        error === undefined && <LinearProgress aria-label={t("code.jobKind.compareRuns")} />
      ) : data.changes.length === 0 ? (
        <Typography>{t("runs.noChange")}</Typography>
      ) : (
        <>
          <ChangeTable comparison={data} price={price} />
          <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5, maxWidth: 900 }}>
            {t(`runs.method.${data.method}`)}
          </Typography>
        </>
      )}
      <BridgeView from={from} to={to} />
    </Box>
  );
}
