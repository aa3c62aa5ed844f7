import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import TextField from "@mui/material/TextField";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import { languages } from "../../shared/domain/codes.ts";
import type { GapPriceTag } from "../../shared/domain/scenario-results.ts";
import { formatDate } from "../../shared/format.ts";
import { useAction } from "../desk/desk-client.ts";
import { showNotice, useSettings } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { DayField } from "../ui/fields/DayField.tsx";
import { ToggleChoice } from "../ui/fields/ToggleChoice.tsx";
import type { Entered } from "../ui/fields/unread.ts";
import { LeaveQuestion } from "../ui/LeaveQuestion.tsx";
import { useLeaving } from "../ui/use-leaving.ts";
import { gapLetter } from "./gap-letter.ts";

interface GapLetterDialogProps {
  readonly gaps: GapPriceTag;
  readonly deal: Deal;
  readonly onClose: () => void;
}

/** A letter to the seller that asks for what is missing: to be copied, or saved with its contracts in annexes. */
export function GapLetterDialog({ gaps, deal, onClose }: GapLetterDialogProps) {
  const { t, i18n } = useTranslation();
  const settings = useSettings();
  const field = useRef<HTMLTextAreaElement>(null);
  const [language, setLanguage] = useState(settings.language);
  const [addressee, setAddressee] = useState(deal.seller);
  const [day, setDay] = useState<Entered<string>>(() => formatDate(new Date().toISOString()));
  const [savedFor, setSavedFor] = useState(deal.seller);
  const save = useAction("letters.saveGaps");
  const leaving = useLeaving(addressee !== savedFor, onClose);
  const letter = gapLetter({
    gaps,
    dealName: deal.name,
    addressee,
    day: typeof day === "string" ? day : "",
    sender: settings.ownName,
    unit: settings.moneyUnit,
    language,
    t: i18n.getFixedT(language),
  });
  const copy = () => {
    // The page has no right to the clipboard's own interface; copying a selection needs none.
    field.current?.select();
    if (!document.execCommand("copy")) return;
    setSavedFor(addressee);
    showNotice(t("gaps.copyDone"));
  };
  const saveFile = async () => {
    const saved = await save.run({ dealId: deal.id, letter });
    if (!saved) return;
    setSavedFor(addressee);
    showNotice(t("gaps.letter.saved", { fileName: saved.fileName, contracts: saved.contracts }), saved.fileToken);
  };
  return (
    <Dialog open onClose={leaving.onDialogClose} maxWidth="md" fullWidth aria-label={t("gaps.copyTitle")}>
      <DialogTitle>{t("gaps.copyTitle")}</DialogTitle>
      <DialogContent dividers sx={{ display: "flex", flexDirection: "column", gap: 1.5 }}>
        <Box sx={{ display: "flex", gap: 1.5, alignItems: "flex-start", pt: 0.5 }}>
          <TextField
            label={t("gaps.letter.addressee")}
            value={addressee}
            onChange={(event) => setAddressee(event.target.value)}
            sx={{ flex: 1 }}
            slotProps={{ htmlInput: { maxLength: 120, "data-testid": "letter-addressee" } }}
          />
          <DayField label={t("gaps.letter.day")} value={day} onChange={setDay} width={200} testId="letter-day" />
          <ToggleChoice
            label={t("gaps.letter.language")}
            options={languages}
            value={language}
            textOf={(option) => t(`code.language.${option}`)}
            onChange={setLanguage}
          />
        </Box>
        <TextField
          multiline
          fullWidth
          minRows={10}
          maxRows={18}
          value={letter.paragraphs.join("\n")}
          inputRef={field}
          slotProps={{ htmlInput: { readOnly: true, "aria-label": t("gaps.copyTitle"), "data-testid": "gap-letter" } }}
        />
        <ErrorAlert error={save.error} />
      </DialogContent>
      <LeaveQuestion leaving={leaving}>
        <Button color="inherit" onClick={leaving.leave}>
          {t("common.close")}
        </Button>
        <Button variant="outlined" onClick={copy} data-testid="gap-copy">
          {t("gaps.copy")}
        </Button>
        <Button variant="contained" loading={save.busy} onClick={() => void saveFile()} data-testid="gap-save">
          {t("gaps.letter.save")}
        </Button>
      </LeaveQuestion>
    </Dialog>
  );
}
