import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PricingRun } from "../../shared/contract/run-channels.ts";
import { useCall } from "../desk/desk-client.ts";
import { navigate } from "../desk/routes.ts";
import { SealButton } from "../dossiers/SealButton.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { ExportButton } from "../ui/exports/ExportButton.tsx";
import { useTableExport } from "../ui/exports/use-export.ts";
import { PageHeader } from "../ui/PageHeader.tsx";
import { RunComparisonView } from "./RunComparisonView.tsx";
import { RunTable } from "./RunTable.tsx";
import { RunView } from "./RunView.tsx";
import { runTables } from "./run-tables.ts";

/** The saved runs of a deal: their list above, the one that is open or two compared below. */
export function RunsScreen({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const { data: runs, error, reload } = useCall("runs.list", { dealId });
  if (runs === undefined) return error === undefined ? <LinearProgress aria-label={t("runs.title")} /> : <ErrorAlert error={error} onRetry={reload} />;
  if (runs.length > 0) return <Runs dealId={dealId} runs={runs} />;
  return (
    <EmptyState isScreen title={t("runs.empty")} text={t("runs.emptyText")}>
      <Button variant="contained" onClick={() => navigate({ screen: "workbench", dealId })}>
        {t("runs.toWorkbench")}
      </Button>
    </EmptyState>
  );
}

interface Shown {
  readonly openId: number | null;
  /** From the older to the newer, unless they were swapped. */
  readonly compared: readonly [number, number] | null;
}

function Runs({ dealId, runs }: { readonly dealId: number; readonly runs: readonly PricingRun[] }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [shown, setShown] = useState<Shown>({ openId: runs[0]?.id ?? null, compared: null });
  const { openId, compared } = shown;
  const runOf = (id: number | undefined) => runs.find((run) => run.id === id);
  const [from, to] = [runOf(compared?.[0]), runOf(compared?.[1])];
  // The third one chosen takes the place of the first.
  const choose = (id: number) => setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id].slice(-2)));
  const exporting = useTableExport(t("runs.title"), () => runTables(runs, t));
  const compare = () => {
    const [one, other] = chosen.toSorted((a, b) => a - b);
    if (one !== undefined && other !== undefined) setShown({ openId: null, compared: [one, other] });
  };
  return (
    <>
      <PageHeader title={t("runs.title")} subtitle={t("runs.subtitle")}>
        <SealButton dealId={dealId} />
        <ExportButton exporting={exporting} name={t("runs.title")} testId="runs-export" />
        <Button variant="contained" disabled={chosen.length !== 2} onClick={compare} data-testid="compare-runs" title={t("runs.compareHint")}>
          {t("runs.compare")}
        </Button>
      </PageHeader>
      <Box {...exporting.place} sx={{ flexShrink: 0, maxHeight: "40%", overflow: "auto", borderBottom: 1, borderColor: "divider" }}>
        <RunTable dealId={dealId} runs={runs} chosen={chosen} openId={openId} onChoose={choose} onOpen={(id) => setShown({ openId: id, compared: null })} />
      </Box>
      <Box sx={{ flex: 1, minHeight: 0, overflow: "auto" }}>
        {from !== undefined && to !== undefined ? (
          <RunComparisonView from={from} to={to} onSwap={() => setShown({ openId: null, compared: [to.id, from.id] })} />
        ) : openId === null ? null : (
          <RunView key={openId} runId={openId} />
        )}
      </Box>
    </>
  );
}
