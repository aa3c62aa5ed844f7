import CalculateOutlined from "@mui/icons-material/CalculateOutlined";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import Tooltip from "@mui/material/Tooltip";
import { useTranslation } from "react-i18next";
import type { Twin } from "./use-twin.ts";

interface TwinButtonProps {
  readonly twin: Twin;
  readonly testId: string;
  /** In a head without room for words. */
  readonly isIcon?: boolean;
  readonly disabled?: boolean;
}

/** Saves the Excel twin. */
export function TwinButton({ twin: { save, isBusy }, testId, isIcon = false, disabled = false }: TwinButtonProps) {
  const { t } = useTranslation();
  // Beside what is read: arrows reach it, Tab comes to the figures first.
  const shared = { "aria-label": t("twin.menu.title"), "data-testid": testId, "data-aside": true, onClick: save, loading: isBusy, disabled } as const;
  return (
    <Tooltip title={isIcon ? `${t("twin.menu.title")}: ${t("twin.menu.hint")}` : t("twin.menu.hint")}>
      <span>
        {isIcon ? (
          <IconButton size="small" {...shared} sx={{ p: 0.25 }}>
            <CalculateOutlined fontSize="tiny" />
          </IconButton>
        ) : (
          <Button size="small" startIcon={<CalculateOutlined fontSize="small" />} loadingPosition="start" {...shared}>
            {t("twin.menu.title")}
          </Button>
        )}
      </span>
    </Tooltip>
  );
}
