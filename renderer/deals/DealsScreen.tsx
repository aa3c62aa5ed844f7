import Add from "@mui/icons-material/Add";
import FolderOpenOutlined from "@mui/icons-material/FolderOpenOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import { call, useAction, useCall } from "../desk/desk-client.ts";
import { navigate } from "../desk/routes.ts";
import { setOpenDeal, showError, showNotice, useSession } from "../desk/session-store.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { DealDialog } from "./DealDialog.tsx";
import { DealFilterBar } from "./DealFilterBar.tsx";
import { DealsGrid } from "./DealsGrid.tsx";
import { filterDeals, noFilters } from "./deal-filters.ts";

/** Opens the step of a deal at which the work goes on. */
function openDeal(deal: Deal): void {
  setOpenDeal(deal);
  navigate({ screen: deal.package ? "workbench" : "tape", dealId: deal.id });
}

export function DealsScreen() {
  const { t } = useTranslation();
  const [archived, setArchived] = useState(false);
  const [filters, setFilters] = useState(noFilters);
  const [edited, setEdited] = useState<Deal | "new" | null>(null);
  const { data: deals, error, loading, reload } = useCall("deals.list", { archived });
  const sample = useAction("deals.openSample");
  const shown = useMemo(() => filterDeals(deals ?? [], filters), [deals, filters]);

  const archive = useCallback(
    async (deal: Deal) => {
      try {
        await call("deals.archive", { dealId: deal.id, archived: !deal.archived });
        if (useSession.getState().openDeal?.id === deal.id) setOpenDeal(null);
        showNotice(t(deal.archived ? "deals.restored" : "deals.archived", { name: deal.name }));
      } catch (failure) {
        showError(failure);
      }
    },
    [t],
  );
  const commands = useMemo(() => ({ onOpen: openDeal, onEdit: setEdited, onArchive: (deal: Deal) => void archive(deal) }), [archive]);

  const openSample = async () => {
    const deal = await sample.run();
    if (deal) openDeal(deal);
  };
  const newDealButton = (
    <Button variant="contained" startIcon={<Add />} data-testid="new-deal" onClick={() => setEdited("new")}>
      {t("deals.newDeal")}
    </Button>
  );
  const sampleButton = (
    <Button
      variant="outlined"
      loading={sample.busy}
      loadingPosition="start"
      startIcon={<FolderOpenOutlined />}
      data-testid="open-sample"
      onClick={() => void openSample()}
    >
      {t(sample.busy ? "deals.openingSample" : "deals.openSample")}
    </Button>
  );
  const isFirstRun = deals?.length === 0 && !archived;
  const hasRegister = deals !== undefined && !isFirstRun;

  return (
    <>
      <PageHeader title={t("deals.title")}>
        {hasRegister && sampleButton}
        {hasRegister && newDealButton}
      </PageHeader>
      {sample.busy && <LinearProgress aria-label={t("deals.openingSample")} />}
      <Box sx={{ px: 2, "& > *": { mt: 1 } }}>
        <ErrorAlert error={sample.error} onClose={sample.clearError} />
        <ErrorAlert error={error} onRetry={reload} />
      </Box>
      {isFirstRun ? (
        <EmptyState icon={<FolderOpenOutlined />} title={t("deals.emptyTitle")} text={t("deals.emptyText")}>
          {sampleButton}
          {newDealButton}
          <Button color="inherit" data-testid="show-archived" onClick={() => setArchived(true)}>
            {t("deals.showArchived")}
          </Button>
        </EmptyState>
      ) : (
        <>
          <DealFilterBar
            filters={filters}
            onChange={setFilters}
            archived={archived}
            onArchivedChange={setArchived}
            shown={shown.length}
            total={deals?.length ?? 0}
          />
          {archived && deals?.length === 0 ? (
            <EmptyState title={t("deals.emptyArchivedTitle")} text={t("deals.emptyArchivedText")} />
          ) : (
            <Box sx={{ flex: 1, minHeight: 0, borderTop: 1, borderColor: "divider" }}>
              <DealsGrid deals={shown} loading={loading && !deals} commands={commands} />
            </Box>
          )}
        </>
      )}
      {edited !== null && (
        <DealDialog
          deal={edited === "new" ? null : edited}
          onClose={() => setEdited(null)}
          onSaved={(deal) => {
            setEdited(null);
            if (edited === "new") openDeal(deal);
            else if (useSession.getState().openDeal?.id === deal.id) setOpenDeal(deal);
          }}
        />
      )}
    </>
  );
}
