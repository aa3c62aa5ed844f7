import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { type ReactNode, useCallback, useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { formatRate } from "../../shared/format.ts";
import { LeverageEditor, TransitionEditor } from "../editors/LeverageEditors.tsx";
import { PaymentEditor } from "../editors/PaymentEditors.tsx";
import type { EditedValue, EditPath } from "../model/edit-path.ts";
import { type EditScope, EditScopeContext } from "../model/edit-scope.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { FinancingChart } from "./FinancingChart.tsx";
import { FinancingTable } from "./FinancingTable.tsx";

/** How the price is paid and with whose money: terms on top, what they do to each case below. */
export function FinancingView() {
  const { t } = useTranslation();
  const draft = useWorkbench((state) => state.draft);
  const result = useWorkbench((state) => state.result);
  const invalidPaths = useWorkbench((state) => state.invalidPaths);
  const caseName = useWorkbench((state) => state.caseName);
  const selectCase = useWorkbench((state) => state.selectCase);
  const editDraft = useWorkbench((state) => state.edit);
  // Figures are painted first; the chart follows when there is time.
  const charted = useDeferredValue(result?.cases.find((one) => one.caseName === caseName));
  const edit = useCallback((path: EditPath, next: EditedValue) => editDraft(["assumptions", ...path], next), [editDraft]);
  const scope = useMemo<EditScope | null>(() => {
    if (draft === null) return null;
    const own = [...invalidPaths].filter((key) => key.startsWith("assumptions.")).map((key) => key.slice("assumptions.".length));
    return { root: draft.assumptions, edit, invalidPaths: new Set(own), readOnly: false };
  }, [draft, edit, invalidPaths]);
  if (draft === null || result === null || scope === null) return null;
  const { payment, leverage } = draft.assumptions;
  const isAboveLimit = leverage.isOn && leverage.debtShare > leverage.warnAboveDebtShare;
  const isPaidByEquity = result.cases.some((one) => (one.atBidPrice.levered?.maturityFromEquityFen ?? 0) > 0);
  return (
    <Box data-testid="financing-view" sx={{ minWidth: 0 }}>
      <EditScopeContext value={scope}>
        <Box sx={{ display: "grid", gridTemplateColumns: "repeat(2, minmax(250px, 1fr))", borderBottom: 1, borderColor: "divider" }}>
          <Terms title={t("financing.view.payment")}>
            <PaymentEditor payment={payment} />
          </Terms>
          <Box sx={{ borderLeft: 1, borderColor: "divider" }}>
            <Terms title={t("financing.view.transition")}>
              <TransitionEditor />
            </Terms>
            <Terms title={t("financing.view.leverage")}>
              <LeverageEditor leverage={leverage} />
            </Terms>
          </Box>
        </Box>
      </EditScopeContext>
      {isAboveLimit ? (
        <Alert severity="warning" data-testid="debt-share-warning" sx={{ borderRadius: 0, py: 0, fontSize: 12.5 }}>
          {t("financing.view.aboveLimit", { share: formatRate(leverage.debtShare, 1), limit: formatRate(leverage.warnAboveDebtShare, 1) })}
        </Alert>
      ) : null}
      {isPaidByEquity ? (
        <Alert severity="info" sx={{ borderRadius: 0, py: 0, fontSize: 12.5 }}>
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

function Terms({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Box component="section" sx={{ px: 1.5, py: 1, minWidth: 0, "& + &": { borderTop: 1, borderColor: "divider" } }}>
      <Typography component="h3" sx={{ fontSize: 12.5, fontWeight: 600 }}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}
