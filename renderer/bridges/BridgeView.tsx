import Box from "@mui/material/Box";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PricingRun } from "../../shared/contract/run-channels.ts";
import { type BidBridge, type BridgeCause, bridgeCauses } from "../../shared/domain/bid-bridge.ts";
import { type CaseName, caseNames } from "../../shared/domain/codes.ts";
import { formatNumber } from "../../shared/format.ts";
import { call, useCall } from "../desk/desk-client.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { ExportButton } from "../ui/exports/ExportButton.tsx";
import { useListExport } from "../ui/exports/use-export.ts";
import { ToggleChoice } from "../ui/fields/ToggleChoice.tsx";
import { BridgeChart } from "./BridgeChart.tsx";
import { BridgeLoans } from "./BridgeLoans.tsx";
import { BridgeTable } from "./BridgeTable.tsx";

interface BridgeViewProps {
  readonly from: PricingRun;
  readonly to: PricingRun;
}

/** Why the highest bids of two runs differ: a waterfall of one case, a line per cause in all, and the loans behind each. */
export function BridgeView({ from, to }: BridgeViewProps) {
  const { t } = useTranslation();
  const pair = { fromId: from.id, toId: to.id };
  const unit = useMoneyUnit();
  const language = useLanguage();
  const { data, error, reload } = useCall("bridges.get", pair);
  const exporting = useListExport(t("bridge.title"), (fileName) => call("bridges.save", { ...pair, fileName, unit, language }));
  return (
    <Box
      component="section"
      aria-label={t("bridge.title")}
      sx={{ mt: 2 }}
      data-testid="bridge"
      data-running={data === undefined && error === undefined}
      {...exporting.place}
    >
      <Box sx={{ display: "flex", alignItems: "center", gap: 1 }}>
        <Typography variant="h3" sx={{ flex: 1 }}>
          {t("bridge.title")}
        </Typography>
        <ExportButton exporting={exporting} name={t("bridge.title")} testId="bridge-export" disabled={data === undefined} />
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: "anywhere" }}>
        {t("bridge.text", { from: from.name, to: to.name })}
      </Typography>
      <ErrorAlert error={error} onRetry={reload} />
      {data === undefined ? (
        error === undefined && <LinearProgress aria-label={t("code.jobKind.bridgeRuns")} />
      ) : data.causes.length === 0 ? (
        <Typography sx={{ mt: 0.5 }}>{t("bridge.none")}</Typography>
      ) : (
        <MadeBridge key={`${from.id}/${to.id}`} bridge={data} from={from} to={to} />
      )}
    </Box>
  );
}

function MadeBridge({ bridge, from, to }: BridgeViewProps & { readonly bridge: BidBridge }) {
  const { t } = useTranslation();
  const [caseName, setCaseName] = useState<CaseName>(to.caseName);
  const [openCause, setOpenCause] = useState<BridgeCause | null>(null);
  const { kept, dropped, added } = bridge.loans;
  const open = bridge.causes.find(({ cause }) => cause === openCause);
  const pick = useCallback((key: string) => setOpenCause(bridgeCauses.find((cause) => cause === key) ?? null), []);
  return (
    <>
      <Box sx={{ display: "flex", alignItems: "center", gap: 1, my: 0.5 }}>
        <Typography variant="body2" sx={{ flex: 1 }} data-testid="bridge-counts">
          {t("bridge.counts", { kept: formatNumber(kept), dropped: formatNumber(dropped), added: formatNumber(added) })}
        </Typography>
        <ToggleChoice label={t("bridge.caseChoice")} options={caseNames} value={caseName} textOf={(one) => t(`code.caseName.${one}`)} onChange={setCaseName} />
      </Box>
      <BridgeChart bridge={bridge} caseName={caseName} onPick={pick} />
      <BridgeTable bridge={bridge} openCause={openCause} onOpen={setOpenCause}>
        {open === undefined ? null : (
          <BridgeLoans
            key={`${open.cause}/${caseName}`}
            pair={{ fromId: from.id, toId: to.id }}
            cause={open.cause}
            caseName={caseName}
            ofPackage={open.ofPackage}
          />
        )}
      </BridgeTable>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5, maxWidth: 900 }}>
        {t("bridge.method")}
      </Typography>
    </>
  );
}
