import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { CallFailure, useCall } from "../desk/desk-client.ts";
import { navigate } from "../desk/routes.ts";
import { LoanTable } from "../loans/LoanTable.tsx";
import { useDealWorkbench, useWorkbench, WorkbenchProvider } from "../model/use-workbench.ts";
import { RunListDialog, SaveRunDialog } from "../runs/RunDialogs.tsx";
import { FigureDrawer, type OpenFigure } from "../traces/FigureDrawer.tsx";
import { TraceDrawer } from "../traces/TraceDrawer.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { AnalysisView, type WorkbenchView, workbenchViews } from "./AnalysisView.tsx";
import { CasePanel } from "./CasePanel.tsx";
import { CasesTable } from "./CasesTable.tsx";
import { CashFlowChart } from "./CashFlowChart.tsx";
import { DealStrip } from "./DealStrip.tsx";
import { FillStrip } from "./FillStrip.tsx";
import { PriceGauge } from "./PriceGauge.tsx";
import { ValidityStrip } from "./ValidityStrip.tsx";

/** The desk where the bid is made: assumptions left, cases and flows in the centre, loans below. */
export function WorkbenchScreen({ dealId }: { readonly dealId: number }) {
  const store = useDealWorkbench(dealId);
  return (
    <WorkbenchProvider value={store}>
      <Workbench key={dealId} dealId={dealId} />
    </WorkbenchProvider>
  );
}

function Workbench({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const deal = useCall("deals.get", { dealId }).data;
  const averages = useCall("market.averages", undefined).data;
  const result = useWorkbench((state) => state.result);
  const failure = useWorkbench((state) => state.failure);
  const isInvalid = useWorkbench((state) => state.invalidPaths.size > 0);
  const caseName = useWorkbench((state) => state.caseName);
  const selectCase = useWorkbench((state) => state.selectCase);
  const load = useWorkbench((state) => state.load);
  const reprice = useWorkbench((state) => state.reprice);
  const [dialog, setDialog] = useState<"save" | "runs" | null>(null);
  const [view, setView] = useState<WorkbenchView>("bid");
  const [openFigure, setOpenFigure] = useState<OpenFigure | null>(null);
  const [openLoan, setOpenLoan] = useState<number | null>(null);
  // Figures are painted first; the chart follows when there is time.
  const selected = result?.cases.find((one) => one.caseName === caseName);
  const charted = useDeferredValue(selected);

  if (failure instanceof CallFailure && failure.code === "deal.noTape") {
    return (
      <EmptyState title={t("pricing.empty.title")} text={t("pricing.empty.text")}>
        <Button variant="contained" onClick={() => navigate({ screen: "tape", dealId })}>
          {t("pricing.empty.toTape")}
        </Button>
      </EmptyState>
    );
  }
  return (
    <Box sx={{ display: "flex", flexDirection: "column", flex: 1, height: "100%", minHeight: 0, minWidth: 0, bgcolor: "background.paper" }}>
      <DealStrip
        deal={deal}
        totals={result?.totals ?? null}
        canSave={result !== null && !isInvalid && failure === null}
        onSave={() => setDialog("save")}
        onShowRuns={() => setDialog("runs")}
      />
      {failure === null ? null : <ErrorAlert error={failure} onRetry={() => void (result === null ? load() : reprice())} />}
      <Box sx={{ display: "grid", gridTemplateColumns: "312px minmax(0, 1fr)", flex: 1, minHeight: 0 }}>
        <Box
          component="aside"
          aria-label={t("pricing.group.title")}
          sx={{ borderRight: 1, borderColor: "divider", overflowY: "auto", overflowX: "hidden", scrollbarGutter: "stable", bgcolor: "background.default" }}
        >
          <CasePanel />
        </Box>
        <Box sx={{ display: "flex", flexDirection: "column", minHeight: 0, minWidth: 0, overflow: "auto" }}>
          <Tabs
            value={view}
            onChange={(_, next: WorkbenchView) => setView(next)}
            sx={{ minHeight: 36, borderBottom: 1, borderColor: "divider", flexShrink: 0 }}
          >
            {workbenchViews.map((key) => (
              <Tab key={key} value={key} label={t(`pricing.view.${key}`)} data-testid={`view-${key}`} sx={{ minHeight: 36, py: 0, fontSize: 13 }} />
            ))}
          </Tabs>
          {result === null || selected === undefined ? (
            failure === null && <LinearProgress aria-label={t("pricing.status.pricing")} />
          ) : view === "bid" ? (
            <>
              <Box sx={{ display: "grid", gridTemplateColumns: "minmax(450px, max-content) minmax(300px, 1fr)", flexShrink: 0 }}>
                <Box sx={{ borderRight: 1, borderColor: "divider", minWidth: 0 }}>
                  <CasesTable result={result} caseName={caseName} onSelect={selectCase} onExplain={setOpenFigure} />
                </Box>
                <Box sx={{ minWidth: 0, display: "flex", flexDirection: "column" }}>
                  <PriceGauge
                    priceToPrincipal={selected.atBidPrice.priceToPrincipal}
                    average={averages?.find((average) => average.dealKind === deal?.kind) ?? null}
                  />
                  <Box sx={{ borderTop: 1, borderColor: "divider" }}>
                    {charted === undefined ? null : <CashFlowChart result={charted} height={270} onExplain={setOpenFigure} />}
                  </Box>
                </Box>
              </Box>
              <ValidityStrip failed={result.validity} />
              <FillStrip fills={result.fills} />
              <LoanTable dealId={dealId} onOpen={setOpenLoan} />
            </>
          ) : (
            <AnalysisView view={view} dealId={dealId} />
          )}
        </Box>
      </Box>
      <TraceDrawer dealId={dealId} caseName={caseName} loanId={openLoan} onClose={() => setOpenLoan(null)} />
      <FigureDrawer dealId={dealId} opened={openFigure} onClose={() => setOpenFigure(null)} />
      {dialog === "save" ? <SaveRunDialog dealId={dealId} onClose={() => setDialog(null)} /> : null}
      {dialog === "runs" ? <RunListDialog dealId={dealId} onClose={() => setDialog(null)} /> : null}
    </Box>
  );
}
