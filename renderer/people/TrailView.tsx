import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { headText, type TrailFilter } from "../../shared/domain/audit.ts";
import { formatNumber } from "../../shared/format.ts";
import { call, useCall } from "../desk/desk-client.ts";
import { showError, showNotice } from "../desk/session-store.ts";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { Pager } from "../ui/Pager.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { TrailFilterBar } from "./TrailFilterBar.tsx";
import { TrailTable } from "./TrailTable.tsx";
import { trailColumns } from "./trail-text.ts";
import { VerifyTrail } from "./VerifyTrail.tsx";

const pageSize = 100;
const noFilter: TrailFilter = { dealId: null, personId: null, area: null };

/** What was done at this desk, the latest first; to filter, verify, export and erase. */
export function TrailView() {
  const { t } = useTranslation();
  const [filter, setFilter] = useState(noFilter);
  const [page, setPage] = useState(0);
  const [erasing, setErasing] = useState<string | null>(null);
  const trail = useCall("trail.list", { ...filter, offset: page * pageSize, limit: pageSize });
  const change = (next: TrailFilter) => {
    setPage(0);
    setFilter(next);
  };
  const save = async () => {
    const heads = [t("trail.title"), ...trailColumns.map((column) => t(`trail.column.${column}`))];
    const saved = await call("trail.export", { ...filter, fileName: [t("trail.title")], heads });
    if (saved !== null) showNotice(t("exports.saved", { fileName: saved.fileName, rows: formatNumber(saved.rows) }), saved.fileToken);
  };
  if (trail.error !== undefined) return <ErrorAlert error={trail.error} onRetry={trail.reload} />;
  if (trail.data === undefined) return <LinearProgress aria-label={t("common.loading")} />;
  const { total, events, head } = trail.data;
  if (head === null) return <EmptyState title={t("trail.empty")} text={t("trail.emptyText")} />;
  return (
    <>
      <TitledPanel
        title={t("trail.title")}
        actions={
          <Button size="small" onClick={() => void save().catch(showError)} data-testid="trail-export">
            {t("trail.export")}
          </Button>
        }
      >
        <Typography variant="body2" sx={{ px: 1 }} data-selectable data-testid="trail-head">
          {`${t("trail.head")} ${headText(head)} · ${t("trail.headNote")}`}
        </Typography>
        <VerifyTrail />
        <TrailFilterBar filter={filter} onChange={change} onErase={setErasing} />
        <TrailTable events={events} />
        <Box sx={{ py: 0.5 }}>
          <Pager count={total} size={pageSize} page={page} onPage={setPage} />
        </Box>
      </TitledPanel>
      {erasing !== null && filter.dealId !== null && <EraseQuestion dealId={filter.dealId} name={erasing} onClose={() => setErasing(null)} />}
    </>
  );
}

function EraseQuestion({ dealId, name, onClose }: { readonly dealId: number; readonly name: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <ConfirmDialog
      title={t("trail.eraseTitle", { name })}
      text={t("trail.eraseText")}
      confirmText={t("trail.erase")}
      act={async () => {
        const { erased } = await call("trail.erase", { dealId });
        showNotice(t("trail.erased", { count: erased }));
      }}
      onClose={onClose}
      testId="trail-erase-confirm"
    />
  );
}
