import FileDownloadOutlined from "@mui/icons-material/FileDownloadOutlined";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import Tooltip from "@mui/material/Tooltip";
import { useTranslation } from "react-i18next";
import type { Exporting } from "./use-export.ts";

interface ExportButtonProps {
  readonly exporting: Exporting;
  /** What is exported, for who doesn't see the button's place. */
  readonly name: string;
  readonly testId: string;
  /** In a head without room for words: as large as the icons beside it. */
  readonly icon?: "small" | "tiny";
  readonly disabled?: boolean;
}

/** Saves a table as a workbook or as a list. */
export function ExportButton({ exporting: { save, isBusy }, name, testId, icon, disabled = false }: ExportButtonProps) {
  const { t } = useTranslation();
  const label = t("exports.buttonOf", { name });
  // Beside what is read: arrows reach it, Tab comes to the figures first.
  const shared = { "aria-label": label, "data-testid": testId, "data-aside": true, onClick: save, loading: isBusy, disabled } as const;
  return (
    <Tooltip title={t("exports.hint")}>
      <span>
        {icon !== undefined ? (
          <IconButton size="small" {...shared} {...(icon === "tiny" ? { sx: { p: 0.25 } } : {})}>
            <FileDownloadOutlined fontSize={icon} />
          </IconButton>
        ) : (
          <Button size="small" startIcon={<FileDownloadOutlined fontSize="small" />} loadingPosition="start" {...shared}>
            {t("exports.button")}
          </Button>
        )}
      </span>
    </Tooltip>
  );
}
