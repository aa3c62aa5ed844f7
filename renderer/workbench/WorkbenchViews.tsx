import MenuIcon from "@mui/icons-material/Menu";
import MenuOpenIcon from "@mui/icons-material/MenuOpen";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import LinearProgress from "@mui/material/LinearProgress";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import Tooltip from "@mui/material/Tooltip";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import { changeLayout, useLayout } from "../desk/layout-store.ts";
import { navigate, useRoute, type WorkbenchView, workbenchViews } from "../desk/routes.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { visuallyHidden } from "../ui/visually-hidden.ts";
import { AnalysisView } from "./AnalysisView.tsx";
import { BidView } from "./BidView.tsx";

interface WorkbenchViewsProps {
  readonly dealId: number;
  readonly deal: Deal | undefined;
}

/** Views that divide their height themselves; the others are as long as they are, and scroll. */
const fittedViews: readonly WorkbenchView[] = ["bid", "loans"];

/** The views beside the assumptions, one at a time. */
export function WorkbenchViews({ dealId, deal }: WorkbenchViewsProps) {
  const { t } = useTranslation();
  const result = useWorkbench((state) => state.result);
  const failure = useWorkbench((state) => state.failure);
  const route = useRoute();
  const view = (route.screen === "workbench" ? route.view : undefined) ?? "bid";
  return (
    <Box sx={{ display: "flex", flexDirection: "column", flex: 1, minHeight: 0, minWidth: 0 }}>
      <Box sx={{ display: "flex", alignItems: "center", borderBottom: 1, borderColor: "divider", flexShrink: 0 }}>
        <AssumptionsToggle />
        <Tabs
          value={view}
          onChange={(_event, next: WorkbenchView) => navigate({ screen: "workbench", dealId, view: next })}
          variant="scrollable"
          scrollButtons="auto"
          aria-label={t("layout.views")}
          sx={{ minHeight: 36, minWidth: 0, "& .MuiTab-root": { minHeight: 36, minWidth: 0, px: 1.5, py: 0 } }}
        >
          {workbenchViews.map((key) => (
            <Tab key={key} value={key} label={t(`pricing.view.${key}`)} data-testid={`view-${key}`} />
          ))}
        </Tabs>
      </Box>
      <Box
        {...(fittedViews.includes(view) ? {} : { tabIndex: 0 })}
        sx={{
          display: "flex",
          flexDirection: "column",
          flex: 1,
          minHeight: 0,
          minWidth: 0,
          overflow: fittedViews.includes(view) ? "hidden" : "auto",
          "&:focus-visible": { outline: 2, outlineColor: "primary.main", outlineOffset: -2 },
        }}
      >
        <Typography component="h2" sx={visuallyHidden}>
          {t(`pricing.view.${view}`)}
        </Typography>
        {result === null ? (
          failure === null && <LinearProgress aria-label={t("pricing.status.pricing")} />
        ) : view === "bid" ? (
          <BidView dealId={dealId} deal={deal} result={result} />
        ) : (
          <AnalysisView view={view} dealId={dealId} />
        )}
      </Box>
    </Box>
  );
}

/** Folds the assumptions away and brings them back. */
function AssumptionsToggle() {
  const { t } = useTranslation();
  const areFolded = useLayout((state) => state.areAssumptionsFolded);
  const label = t(areFolded ? "layout.showAssumptions" : "layout.foldAssumptions");
  return (
    <Tooltip title={label}>
      <IconButton
        aria-label={label}
        aria-expanded={!areFolded}
        data-testid="fold-assumptions"
        onClick={() => changeLayout({ areAssumptionsFolded: !areFolded })}
        sx={{ mx: 0.5 }}
      >
        {areFolded ? <MenuIcon fontSize="small" /> : <MenuOpenIcon fontSize="small" />}
      </IconButton>
    </Tooltip>
  );
}
