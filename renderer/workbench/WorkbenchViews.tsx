import Box from "@mui/material/Box";
import LinearProgress from "@mui/material/LinearProgress";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import { useTranslation } from "react-i18next";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import { navigate, useRoute, type WorkbenchView, workbenchViews } from "../desk/routes.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { AnalysisView } from "./AnalysisView.tsx";
import { BidView } from "./BidView.tsx";

interface WorkbenchViewsProps {
  readonly dealId: number;
  readonly deal: Deal | undefined;
}

/** The views beside the assumptions, one at a time. */
export function WorkbenchViews({ dealId, deal }: WorkbenchViewsProps) {
  const { t } = useTranslation();
  const result = useWorkbench((state) => state.result);
  const failure = useWorkbench((state) => state.failure);
  const route = useRoute();
  const view = (route.screen === "workbench" ? route.view : undefined) ?? "bid";
  return (
    <Box sx={{ display: "flex", flexDirection: "column", minHeight: 0, minWidth: 0, overflow: "auto" }}>
      <Tabs
        value={view}
        onChange={(_event, next: WorkbenchView) => navigate({ screen: "workbench", dealId, view: next })}
        sx={{ minHeight: 36, borderBottom: 1, borderColor: "divider", flexShrink: 0 }}
      >
        {workbenchViews.map((key) => (
          <Tab key={key} value={key} label={t(`pricing.view.${key}`)} data-testid={`view-${key}`} sx={{ minHeight: 36, py: 0 }} />
        ))}
      </Tabs>
      {result === null ? (
        failure === null && <LinearProgress aria-label={t("pricing.status.pricing")} />
      ) : view === "bid" ? (
        <BidView dealId={dealId} deal={deal} result={result} />
      ) : (
        <AnalysisView view={view} dealId={dealId} />
      )}
    </Box>
  );
}
