import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { Distribution, SimulationResult } from "../../shared/domain/simulation-results.ts";
import { formatDateTime, formatNumber, formatRate } from "../../shared/format.ts";
import { useLanguage } from "../desk/session-store.ts";
import { NoPriceNote } from "../model/NoPriceNote.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { ConvergenceChart } from "./ConvergenceChart.tsx";
import { DistributionChart } from "./DistributionChart.tsx";
import { DistributionTable } from "./DistributionTable.tsx";
import { MeanRemark } from "./MeanRemark.tsx";
import { SimulationBar } from "./SimulationBar.tsx";
import { SimulationFigures } from "./SimulationFigures.tsx";
import { SimulationTerms } from "./SimulationTerms.tsx";
import { useSimulation } from "./use-simulation.ts";

/** Random simulation of the base case: what the bid may turn out to be worth. */
export function SimulationView({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { state, isRunning, progress, wasCancelled, failure, run, cancel } = useSimulation(dealId);
  const result = state?.result ?? null;
  return (
    <Box data-testid="simulation-view" data-running={isRunning} sx={{ display: "flex", flexDirection: "column", minWidth: 0, flex: 1 }}>
      <SimulationBar hasResult={result !== null} isRunning={isRunning} progress={progress} onRun={run} onCancel={cancel} />
      <SimulationTerms />
      <ErrorAlert error={failure} onRetry={run} />
      {wasCancelled ? (
        <Alert severity="info" sx={{ mx: 1.5, mb: 0.5, py: 0 }} data-testid="simulation-cancelled">
          {t("simulation.cancelled")}
        </Alert>
      ) : null}
      {result === null ? (
        <EmptyState
          title={t("simulation.title")}
          text={isRunning ? t("simulation.help") : [t("simulation.empty"), t("simulation.help")].join(language === "zh" ? "" : " ")}
        />
      ) : (
        <>
          {state?.isCurrent === false && !isRunning ? (
            <Alert severity="warning" sx={{ mx: 1.5, py: 0 }} data-testid="simulation-stale">
              {t("simulation.stale")}
            </Alert>
          ) : null}
          {result.distribution.maxBid.mean === 0 ? <NoPriceNote text="bidRemark.simulationZero" caseName="base" testId="simulation-zero" /> : null}
          <SimulationFigures result={result} />
          <MeanRemark result={result} />
          <Box sx={{ display: "grid", gridTemplateColumns: "minmax(0, 3fr) minmax(0, 2fr)", columnGap: 1.5, px: 1.5 }}>
            <DistributionChart result={result} />
            <ConvergenceChart distribution={result.distribution} />
          </Box>
          <DistributionTable distribution={result.distribution} />
          <ResultNotes result={result} />
        </>
      )}
    </Box>
  );
}

/** What a run rests on, and what its figures leave out. */
function ResultNotes({ result }: { readonly result: SimulationResult }) {
  const { t } = useTranslation();
  return (
    <Box sx={{ typography: "body2", px: 1.5, py: 1, color: "text.secondary", maxWidth: 980 }}>
      <IrrNotes distribution={result.distribution} />
      <div data-testid="simulation-done" data-selectable>
        {t("simulation.done", {
          paths: formatNumber(result.distribution.paths),
          seed: result.seed,
          seconds: formatNumber(result.durationMs / 1000, 1),
          finishedAt: formatDateTime(result.finishedAt),
        })}
        {" · "}
        {t("simulation.inputs", { hash: result.inputsHash.slice(0, 12), paths: result.pathsHash.slice(0, 12), version: result.engineVersion })}
      </div>
      <Box sx={{ mt: 0.5 }}>{t("simulation.help")}</Box>
    </Box>
  );
}

/** Paths whose rate of return lies outside the range or is not one: how many, and what is done with them. */
function IrrNotes({ distribution }: { readonly distribution: Distribution }) {
  const { t } = useTranslation();
  const { paths, totalLosses, aboveRange, withoutIrr, irr } = distribution;
  const notes = [
    { key: "lossNote", count: totalLosses },
    { key: "aboveNote", count: aboveRange },
    { key: "irrNote", count: withoutIrr },
  ] as const;
  return (
    <>
      {notes.map(({ key, count }) =>
        count === 0 ? null : (
          <div key={key} data-testid={`simulation-${key}`}>
            {t(`simulation.table.${key}`, { share: formatRate(count / paths) })}
          </div>
        ),
      )}
      {irr !== null && irr.mean === null ? <div>{t("simulation.table.meanNote")}</div> : null}
    </>
  );
}
