import ImageOutlined from "@mui/icons-material/ImageOutlined";
import IconButton from "@mui/material/IconButton";
import Tooltip from "@mui/material/Tooltip";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ChartPictureDialog } from "./ChartPictureDialog.tsx";
import type { PictureOf } from "./chart-picture.ts";

interface ChartPictureButtonProps extends Pick<PictureOf, "option" | "legend" | "height"> {
  readonly label: string;
  readonly isReady: boolean;
}

/** Opens a chart alone, to be copied, saved or printed. */
export function ChartPictureButton({ label, isReady, ...picture }: ChartPictureButtonProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const name = t("chart.open", { title: label });
  return (
    <>
      <Tooltip title={t("chart.openShort")}>
        <span style={{ position: "absolute", right: 0, top: 0, zIndex: 1 }}>
          <IconButton aria-label={name} size="small" disabled={!isReady} onClick={() => setIsOpen(true)} sx={{ p: 0.25 }} data-testid="chart-picture">
            <ImageOutlined fontSize="small" />
          </IconButton>
        </span>
      </Tooltip>
      {isOpen ? <ChartPictureDialog {...picture} title={label} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}
