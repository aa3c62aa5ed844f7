import Close from "@mui/icons-material/Close";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import IconButton from "@mui/material/IconButton";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { DenseInput } from "../ui/fields/DenseInput.tsx";
import { openFinding, useSheetPanes } from "./sheet-panes.ts";
import { type FindingParts, useFinding } from "./use-finding.ts";

/** Finds a text in the rows that are shown, and replaces it. */
export function FindBar(parts: FindingParts) {
  const { t } = useTranslation();
  const turn = useSheetPanes((state) => state.findings);
  const finding = useFinding(parts);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, [turn]);
  const close = () => {
    openFinding(false);
    parts.grid.current?.takeFocus();
  };
  const press = (enter: () => Promise<unknown>) => (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") close();
    else if (event.key === "Enter") void enter();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Box role="search" aria-label={t("tapeSheet.findReplace")} sx={{ display: "flex", alignItems: "center", gap: 1, px: 1.5, pb: 0.75, flexShrink: 0 }}>
      <DenseInput
        inputRef={box}
        value={finding.text}
        onChange={(event) => finding.setText(event.target.value)}
        onKeyDown={press(finding.next)}
        placeholder={t("tapeSheet.find.text")}
        inputProps={{ "aria-label": t("tapeSheet.find.text"), "data-testid": "find-text", maxLength: 200 }}
        sx={{ width: 180 }}
      />
      <Button size="small" onClick={() => void finding.next()} data-testid="find-next">
        {t("tapeSheet.find.next")}
      </Button>
      <DenseInput
        value={finding.replacement}
        onChange={(event) => finding.setReplacement(event.target.value)}
        onKeyDown={press(finding.replaceHere)}
        placeholder={t("tapeSheet.find.replacement")}
        inputProps={{ "aria-label": t("tapeSheet.find.replacement"), "data-testid": "find-replacement", maxLength: 2000 }}
        sx={{ width: 180 }}
      />
      <Button size="small" onClick={() => void finding.replaceHere()} data-testid="replace-one">
        {t("tapeSheet.find.replace")}
      </Button>
      <Button size="small" onClick={() => void finding.replaceAll()} data-testid="replace-all">
        {t("tapeSheet.find.replaceAll")}
      </Button>
      <FormControlLabel
        control={<Checkbox size="small" checked={finding.isColumnOnly} onChange={(_event, next) => finding.setColumnOnly(next)} sx={{ p: 0.25 }} />}
        label={t("tapeSheet.find.column")}
        sx={{ mr: 0, whiteSpace: "nowrap", "& .MuiFormControlLabel-label": { typography: "body2" } }}
      />
      <Box role="status" sx={{ flex: 1, minWidth: 0, typography: "body2" }} data-testid="find-said">
        {finding.said}
      </Box>
      <IconButton aria-label={t("common.close")} onClick={close} sx={{ p: 0.5 }}>
        <Close fontSize="small" />
      </IconButton>
    </Box>
  );
}
