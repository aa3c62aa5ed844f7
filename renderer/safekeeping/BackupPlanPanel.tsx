import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { type BackupList, backupSchedules } from "../../shared/domain/backup.ts";
import { call } from "../desk/desk-client.ts";
import { showError } from "../desk/session-store.ts";
import { ToggleChoice } from "../ui/fields/ToggleChoice.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { PlanRow } from "./PlanRow.tsx";

const kept = [3, 7, 14, 30] as const;

/** How often the desk backs itself up, how many it keeps, and where. */
export function BackupPlanPanel({ list: { plan, folder } }: { readonly list: BackupList }) {
  const { t } = useTranslation();
  const set = (change: Partial<typeof plan>) => void call("backups.setPlan", { schedule: plan.schedule, keep: plan.keep, ...change }).catch(showError);
  const options = [...new Set([...kept, plan.keep])].toSorted((one, other) => one - other).map(String);
  return (
    <TitledPanel title={t("backups.plan")}>
      <PlanRow label={t("backups.schedule")}>
        <ToggleChoice
          label={t("backups.schedule")}
          options={backupSchedules}
          value={plan.schedule}
          textOf={(schedule) => t(`backups.scheduleOf.${schedule}`)}
          onChange={(schedule) => set({ schedule })}
        />
      </PlanRow>
      <PlanRow label={t("backups.keep")} text={t("backups.keepText")}>
        <ToggleChoice
          label={t("backups.keep")}
          options={options}
          value={String(plan.keep)}
          textOf={(count) => count}
          onChange={(count) => set({ keep: Number(count) })}
        />
      </PlanRow>
      <PlanRow label={t("backups.folder")} text={t("backups.folderText")}>
        <Box component="span" data-selectable data-testid="backup-folder" sx={{ wordBreak: "break-all", flex: 1 }}>
          {folder}
        </Box>
        <Button size="small" onClick={() => void call("backups.showFolder").catch(showError)}>
          {t("backups.showFolder")}
        </Button>
        {plan.folder !== null && (
          <Button size="small" onClick={() => void call("backups.chooseFolder", { isOwn: true }).catch(showError)} data-testid="own-backup-folder">
            {t("backups.ownFolder")}
          </Button>
        )}
        <Button
          size="small"
          variant="outlined"
          onClick={() => void call("backups.chooseFolder", { isOwn: false }).catch(showError)}
          data-testid="choose-backup-folder"
        >
          {t("backups.chooseFolder")}
        </Button>
      </PlanRow>
    </TitledPanel>
  );
}
