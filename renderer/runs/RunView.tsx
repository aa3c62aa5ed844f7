import Box from "@mui/material/Box";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { OpenRun } from "../../shared/contract/run-channels.ts";
import { formatDate, formatDateTime, formatMoneyWithUnit } from "../../shared/format.ts";
import { useCommand } from "../desk/commands.ts";
import { useCall } from "../desk/desk-client.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { AssumptionGroups } from "../editors/AssumptionGroups.tsx";
import { BidRemarks } from "../model/BidRemarks.tsx";
import { TwinButton } from "../twins/TwinButton.tsx";
import { useTwin } from "../twins/use-twin.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { EngineNote } from "./EngineNote.tsx";
import { RunCases } from "./RunCases.tsx";
import { RunShifts } from "./RunShifts.tsx";

/** A run as it was frozen: its figures in all cases, and what went into it. */
export function RunView({ runId }: { readonly runId: number }) {
  const { t } = useTranslation();
  const { data, error, reload } = useCall("runs.open", { runId });
  if (data === undefined) return error === undefined ? <LinearProgress aria-label={t("runs.title")} /> : <ErrorAlert error={error} onRetry={reload} />;
  return (
    <Box data-testid="run-view">
      <RunFacts open={data} />
      <BidRemarks result={data.run.result} />
      <Box sx={{ display: "grid", gridTemplateColumns: "minmax(450px, 3fr) minmax(340px, 2fr)", alignItems: "start" }}>
        <Part title={t("runs.figures")}>
          <RunCases result={data.run.result} caseName={data.run.caseName} />
        </Part>
        <Box sx={{ borderLeft: 1, borderColor: "divider" }}>
          <Part title={t("runs.shifts")}>
            <RunShifts cases={data.cases} />
          </Part>
          <Part title={t("runs.inputs")}>
            <AssumptionGroups
              assumptions={data.assumptions}
              sources={data.sources}
              origin={null}
              edit={() => undefined}
              invalidPaths={new Set()}
              readOnly
              openAtFirst={[]}
            />
          </Part>
        </Box>
      </Box>
    </Box>
  );
}

/** Whose run it is, of which case, and which hash proves it. */
function RunFacts({ open: { run, cutOffDate, bidPriceFen, scenarios } }: { readonly open: OpenRun }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const twin = useTwin({ runId: run.id });
  useCommand("exportTwin", twin.save, !twin.isBusy);
  const lines = [
    t("runs.facts", {
      caseName: t(`code.caseName.${run.caseName}`),
      savedBy: run.savedBy || t("runs.savedByNobody"),
      savedAt: formatDateTime(run.createdAt),
      version: run.engineVersion,
      hash: run.runHash.slice(0, 12),
    }),
    [
      t("runs.cutOff", { date: formatDate(cutOffDate) }),
      bidPriceFen === null ? t("runs.bidFromBase") : t("runs.bidEntered", { bid: formatMoneyWithUnit(bidPriceFen, unit, language) }),
      ...(scenarios.length === 0 ? [] : [t("runs.scenarios", { names: scenarios.join(t("gaps.separator")) })]),
      ...(run.savedAs === run.name ? [] : [t("runs.savedAs", { name: run.savedAs })]),
    ].join(" · "),
    ...(run.contentHash === null ? [] : [t("runs.contentHash", { hash: run.contentHash.slice(0, 12) })]),
    t("runs.noTrace"),
  ];
  return (
    <Box sx={{ px: 1.5, py: 1 }} data-selectable>
      <Box sx={{ display: "flex", alignItems: "center", gap: 1 }}>
        <Typography variant="h2">{run.name}</Typography>
        <TwinButton twin={twin} testId="run-twin-export" />
      </Box>
      {run.note === "" ? null : <Typography sx={{ whiteSpace: "pre-wrap" }}>{run.note}</Typography>}
      {lines.map((line) => (
        <Typography key={line} variant="body2" color="textSecondary">
          {line}
        </Typography>
      ))}
      <EngineNote madeBy={run.engineVersion} />
    </Box>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Box component="section" aria-label={title} sx={{ minWidth: 0 }}>
      <Typography variant="h3" sx={{ px: 1.5, py: 0.75, borderTop: 1, borderColor: "divider" }}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}
