import Box from "@mui/material/Box";
import { useDeferredValue, useState } from "react";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import type { PricingResult } from "../../shared/domain/pricing-results.ts";
import { useCall } from "../desk/desk-client.ts";
import { LoanTable } from "../loans/LoanTable.tsx";
import { useWorkbench } from "../model/use-workbench.ts";
import { FigureDrawer, type OpenFigure } from "../traces/FigureDrawer.tsx";
import { TraceDrawer } from "../traces/TraceDrawer.tsx";
import { CasesTable } from "./CasesTable.tsx";
import { CashFlowChart } from "./CashFlowChart.tsx";
import { FillStrip } from "./FillStrip.tsx";
import { PriceGauge } from "./PriceGauge.tsx";
import { ValidityStrip } from "./ValidityStrip.tsx";

interface BidViewProps {
  readonly dealId: number;
  readonly deal: Deal | undefined;
  readonly result: PricingResult;
}

/** Where the bid is made: cases and flows, what was filled and failed, the loans; figures and loans open to how they came about. */
export function BidView({ dealId, deal, result }: BidViewProps) {
  const caseName = useWorkbench((state) => state.caseName);
  const selectCase = useWorkbench((state) => state.selectCase);
  const averages = useCall("market.averages", undefined).data;
  const [openFigure, setOpenFigure] = useState<OpenFigure | null>(null);
  const [openLoan, setOpenLoan] = useState<number | null>(null);
  const selected = result.cases.find((one) => one.caseName === caseName);
  // Figures are painted first; the chart follows when there is time.
  const charted = useDeferredValue(selected);
  return (
    <>
      <Box sx={{ display: "grid", gridTemplateColumns: "minmax(450px, max-content) minmax(280px, 1fr)", flexShrink: 0 }}>
        <Box sx={{ borderRight: 1, borderColor: "divider", minWidth: 0 }}>
          <CasesTable result={result} caseName={caseName} onSelect={selectCase} onExplain={setOpenFigure} />
        </Box>
        <Box sx={{ minWidth: 0, display: "flex", flexDirection: "column" }}>
          <PriceGauge
            priceToPrincipal={selected?.atBidPrice.priceToPrincipal ?? null}
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
      <TraceDrawer dealId={dealId} caseName={caseName} loanId={openLoan} onClose={() => setOpenLoan(null)} />
      <FigureDrawer dealId={dealId} opened={openFigure} onClose={() => setOpenFigure(null)} />
    </>
  );
}
