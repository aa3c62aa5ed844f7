import Box from "@mui/material/Box";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import type { PricingResult } from "../../shared/domain/pricing-results.ts";
import { useCommand } from "../desk/commands.ts";
import { useCall } from "../desk/desk-client.ts";
import { changeLayout, useLayout } from "../desk/layout-store.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { BidRemarks } from "../model/BidRemarks.tsx";
import { useWorkbench } from "../model/use-workbench.ts";
import { FigureDrawer, type OpenFigure } from "../traces/FigureDrawer.tsx";
import { useTwin } from "../twins/use-twin.ts";
import { useTableExport } from "../ui/exports/use-export.ts";
import { SplitPane } from "../ui/SplitPane.tsx";
import { bidTables } from "./bid-tables.ts";
import { CasesTable } from "./CasesTable.tsx";
import { CashFlowChart } from "./CashFlowChart.tsx";
import { FillStrip } from "./FillStrip.tsx";
import { GroundsStrip } from "./GroundsStrip.tsx";
import { LoansView } from "./LoansView.tsx";
import { MarketCheckLine } from "./MarketCheckLine.tsx";
import { PriceGauge } from "./PriceGauge.tsx";
import { ValidityStrip } from "./ValidityStrip.tsx";

interface BidViewProps {
  readonly dealId: number;
  readonly deal: Deal | undefined;
  readonly result: PricingResult;
}

/** What the loans have of the view at first; the bid, its figures and its flows are above. */
const firstLoanShare = 0.45;

/** Where the bid is made: its figures above, the loans below, and a bar to give either more room. */
export function BidView(props: BidViewProps) {
  const { t } = useTranslation();
  const share = useLayout((state) => state.loanShare);
  const [openFigure, setOpenFigure] = useState<OpenFigure | null>(null);
  return (
    <>
      <SplitPane
        top={<BidFigures {...props} onExplain={setOpenFigure} />}
        bottom={<LoansView dealId={props.dealId} canEnlarge />}
        share={share}
        onChange={(loanShare) => changeLayout({ loanShare })}
        firstShare={firstLoanShare}
        label={t("layout.loanSplitter")}
        testId="loan-splitter"
      />
      <FigureDrawer dealId={props.dealId} opened={openFigure} onClose={() => setOpenFigure(null)} />
    </>
  );
}

interface BidFiguresProps extends BidViewProps {
  readonly onExplain: (opened: OpenFigure) => void;
}

/** Cases and flows, what was filled and failed; below each other where the room is narrow. */
function BidFigures({ dealId, deal, result, onExplain }: BidFiguresProps) {
  const caseName = useWorkbench((state) => state.caseName);
  const selectCase = useWorkbench((state) => state.selectCase);
  const averages = useCall("market.averages", undefined).data;
  const selected = result.cases.find((one) => one.caseName === caseName);
  // Figures are painted first; the chart follows when there is time.
  const charted = useDeferredValue(selected);
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const isBeyondLost = useWorkbench((state) => state.isBeyondLost);
  const beyondUnknown = t(isBeyondLost ? "figure.lost" : "figure.pending");
  const twin = useTwin({ dealId });
  useCommand("exportTwin", twin.save, !twin.isBusy);
  const exporting = useTableExport(t("exports.bid"), () => bidTables(result, unit, language, t, beyondUnknown));
  return (
    <>
      <BidRemarks result={result} />
      {deal === undefined ? null : <MarketCheckLine dealKind={deal.kind} result={result} />}
      <Box
        {...exporting.place}
        sx={{
          display: "grid",
          // Never narrower than the table: what it holds would run into the chart.
          gridTemplateColumns: "minmax(min-content, max-content) minmax(240px, 1fr)",
          flexShrink: 0,
          "@container (max-width: 729px)": { gridTemplateColumns: "minmax(0, 1fr)" },
        }}
      >
        <Box sx={{ borderRight: 1, borderColor: "divider", minWidth: 0 }}>
          <CasesTable
            result={result}
            caseName={caseName}
            onSelect={selectCase}
            onExplain={onExplain}
            exporting={exporting}
            twin={twin}
            beyondUnknown={beyondUnknown}
          />
        </Box>
        <Box sx={{ minWidth: 0, display: "flex", flexDirection: "column" }}>
          <PriceGauge measures={selected?.atBidPrice ?? null} average={averages?.find((average) => average.dealKind === deal?.kind) ?? null} />
          <Box sx={{ borderTop: 1, borderColor: "divider" }}>
            {charted === undefined ? null : <CashFlowChart result={charted} height={270} onExplain={onExplain} />}
          </Box>
        </Box>
      </Box>
      <ValidityStrip failed={result.validity} />
      <FillStrip fills={result.fills} />
      <GroundsStrip result={result} />
    </>
  );
}
