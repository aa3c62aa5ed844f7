import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import { useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { formatRate } from "../../shared/format.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { FinancingChart } from "./FinancingChart.tsx";
import { FinancingTable } from "./FinancingTable.tsx";
import { FinancingTerms } from "./FinancingTerms.tsx";

/** How the price is paid and with whose money: terms on top, what they do to each case below. */
export function FinancingView() {
  const { t } = useTranslation();
  const draft = useWorkbench((state) => state.draft);
  const result = useWorkbench((state) => state.result);
  const caseName = useWorkbench((state) => state.caseName);
  const selectCase = useWorkbench((state) => state.selectCase);
  // Figures are painted first; the chart follows when there is time.
  const charted = useDeferredValue(result?.cases.find((one) => one.caseName === caseName));
  if (draft === null || result === null) return null;
  const { leverage } = draft.assumptions;
  const isAboveLimit = leverage.isOn && leverage.debtShare > leverage.warnAboveDebtShare;
  const isPaidByEquity = result.cases.some((one) => (one.atBidPrice.levered?.maturityFromEquityFen ?? 0) > 0);
  return (
    <Box data-testid="financing-view" sx={{ minWidth: 0 }}>
      <FinancingTerms draft={draft} />
      {isAboveLimit ? (
        <Alert severity="warning" data-testid="debt-share-warning" sx={{ borderRadius: 0, py: 0 }}>
          {t("financing.view.aboveLimit", { share: formatRate(leverage.debtShare, 1), limit: formatRate(leverage.warnAboveDebtShare, 1) })}
        </Alert>
      ) : null}
      {isPaidByEquity ? (
        <Alert severity="info" sx={{ borderRadius: 0, py: 0 }}>
          {t("financing.view.equityAtMaturity")}
        </Alert>
      ) : null}
      <Box sx={{ display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(440px, 1fr))" }}>
        <Box sx={{ borderRight: 1, borderColor: "divider", minWidth: 0 }}>
          <FinancingTable result={result} leverage={leverage} caseName={caseName} onSelect={selectCase} />
        </Box>
        <Box sx={{ position: "sticky", top: 0, alignSelf: "start", minWidth: 0 }}>
          {charted === undefined ? null : <FinancingChart result={charted} height={400} />}
        </Box>
      </Box>
    </Box>
  );
}
