import Add from "@mui/icons-material/Add";
import FolderOpenOutlined from "@mui/icons-material/FolderOpenOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import { useTranslation } from "react-i18next";
import { DueStrip } from "../calendar/DueStrip.tsx";
import { call, useAction, useCall } from "../desk/desk-client.ts";
import { useLeftDraft } from "../desk/kept-draft.ts";
import { changeRegister, useLayout } from "../desk/layout-store.ts";
import { openDeal } from "../desk/open-deal.ts";
import { navigate, useRoute } from "../desk/routes.ts";
import { showError } from "../desk/session-store.ts";
import { PortfolioPage } from "../portfolio/PortfolioPage.tsx";
import { PortfolioStrip } from "../portfolio/PortfolioStrip.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { FileJobProgress } from "../ui/files/FileJobProgress.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { DealRegister } from "./DealRegister.tsx";
import { useDealCommands } from "./deal-commands.ts";
import { editDeal } from "./deal-dialog-store.ts";
import { useDroppedTape } from "./use-dropped-tape.ts";

/** The home screen: the register of deals, or all of them together. */
export function DealsScreen() {
  const { t } = useTranslation();
  const route = useRoute();
  if (route.screen !== "deals" || route.view !== "portfolio") return <RegisterScreen />;
  return (
    <>
      <PageHeader title={t("portfolio.title")}>
        <Button variant="outlined" onClick={() => navigate({ screen: "deals" })} data-testid="show-register">
          {t("portfolio.register")}
        </Button>
      </PageHeader>
      <PortfolioPage />
    </>
  );
}

/** The register of deals; before the first one, the ways to begin. */
function RegisterScreen() {
  const { t } = useTranslation();
  const archived = useLayout((state) => state.register.archived);
  const setArchived = (next: boolean) => changeRegister({ archived: next });
  const { data: deals, error, loading, reload } = useCall("deals.list", { archived });
  const sample = useAction("deals.openSample");
  const commands = useDealCommands();
  const reading = useDroppedTape();
  useLeftDraft({ form: "deal", dealId: null }, (dealId) => {
    if (dealId === null) editDeal("new");
    else call("deals.get", { dealId }).then(editDeal, showError);
  });
  const isFirstRun = deals?.length === 0 && !archived;
  const openSample = async () => {
    const deal = await sample.run();
    if (deal) openDeal(deal);
  };
  const beginnings = <Beginnings isOpeningSample={sample.busy} onOpenSample={() => void openSample()} onNew={() => editDeal("new")} />;
  return (
    <>
      <PageHeader title={t("deals.title")}>{deals !== undefined && !isFirstRun && beginnings}</PageHeader>
      {sample.busy && <LinearProgress aria-label={t("deals.openingSample")} />}
      <Box sx={{ px: 2, "& > *": { mt: 1 } }}>
        <ErrorAlert error={sample.error} onClose={sample.clearError} />
        <ErrorAlert error={error} onRetry={reload} />
        {reading === null ? null : <FileJobProgress kind="inspectTape" text={t("pricing.tape.inspecting", { fileName: reading.fileName })} />}
      </Box>
      {!isFirstRun && <DueStrip />}
      {deals !== undefined && deals.length > 1 && !archived && <PortfolioStrip />}
      {isFirstRun ? (
        <EmptyState icon={FolderOpenOutlined} title={t("deals.emptyTitle")} text={t("deals.emptyText")}>
          {beginnings}
          <Button color="inherit" data-testid="show-archived" onClick={() => setArchived(true)}>
            {t("deals.showArchived")}
          </Button>
        </EmptyState>
      ) : (
        <DealRegister deals={deals} archived={archived} onArchivedChange={setArchived} loading={loading} commands={commands} />
      )}
    </>
  );
}

interface BeginningsProps {
  readonly isOpeningSample: boolean;
  readonly onOpenSample: () => void;
  readonly onNew: () => void;
}

/** The ways to a deal that is not there yet. */
function Beginnings({ isOpeningSample, onOpenSample, onNew }: BeginningsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Button
        variant="outlined"
        loading={isOpeningSample}
        loadingPosition="start"
        startIcon={<FolderOpenOutlined />}
        data-testid="open-sample"
        onClick={onOpenSample}
      >
        {t(isOpeningSample ? "deals.openingSample" : "deals.openSample")}
      </Button>
      <Button variant="contained" startIcon={<Add />} data-testid="new-deal" onClick={onNew}>
        {t("deals.newDeal")}
      </Button>
    </>
  );
}
