import PrintOutlined from "@mui/icons-material/PrintOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import GlobalStyles from "@mui/material/GlobalStyles";
import LinearProgress from "@mui/material/LinearProgress";
import { useTranslation } from "react-i18next";
import type { PaperSize } from "../../shared/contract/app-channels.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { useAnalysis } from "../analyses/use-analysis.ts";
import { call } from "../desk/desk-client.ts";
import { showError, showNotice, useLanguage, useMoneyUnit, useSession, useSettings } from "../desk/session-store.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { ExportButton } from "../ui/exports/ExportButton.tsx";
import { useTableExport } from "../ui/exports/use-export.ts";
import { PageHeader } from "../ui/PageHeader.tsx";
import { StrataBar } from "./StrataBar.tsx";
import { StrataReading } from "./StrataReading.tsx";
import { cutOf, useStrataLook } from "./strata-look.ts";
import { strataTables } from "./strata-tables.ts";

/** On paper there are the tables and the chart, and nothing else of the window. */
const onPaper = (paper: PaperSize) => ({
  "@media print": {
    "@page": { size: `${paper} landscape`, margin: "10mm" },
    "html, body, #root, #root *": { overflow: "visible !important" },
    "html, body, #root, #root > div, #root > div > div, main": { height: "auto !important", display: "block !important" },
    "nav, footer, body > :not(#root), [data-off-paper], figure button": { display: "none !important" },
  },
});

const shownLines = 30;
const largestShown = 10;

/** The package of a deal cut by one field or by two, as a table, as bars, and by its largest parts. */
export function StrataView({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const { widePaper } = useSettings();
  const unitName = moneyUnitLabel(unit, useLanguage());
  const dealName = useSession(({ openDeal }) => openDeal?.name ?? "");
  const answers = useWorkbench((state) => state.answers);
  const caseName = useWorkbench((state) => state.caseName);
  const pricingFailure = useWorkbench((state) => state.failure);
  const [look, change] = useStrataLook(dealId);
  const { measure } = look;
  const rows = cutOf(look, look.rows);
  const columns = look.columns === null ? null : cutOf(look, look.columns);
  const largestCut = cutOf(look, look.concentration);
  const cut = useAnalysis("strata.cut", { dealId, caseName, rows, columns, measure, most: shownLines }, answers);
  const largest = useAnalysis("strata.cut", { dealId, caseName, rows: largestCut, columns: null, measure, most: largestShown }, answers);
  const isRunning = cut.isRunning || largest.isRunning;
  const exporting = useTableExport(t("nav.strata"), () => {
    if (cut.data === undefined) return [];
    return strataTables(cut.data, largest.data ?? null, unit, t);
  });
  const print = async () => {
    if (await call("app.printPage", { paper: widePaper })) showNotice(t("strata.printed"));
  };
  return (
    <Box {...exporting.place} data-testid="strata-view" data-running={isRunning} sx={{ display: "flex", flexDirection: "column", flex: 1, minHeight: 0 }}>
      <GlobalStyles styles={onPaper(widePaper)} />
      <PageHeader title={t("nav.strata")} subtitle={t("strata.subtitle", { deal: dealName, caseName: t(`code.caseName.${caseName}`), unit: unitName })}>
        <Box data-off-paper sx={{ display: "flex", gap: 1 }}>
          <ExportButton exporting={exporting} name={t("nav.strata")} testId="strata-export" disabled={cut.data === undefined} />
          <Button
            size="small"
            startIcon={<PrintOutlined fontSize="small" />}
            disabled={isRunning}
            onClick={() => void print().catch(showError)}
            data-testid="strata-print"
          >
            {t("strata.print")}
          </Button>
        </Box>
      </PageHeader>
      <StrataBar look={look} onChange={change} />
      <Box sx={{ height: 3, my: 0.5 }}>{isRunning ? <LinearProgress aria-label={t("strata.cutting")} sx={{ height: 3 }} /> : null}</Box>
      <ErrorAlert error={pricingFailure ?? cut.failure ?? largest.failure} onRetry={cut.retry} />
      <StrataReading dealId={dealId} cut={cut.data} largest={largest.data} onField={(concentration) => change({ concentration })} />
    </Box>
  );
}
