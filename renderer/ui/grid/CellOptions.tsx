import Box from "@mui/material/Box";
import Paper from "@mui/material/Paper";
import { useTranslation } from "react-i18next";
import type { TypingHelp } from "./typing-cells.ts";

interface CellOptionsProps {
  readonly id: string;
  readonly help: TypingHelp;
  readonly chosen: number | null;
  readonly onChoose: (index: number) => void;
}

/** Below what is typed: its unit or how it is read, and what it may become. Where there is no room below, it stands above. */
export function CellOptions({ id, help: { options, note }, chosen, onChoose }: CellOptionsProps) {
  const { t } = useTranslation();
  if (note === "" && options.length === 0) return null;
  return (
    <Paper
      elevation={4}
      // The focus stays in the editor.
      onMouseDown={(event) => event.preventDefault()}
      sx={{ position: "absolute", left: 0, minWidth: "100%", top: "100%", "[data-above=true] > &": { top: "auto", bottom: "100%" }, mt: 0.25 }}
    >
      {note === "" ? null : (
        <Box role="status" data-testid="grid-editor-note" sx={{ typography: "fine", color: "text.secondary", px: 1, py: 0.25, whiteSpace: "nowrap" }}>
          {note}
        </Box>
      )}
      {options.length === 0 ? null : (
        <Box component="ul" role="listbox" id={id} aria-label={t("grid.options")} sx={{ m: 0, p: 0, maxHeight: 180, overflowY: "auto" }}>
          {options.map((option, index) => (
            <Box
              component="li"
              key={option}
              role="option"
              id={`${id}-${index}`}
              aria-selected={index === chosen}
              onClick={() => onChoose(index)}
              ref={(line: HTMLElement | null) => (index === chosen ? line?.scrollIntoView({ block: "nearest" }) : undefined)}
              sx={{
                listStyle: "none",
                typography: "body2",
                px: 1,
                py: 0.25,
                whiteSpace: "nowrap",
                cursor: "default",
                "&[aria-selected=true]": { bgcolor: "action.selected" },
              }}
            >
              {option}
            </Box>
          ))}
        </Box>
      )}
    </Paper>
  );
}
