import FormControlLabel from "@mui/material/FormControlLabel";
import LinearProgress from "@mui/material/LinearProgress";
import Switch from "@mui/material/Switch";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { QualityKind } from "../../shared/domain/quality.ts";
import { useCall } from "../desk/desk-client.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { Pager } from "../ui/Pager.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import type { WantedConfirmation } from "./ConfirmExceptionsDialog.tsx";
import { ExceptionTable } from "./ExceptionTable.tsx";

interface ExceptionPanelProps {
  readonly dealId: number;
  readonly kind: QualityKind;
  /** Null: nothing may be changed. */
  readonly onConfirm: ((wanted: WantedConfirmation) => void) | null;
}

const pageSize = 50;

/** The rows that are exceptions of one kind. */
export function ExceptionPanel({ dealId, kind, onConfirm }: ExceptionPanelProps) {
  const { t } = useTranslation();
  const [page, setPage] = useState(0);
  const [onlyOpen, setOnlyOpen] = useState(false);
  const listed = useCall("quality.rows", { dealId, kind, onlyOpen, offset: page * pageSize, limit: pageSize });
  const { data } = listed;
  // The last of a page may have been confirmed away.
  if (data !== undefined && page > 0 && page * pageSize >= data.total && !listed.loading) setPage(0);
  const only = (
    <FormControlLabel
      control={
        <Switch
          size="small"
          checked={onlyOpen}
          onChange={(_event, checked) => {
            setOnlyOpen(checked);
            setPage(0);
          }}
          data-testid="only-open"
        />
      }
      label={t("quality.onlyOpen")}
      slotProps={{ typography: { variant: "body2" } }}
    />
  );
  return (
    <TitledPanel title={t("quality.rowsOf", { kind: t(`quality.is.${kind}`) })} label={t("quality.rowsOf", { kind: t(`quality.is.${kind}`) })} actions={only}>
      <ErrorAlert error={listed.error} onRetry={listed.reload} />
      {data === undefined ? (
        <LinearProgress aria-label={t("quality.working")} />
      ) : data.total === 0 ? (
        <Typography variant="body2" color="textSecondary" sx={{ px: 1, pb: 1 }}>
          {t("quality.noRows")}
        </Typography>
      ) : (
        <>
          <ExceptionTable dealId={dealId} kind={kind} rows={data.rows} onConfirm={onConfirm} />
          <Pager count={data.total} size={pageSize} page={page} onPage={setPage} />
        </>
      )}
    </TitledPanel>
  );
}
