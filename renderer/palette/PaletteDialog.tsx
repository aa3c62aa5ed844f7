import Box from "@mui/material/Box";
import Dialog from "@mui/material/Dialog";
import InputBase from "@mui/material/InputBase";
import Typography from "@mui/material/Typography";
import { type KeyboardEvent, useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { FieldLister } from "./FieldLister.tsx";
import { PaletteList } from "./PaletteList.tsx";
import { foundEntries, type PaletteEntry } from "./palette-entries.ts";
import { usePaletteEntries } from "./use-palette-entries.ts";

interface PaletteDialogProps {
  readonly dealsOnly: boolean;
  readonly onClose: () => void;
}

/** One box to go anywhere: a deal, a debtor, an assumption, a screen, a command; by characters or by pinyin. */
export function PaletteDialog({ dealsOnly, onClose }: PaletteDialogProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [place, setPlace] = useState(0);
  const wanted = useDeferredValue(typed);
  const { entries, dealId, onFields } = usePaletteEntries(dealsOnly, wanted);
  const found = useMemo(() => foundEntries(entries, wanted), [entries, wanted]);
  const chosen = Math.min(place, Math.max(0, found.length - 1));
  const go = (entry: PaletteEntry | undefined) => {
    if (entry === undefined) return;
    onClose();
    // The dialog gives the focus back first; what is gone to may take it.
    setTimeout(entry.run, 0);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setPlace(Math.min(Math.max(0, chosen + step), Math.max(0, found.length - 1)));
    } else if (event.key === "Enter") {
      event.preventDefault();
      go(found[chosen]);
    }
  };
  const label = t(dealsOnly ? "action.paletteDeals" : "action.paletteHint");
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      disableRestoreFocus={false}
      slotProps={{ paper: { "aria-label": t("action.palette"), sx: { alignSelf: "flex-start", mt: 4 } } }}
      transitionDuration={0}
    >
      <InputBase
        autoFocus
        value={typed}
        placeholder={label}
        onChange={(event) => {
          setTyped(event.target.value);
          setPlace(0);
        }}
        onKeyDown={press}
        inputProps={{
          role: "combobox",
          "aria-label": label,
          "aria-expanded": true,
          "aria-controls": "palette-list",
          "aria-activedescendant": found[chosen] === undefined ? undefined : `palette-${chosen}`,
          "data-testid": "palette-input",
          maxLength: 100,
        }}
        sx={{ px: 2, py: 1, borderBottom: 1, borderColor: "divider" }}
      />
      <Box tabIndex={0} sx={{ overflow: "auto", maxHeight: 420 }}>
        <PaletteList entries={found} chosen={chosen} onChoose={go} />
        {found.length === 0 ? (
          <Typography role="status" sx={{ px: 2, py: 2 }}>
            {t("action.paletteNothing")}
          </Typography>
        ) : null}
      </Box>
      {dealId === null || dealsOnly ? null : <FieldLister dealId={dealId} onFields={onFields} />}
    </Dialog>
  );
}
