import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Backup } from "../../shared/domain/backup.ts";
import { formatDateTime } from "../../shared/format.ts";
import { call, useAction, useCall } from "../desk/desk-client.ts";
import { showNotice, useSession } from "../desk/session-store.ts";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { BackupPlanPanel } from "./BackupPlanPanel.tsx";
import { BackupTable } from "./BackupTable.tsx";
import { RestoreDialog } from "./RestoreDialog.tsx";

interface Asked {
  readonly backup: Backup;
  readonly deed: "restore" | "remove";
}

/** Backups: to make, to restore, and by which plan the desk makes them itself. */
export function BackupsView() {
  const { t } = useTranslation();
  const list = useCall("backups.list", undefined);
  const isEncrypted = useSession(({ info }) => info?.isEncrypted === true);
  const making = useAction("backups.make");
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const make = async () => {
    const made = await making.run();
    if (made !== undefined) showNotice(t("backups.made", made));
  };
  if (list.error !== undefined) return <ErrorAlert error={list.error} onRetry={list.reload} />;
  if (list.data === undefined) return <LinearProgress aria-label={t("common.loading")} />;
  const { backups, restoredFrom, hasFailed } = list.data;
  return (
    <>
      {restoredFrom !== null && (
        <Alert severity="success" data-testid="restored-from">
          {t("backups.restored", { fileName: restoredFrom })}
        </Alert>
      )}
      {hasFailed && <Alert severity="warning">{t("backups.failed")}</Alert>}
      <TitledPanel
        title={t("backups.list")}
        actions={
          <Button variant="contained" size="small" loading={making.busy} onClick={() => void make()} data-testid="make-backup">
            {t("backups.make")}
          </Button>
        }
      >
        <ErrorAlert error={making.error} />
        {backups.length === 0 ? (
          <EmptyState title={t("backups.none")} text={t("backups.noneText")} />
        ) : (
          <BackupTable backups={backups} onAsk={(backup, deed) => setAsked({ backup, deed })} />
        )}
        <Typography variant="body2" sx={{ p: 1 }}>
          {t(isEncrypted ? "backups.encrypted" : "backups.plain")}
        </Typography>
      </TitledPanel>
      <BackupPlanPanel list={list.data} />
      {asked?.deed === "restore" && <RestoreDialog backup={asked.backup} onClose={close} />}
      {asked?.deed === "remove" && <RemoveQuestion backup={asked.backup} onClose={close} />}
    </>
  );
}

function RemoveQuestion({ backup, onClose }: { readonly backup: Backup; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <ConfirmDialog
      title={t("backups.removeTitle", { madeAt: formatDateTime(backup.madeAt) })}
      text={t("backups.removeText")}
      confirmText={t("common.remove")}
      act={async () => {
        await call("backups.remove", { backupId: backup.id });
        showNotice(t("backups.removed"));
      }}
      onClose={onClose}
      testId="remove-backup-confirm"
    />
  );
}
