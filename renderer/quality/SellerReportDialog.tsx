import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import FormControlLabel from "@mui/material/FormControlLabel";
import Typography from "@mui/material/Typography";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { languages } from "../../shared/domain/codes.ts";
import { formatNumber } from "../../shared/format.ts";
import { useAction } from "../desk/desk-client.ts";
import { showNotice, useSettings } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { useFileName } from "../ui/exports/use-export.ts";
import { ToggleChoice } from "../ui/fields/ToggleChoice.tsx";

interface SellerReportDialogProps {
  readonly dealId: number;
  readonly onClose: () => void;
}

/** The report on the tape for its seller, in either language: as a workbook with room for answers, or on pages. */
export function SellerReportDialog({ dealId, onClose }: SellerReportDialogProps) {
  const { t, i18n } = useTranslation();
  const settings = useSettings();
  const titleId = useId();
  const [language, setLanguage] = useState(settings.language);
  const [isMasked, setMasked] = useState(true);
  const fileName = useFileName(i18n.getFixedT(language)("quality.reportFile"));
  const save = useAction("quality.saveReport");
  const print = useAction("quality.printReport");
  const request = () => ({ dealId, language, unit: settings.moneyUnit, isMasked, fileName: fileName() });
  const saveWorkbook = async () => {
    const saved = await save.run(request());
    if (saved) showNotice(t("quality.reportSaved", { fileName: saved.fileName, rows: formatNumber(saved.rows) }), saved.fileToken);
  };
  const savePdf = async () => {
    const saved = await print.run(request());
    if (saved) showNotice(t("quality.reportPrinted", { fileName: saved.fileName, pages: formatNumber(saved.pages) }), saved.fileToken);
  };
  const isBusy = save.busy || print.busy;
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t("quality.reportTitle")}</DialogTitle>
      <DialogContent dividers sx={{ display: "flex", flexDirection: "column", gap: 1.5 }}>
        <Typography variant="body2">{t("quality.reportText")}</Typography>
        <ToggleChoice
          label={t("quality.reportLanguage")}
          options={languages}
          value={language}
          textOf={(option) => t(`code.language.${option}`)}
          onChange={setLanguage}
        />
        <FormControlLabel
          control={<Checkbox checked={isMasked} onChange={(_event, checked) => setMasked(checked)} data-testid="report-masked" />}
          label={t("quality.reportMasked")}
        />
        <ErrorAlert error={save.error ?? print.error} />
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t("common.close")}
        </Button>
        <Button variant="outlined" loading={print.busy} disabled={isBusy} onClick={() => void savePdf()} data-testid="report-pdf">
          {t("quality.reportPdf")}
        </Button>
        <Button variant="contained" loading={save.busy} disabled={isBusy} onClick={() => void saveWorkbook()} data-testid="report-workbook">
          {t("quality.reportWorkbook")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
