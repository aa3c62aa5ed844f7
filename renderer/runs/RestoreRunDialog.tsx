import { useTranslation } from "react-i18next";
import type { PricingRun } from "../../shared/contract/run-channels.ts";
import { call } from "../desk/desk-client.ts";
import { navigate } from "../desk/routes.ts";
import { showNotice } from "../desk/session-store.ts";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";

interface RestoreRunDialogProps {
  readonly run: PricingRun;
  readonly dealName: string;
  readonly onClose: () => void;
}

/** Asks before a run becomes the deal's model, then goes to the workbench. */
export function RestoreRunDialog({ run, dealName, onClose }: RestoreRunDialogProps) {
  const { t } = useTranslation();
  const restore = async () => {
    await call("runs.restore", { runId: run.id });
    showNotice(t("runs.restored", { name: run.name }));
    navigate({ screen: "workbench", dealId: run.dealId });
  };
  return (
    <ConfirmDialog
      title={t("runs.restoreTitle")}
      text={t("runs.restoreText", { deal: dealName, name: run.name })}
      confirmText={t("runs.restore")}
      isDestructive={false}
      act={restore}
      onClose={onClose}
      testId="restore-run"
    />
  );
}
