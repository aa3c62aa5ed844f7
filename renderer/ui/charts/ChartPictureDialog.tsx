import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import GlobalStyles from "@mui/material/GlobalStyles";
import { useTheme } from "@mui/material/styles";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../desk/desk-client.ts";
import { showNotice } from "../../desk/session-store.ts";
import { fontFamily as deskFont } from "../../desk/type-scale.ts";
import { ErrorAlert } from "../ErrorAlert.tsx";
import { useChartFonts } from "./chart-fonts.ts";
import { drawPicture, type PictureOf } from "./chart-picture.ts";

interface ChartPictureDialogProps extends Pick<PictureOf, "option" | "legend" | "height" | "title"> {
  readonly onClose: () => void;
}

interface Picture {
  readonly blob: Blob;
  readonly address: string;
}

/** On paper there is the picture and nothing else of the window. */
const onPaper = {
  "@media print": {
    "@page": { margin: "12mm" },
    "body *": { visibility: "hidden" },
    "[data-chart-picture]": { visibility: "visible", position: "fixed", left: 0, top: 0, width: "100%", height: "auto", maxHeight: "none" },
  },
};

/** A chart alone, as a picture: to copy, to save, to print. */
export function ChartPictureDialog({ title, onClose, ...shown }: ChartPictureDialogProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const image = useRef<HTMLImageElement>(null);
  const { picture, failure, setFailure } = useChartPicture({ ...shown, title });

  const act = async (work: () => Promise<unknown>) => {
    setFailure(undefined);
    await work().catch(setFailure);
  };
  const copy = async () => {
    const place = image.current?.getBoundingClientRect();
    if (place === undefined) return;
    await call("app.copyPictureAt", { x: Math.round(place.left + place.width / 2), y: Math.round(place.top + place.height / 2) });
    showNotice(t("chart.copied"));
  };
  const save = async () => {
    if (picture === null) return;
    const saved = await call("app.savePicture", { png: new Uint8Array(await picture.blob.arrayBuffer()), title: title.slice(0, 200) });
    if (saved !== null) showNotice(t("chart.saved", { fileName: saved.fileName }), saved.fileToken);
  };
  const print = async () => {
    if (await call("app.printPage", { paper: "A4" })) showNotice(t("chart.printed"));
  };
  return (
    <Dialog open onClose={onClose} maxWidth="lg" aria-labelledby={titleId}>
      <GlobalStyles styles={onPaper} />
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent>
        <ErrorAlert error={failure} />
        <Box sx={{ minWidth: 320, minHeight: 200 }} aria-busy={picture === null && failure === undefined}>
          {picture === null ? null : (
            <Box
              component="img"
              ref={image}
              src={picture.address}
              alt={title}
              data-chart-picture
              data-testid="chart-picture-image"
              sx={{ display: "block", maxWidth: "100%", maxHeight: "62vh", border: 1, borderColor: "divider" }}
            />
          )}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t("common.close")}
        </Button>
        <Button disabled={picture === null} onClick={() => void act(copy)} data-testid="chart-copy">
          {t("chart.copy")}
        </Button>
        <Button disabled={picture === null} onClick={() => void act(save)} data-testid="chart-save">
          {t("chart.save")}
        </Button>
        <Button disabled={picture === null} onClick={() => void act(print)} data-testid="chart-print">
          {t("chart.print")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** The picture once its fonts are there and it is drawn. */
function useChartPicture(shown: Omit<PictureOf, "theme" | "fontFamily">) {
  const theme = useTheme();
  const { option, title, legend, height } = shown;
  const { isReady, fontFamily } = useChartFonts(deskFont, option, [title]);
  const [picture, setPicture] = useState<Picture | null>(null);
  const [failure, setFailure] = useState<unknown>(undefined);
  useEffect(() => {
    if (!isReady) return;
    let address: string | null = null;
    let isCurrent = true;
    drawPicture({ option, title, legend, height, theme, fontFamily }).then(
      (blob) => {
        if (!isCurrent) return;
        address = URL.createObjectURL(blob);
        setPicture({ blob, address });
      },
      (error: unknown) => isCurrent && setFailure(error),
    );
    return () => {
      isCurrent = false;
      if (address !== null) URL.revokeObjectURL(address);
    };
  }, [option, title, legend, height, theme, fontFamily, isReady]);
  return { picture, failure, setFailure };
}
