import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import TextField from "@mui/material/TextField";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { GapPriceTag } from "../../shared/domain/scenario-results.ts";
import { formatMoneyWithUnit, formatNumber } from "../../shared/format.ts";
import { showNotice, useLanguage, useMoneyUnit } from "../desk/session-store.ts";

interface GapQuestionsDialogProps {
  readonly gaps: GapPriceTag;
  readonly dealName: string;
  readonly onClose: () => void;
}

/** The list of questions to the seller, dearest gap first, to be copied into a letter. */
export function GapQuestionsDialog({ gaps, dealName, onClose }: GapQuestionsDialogProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const field = useRef<HTMLTextAreaElement>(null);
  const lines = gaps.tags
    .filter(({ spreadFen }) => spreadFen > 0)
    .map(({ rule, loans, claimFen }, index) =>
      t("gaps.letterLine", {
        number: index + 1,
        ask: t(`gaps.asks.${rule}`),
        loans: formatNumber(loans),
        claim: formatMoneyWithUnit(claimFen, unit, language),
      }),
    );
  const copy = () => {
    // The page has no right to the clipboard's own interface; copying a selection needs none.
    field.current?.select();
    if (document.execCommand("copy")) showNotice(t("gaps.copyDone"));
  };
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-label={t("gaps.copyTitle")}>
      <DialogTitle>{t("gaps.copyTitle")}</DialogTitle>
      <DialogContent dividers>
        <TextField
          multiline
          fullWidth
          minRows={6}
          value={[t("gaps.letterHead", { deal: dealName }), ...lines].join("\n")}
          inputRef={field}
          slotProps={{ htmlInput: { readOnly: true, "aria-label": t("gaps.copyTitle"), "data-testid": "gap-letter" } }}
        />
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t("common.close")}
        </Button>
        <Button variant="contained" onClick={copy} data-testid="gap-copy">
          {t("gaps.copy")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
